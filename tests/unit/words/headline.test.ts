import { describe, expect, test } from 'vitest';
import { describe as inWords } from '../../../src/words/describe.ts';
import { charted, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import type { Source } from '../../../src/figures/estimates/source.ts';
import { decide } from '../../../src/release/comparisons/decide.ts';
import { catalogue } from '../../../src/release/catalogue.ts';
import { tableName } from '../../../src/release/tables.ts';
import { withCounts } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

/** Every way in which a chart may say that one group has more. */
const CLAIM =
  /\); [^;()]+, [^;()]*\d%|\b(More|Fewer)\b.* than |more often|points (more|fewer)|\b(higher|lower) (among|in|than)/;

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

/** Everything a page says in words, bands of hours and people apart (“more than 80 hours”). */
const wordsOf = (id: string, source: Source): string => {
  const { title, alt, table, howToRead, notes } = inWords(figureOf(id, source));
  return [title, alt, table.caption, howToRead, ...notes].join('\n');
};

describe('In a release where nobody differs', () => {
  test.each(charted.map(({ slug }) => slug))('%s says of no group that it has more', (slug) => {
    expect(wordsOf(slug, alike)).not.toMatch(CLAIM);
  });

  test.each(compared.map(({ slug }) => slug))(
    '%s says under the chart that no difference is clear',
    (slug) => {
      const { differences } = inWords(figureOf(slug, alike));
      expect(differences.length).toBeGreaterThan(0);
      for (const { said } of differences) expect(said).toBe(false);
    },
  );
});

test('the made-up sample does make claims, so the words above would be seen', () => {
  for (const slug of ['clarity', 'apply-again', 'told-by-stage'])
    expect(inWords(figureOf(slug, sampleSource)).title).toMatch(CLAIM);
});

test('every comparison under a chart has its verdict from the release’s families, and no other is made', () => {
  const listed = decide(sampleSource.release).filter(({ family }) => family === 'listed');
  for (const { id, slug } of charted) {
    const own = listed.filter(({ estimate }) => estimate.id === id);
    const { differences } = inWords(figureOf(slug, sampleSource));
    expect(differences.map(({ said }) => said).toSorted(), slug).toEqual(
      own.map(({ higher }) => higher !== null).toSorted(),
    );
    if (own.length === 0) expect(wordsOf(slug, sampleSource)).not.toMatch(CLAIM);
  }
});

test('every title names how many answered', () => {
  for (const { slug } of charted)
    expect(inWords(figureOf(slug, sampleSource)).title).toMatch(
      /\d of \d|\d who answered\)|\d employers answered/,
    );
});

test('every estimate is drawn', () => {
  expect(charted.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
});
