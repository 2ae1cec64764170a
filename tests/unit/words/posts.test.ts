import { expect, test } from 'vitest';
import { figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import { describe } from '../../../src/words/describe.ts';
import { sharedTitle } from '../../../src/figures/sharedTitle.ts';
import { findingInWords, longPost, shortPost } from '../../../src/words/posts.ts';
import { noRelease } from '../../../src/release/noRelease.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

const all = pictureIds.map((id) => {
  const figure = figureOf(id, sampleSource);
  return { id, figure, words: describe(figure) };
});
const asReal = ({ id, figure, words }: (typeof all)[number]) => ({
  id,
  figure: { ...figure, provenance: { ...figure.provenance, madeUp: false } },
  words,
});

test('made-up numbers say so first, where nothing cuts it off', () => {
  expect(sharedTitle('Half of them were told (20 of 40)', { madeUp: true })).toBe(
    'Sample data, made up: Half of them were told (20 of 40)',
  );
  expect(sharedTitle('Half of them were told (20 of 40)', { madeUp: false })).toBe(
    'Half of them were told (20 of 40)',
  );
});

test('a post says whose answers they are, with counts and ranges', () => {
  const [ladder] = all.filter(({ id }) => id === 'explanation-ladder').map(asReal);
  if (ladder === undefined) throw new Error('The ladder is gone.');
  expect(shortPost(ladder, 'https://nobutwhy.example/')).toBe(
    '78% of people not hired got no specific reason, after an interview (394 of 503 job seekers here, range 75–82%). Of people who chose to take part: https://nobutwhy.example/',
  );
});

test('every post has its counts, its range and its address, and says first that numbers are made up', () => {
  for (const described of all)
    for (const post of [shortPost, longPost]) {
      const said = post(described, 'https://nobutwhy.example/charts/?from=shared');
      expect(said, described.id).toMatch(/^Sample data, made up: /);
      expect(said, described.id).toContain(described.words.headline.counts);
      expect(said, described.id).toMatch(/https:\/\/nobutwhy\.example\/charts\/\?from=shared$/);
    }
});

test('a short post fits 280 letters, in which an address counts as 23, and a longer one 3,000', () => {
  for (const described of all.map(asReal)) {
    expect(shortPost(described, 'x'.repeat(23)).length, described.id).toBeLessThanOrEqual(280);
    expect(longPost(described, 'x'.repeat(100)).length, described.id).toBeLessThanOrEqual(3000);
  }
});

test('of a figure that shows nothing it is said what is asked, and what is missing, in sentences', () => {
  const [id] = pictureIds;
  const figure = figureOf(id ?? '', { ...sampleSource, release: noRelease() });
  const said = findingInWords({ figure, words: describe(figure) });
  expect(said).toMatch(
    /^We ask [a-z ]+: “[^”]+” [A-Z][^.]+\. We are collecting them: add yours\. [A-Z].*\.$/,
  );
  expect(said).not.toMatch(/[.?]\)|\.\./);
});
