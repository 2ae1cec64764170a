import { describe as group, expect, test } from 'vitest';
import { renderCard, renderFile, renderSvg } from '../../../src/charts/render.ts';
import { figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import { nothingYet } from '../../../src/figures/releaseInWords.ts';
import { noRelease } from '../../../src/release/noRelease.ts';
import { describe } from '../../../src/words/describe.ts';
import { labels } from '../../examples/drawings.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

const source = { ...sampleSource, release: noRelease() };

group.each(pictureIds)('before the first release, %s', (id) => {
  const figure = figureOf(id, source);
  const described = { figure, words: describe(figure) };

  test('is a drawing of blanks that says once that there are no answers', () => {
    for (const size of ['wide', 'narrow'] as const) {
      const svg = renderSvg(described, size);
      const said = labels(svg).join(' ');
      expect(said.split(nothingYet)).toHaveLength(2);
      expect(said).not.toMatch(/too few|\d%|n = /i);
      expect(svg).toContain('stroke-dasharray');
    }
  });

  test('says so in its title and its alternative text, which leads to no table', () => {
    expect(described.words.title).toBe(`${figure.name}: ${nothingYet.toLowerCase()}`);
    expect(described.words.alt).toContain(described.words.title);
    expect(described.words.alt).not.toContain('table');
  });

  test('has a card with its question and no finding', () => {
    const said = labels(renderFile(described)).join(' ');
    expect(said).toContain(nothingYet);
    expect(said).toMatch(/We ask (job seekers|employers): “[^“”]+”/);
    expect(renderCard(described).subarray(1, 4).toString()).toBe('PNG');
  });
});
