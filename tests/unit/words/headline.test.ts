import { describe, expect, test } from 'vitest';
import { describe as inWords } from '../../../src/words/describe.ts';
import { charted, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import type { Source } from '../../../src/figures/estimates/source.ts';
import { catalogue } from '../../../src/release/catalogue.ts';
import { tableName } from '../../../src/release/tables.ts';
import { withCounts } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

/** Every way in which a chart may say that one group has more. */
const CLAIM =
  /more often|points (more|fewer)|\bhigher (among|in|than)|\blower (among|in|than)|more (of|than) (them|those)/i;

const compared = catalogue.filter(({ comparisons }) => comparisons.length > 0);

/** The sample with every pair on a list made alike: 40 people a cell, or nearly. */
const alike: Source = {
  ...sampleSource,
  release: compared
    .flatMap(({ id, series }) => series.map((one) => ({ id, one })))
    .reduce((release, { id, one }) => {
      const counts = Object.fromEntries(one.cells.map(({ code }, i) => [code, 40 + (i % 2)]));
      return withCounts(release, tableName(id, one.id), counts, {});
    }, sampleSource.release),
};

/** Everything a page says in words. */
const wordsOf = (id: string, source: Source): string => {
  const { title, alt, table, howToRead, notes, differences } = inWords(figureOf(id, source));
  return [title, alt, table.caption, howToRead, ...notes, ...differences].join('\n');
};

describe('In a release where A and B cannot be told apart', () => {
  test.each(charted.map(({ slug }) => slug))('%s says of no group that it has more', (slug) => {
    expect(wordsOf(slug, alike)).not.toMatch(CLAIM);
  });

  test.each(compared.map(({ slug }) => slug))('%s says so in its title', (slug) => {
    expect(inWords(figureOf(slug, alike)).title).toMatch(/: the two cannot be told apart$/);
  });
});

test('the made-up sample does make claims, so the words above would be seen', () => {
  for (const slug of ['promise', 'clarity', 'most-useful', 'waiting'])
    expect(inWords(figureOf(slug, sampleSource)).title).toMatch(CLAIM);
});

test('whatever is claimed is on the list that was fixed beforehand', () => {
  for (const { slug, comparisons } of charted) {
    const claims = figureOf(slug, sampleSource).claims ?? [];
    expect(claims).toHaveLength(comparisons.length);
    for (const { family } of claims) expect(family).toBe(comparisons.length);
    if (comparisons.length === 0) expect(wordsOf(slug, sampleSource)).not.toMatch(CLAIM);
  }
});

test('every title names how many answered', () => {
  for (const { slug } of charted) expect(inWords(figureOf(slug, sampleSource)).title).toMatch(/\d/);
});

test('every estimate is drawn', () => {
  expect(charted.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
});
