import { describe as group, expect, test } from 'vitest';
import { renderCard, renderFile, renderSvg } from '../../../src/charts/render.ts';
import { figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import { nothingYet } from '../../../src/figures/releaseInWords.ts';
import { noteWithoutRange, standardNote } from '../../../src/figures/standardNote.ts';
import { noRelease } from '../../../src/release/noRelease.ts';
import { describe } from '../../../src/words/describe.ts';
import { firstMonths } from '../../examples/firstMonths.ts';
import { extents, labels } from '../../examples/labels.ts';
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

  test('has a card with its question, what is missing and no finding', () => {
    const said = labels(renderFile(described)).join(' ');
    expect(said).toContain(nothingYet);
    expect(said).toMatch(/We ask (job seekers|employers): “[^“”]+”/);
    expect(said).toContain(described.words.missingAlone);
    expect(renderCard(described).subarray(1, 4).toString()).toBe('PNG');
  });
});

test('of people counted one by one no note speaks of a bar, nor of who answered', () => {
  const [first] = firstMonths();
  const notes = (id: string) =>
    describe(figureOf(id, { ...sampleSource, release: first?.release ?? noRelease() })).notes;
  // 28 people, and a side without figures.
  for (const id of ['explanation-ladder', 'who-answered', 'barriers'])
    expect(notes(id)[0], id).toBe(noteWithoutRange);
  expect(notes('outcome')[0]).toBe(standardNote);
});

test('a card or a picture to keep prints what is missing, wherever its title says no finding', () => {
  let shown = 0;
  for (const { release } of firstMonths())
    for (const id of pictureIds) {
      const figure = figureOf(id, { ...sampleSource, release });
      const described = { figure, words: describe(figure) };
      const { missingAlone, isShown } = described.words;
      if (missingAlone === undefined) continue;
      if (isShown) shown += 1;
      const svg = renderFile(described);
      expect(labels(svg).join(' '), id).toContain(missingAlone);
      // Nothing stands on a line of it.
      const all = extents(svg);
      for (const line of all.filter(({ text }) => text.length > 20 && missingAlone.includes(text)))
        for (const other of all)
          expect(other === line || Math.abs(other.y - line.y) > line.size * 0.9, `${id}: ${other.text}`).toBe(
            true,
          );
    }
  expect(shown).toBeGreaterThan(3);
});
