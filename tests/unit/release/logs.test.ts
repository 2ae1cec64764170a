import { expect, test } from 'vitest';
import written from '../../../src/content/corrections.json' with { type: 'json' };
import { readLogs } from '../../../src/release/logs.ts';

const entry = (date: string, release: string | null = null) => ({ date, release, what: 'Something.' });

test('the file of the repository can be read', () => {
  expect(readLogs(written, []).changes.length).toBe(written.changes.length);
});

test('entries come newest first, however they were written', () => {
  const corrections = [entry('2026-12-01'), entry('2027-02-01'), entry('2027-01-01')];
  const dates = readLogs({ changes: [], corrections }, []).corrections.map(({ date }) => date);
  expect(dates).toEqual(['2027-02-01', '2027-01-01', '2026-12-01']);
});

test('each has a name that stays when another comes after it', () => {
  const corrections = [entry('2026-12-01'), entry('2026-12-01')];
  const ids = (more: readonly ReturnType<typeof entry>[]) =>
    readLogs({ changes: [], corrections: [...corrections, ...more] }, []).corrections.map(({ id }) => id);
  expect(ids([])).toEqual(['correction-2026-12-01', 'correction-2026-12-01-2']);
  expect(ids([entry('2027-01-01')])).toEqual(['correction-2027-01-01', ...ids([])]);
});

test.each([
  ['a date that is none', { changes: [entry('1 December')], corrections: [] }, /changes 0 date/],
  ['a log that is missing', { changes: [] }, /corrections/],
  [
    'a release that is not there',
    { changes: [], corrections: [entry('2026-12-01', '2026-10')] },
    /“2026-10”/,
  ],
  ['a word too many', { changes: [{ ...entry('2026-12-01'), by: 'me' }], corrections: [] }, /changes 0/],
])('%s stops the build with the place', (_, log, sentence) => {
  expect(() => readLogs(log, ['2026-12'])).toThrow(sentence);
});
