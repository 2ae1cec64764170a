import { expect, test } from 'vitest';
import type { ListedEssay } from '../../../src/essay/listEssays.ts';
import { seriesOf, tagsOf, type Subject } from '../../../src/essay/subjects.ts';

const essay = (id: string, day: string, tags: readonly string[], series?: string) =>
  ({ entry: { id, data: { published: new Date(day), tags, series } } }) as ListedEssay;

/** As they are listed: newest first, and those of one day by their names. */
const all = [
  essay('letters-3', '2026-12-02', ['letters'], 'letters'),
  essay('letters-1', '2026-12-01', ['letters', 'after-the-interview'], 'letters'),
  essay('letters-2', '2026-12-01', ['letters'], 'letters'),
  essay('alone', '2026-11-01', ['law']),
];
const listed = (subjects: readonly Subject[]) =>
  subjects.map(({ path, name, essays }) => [path, name, ...essays.map(({ entry }) => entry.id)]);

test('a series begins with its oldest essay, and those of one day follow by their names', () => {
  expect(listed(seriesOf(all))).toEqual([
    ['/essays/series/letters/', 'Letters', 'letters-1', 'letters-2', 'letters-3'],
  ]);
});

test('a tag lists its essays newest first, and tags are in alphabetical order', () => {
  expect(listed(tagsOf(all))).toEqual([
    ['/essays/tags/after-the-interview/', 'After the interview', 'letters-1'],
    ['/essays/tags/law/', 'Law', 'alone'],
    ['/essays/tags/letters/', 'Letters', 'letters-3', 'letters-1', 'letters-2'],
  ]);
});
