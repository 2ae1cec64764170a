import { expect, test } from 'vitest';
import { related } from '../../../src/essay/related.ts';

const essay = (id: string, tags: readonly string[], series?: string, charts: readonly string[] = []) => ({
  entry: { id, data: { tags, charts, series } },
});

/** Newest first, as they are listed. */
const all = [
  essay('newest', ['evidence']),
  essay('on-law', ['evidence', 'law']),
  essay('second-letter', ['letters'], 'letters'),
  essay('first-letter', ['writing'], 'letters'),
  essay('also-law', ['evidence', 'law'], undefined, ['outcome']),
  essay('oldest', ['evidence', 'inside'], undefined, ['outcome']),
  essay('on-insiders', ['inside']),
];
const after = (id: string, most = 2) => {
  const [of] = all.filter(({ entry }) => entry.id === id);
  if (of === undefined) throw new Error(`There is no ${id}.`);
  return related(of, all, most).map(({ entry }) => entry.id);
};

test('the rest of a series comes first', () => {
  expect(after('second-letter', 1)).toEqual(['first-letter']);
});

test('a tag or a chart that few share counts for more than one that nearly all have', () => {
  expect(after('on-law', 1)).toEqual(['also-law']);
  // Four are about evidence, two about insiders, and two have the chart.
  expect(after('oldest', 3)).toEqual(['also-law', 'on-insiders', 'newest']);
});

test('among equals the newer comes first, the essay itself never, and no place stays empty', () => {
  expect(after('newest', 6)).toEqual([
    ...['on-law', 'also-law', 'oldest'],
    ...['second-letter', 'first-letter', 'on-insiders'],
  ]);
});

test('the subjects of an essay are read a few times, however many essays ask', () => {
  let reads = 0;
  const many = Array.from({ length: 60 }, (_, n) => ({
    entry: {
      id: String(n),
      data: {
        get tags() {
          reads += 1;
          return ['evidence', `tag-${n % 7}`];
        },
        charts: [],
      },
    },
  }));
  for (const one of many) expect(related(one, many, 3)).toHaveLength(3);
  expect(reads).toBeLessThanOrEqual(3 * many.length);
});
