import { expect, test } from 'vitest';
import { draftDays } from '../../../src/survey/draft.ts';
import { draftsIn, type DraftBook } from '../../../src/thread/draftBook.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24);
const draft = (text: string, at = now - day) => ({ text, role: 'recruiter' as const, at });
const book = (drafts: DraftBook['drafts'], at = now): DraftBook => ({ format: 1, at, drafts });

test('of two draft books the newer one is used as a whole, so that a draft already sent does not return', () => {
  const found = [
    book({ top: draft('sent meanwhile'), a: draft('old') }, now - 2),
    book({ a: draft('new') }, now - 1),
  ];
  expect([...draftsIn(found, now)]).toEqual([['a', draft('new')]]);
  expect([...draftsIn(found.toReversed(), now)]).toEqual([['a', draft('new')]]);
});

test('an empty or expired entry is no draft', () => {
  const found = [
    book({
      empty: draft(' \n'),
      old: draft('too old', now - draftDays * day),
      fresh: draft('just in time', now - draftDays * day + 1),
    }),
  ];
  expect([...draftsIn(found, now).keys()]).toEqual(['fresh']);
});

test.each([
  null,
  undefined,
  'text',
  7,
  {},
  [],
  { format: 2, at: 1, drafts: {} },
  { format: 1, at: 'now', drafts: {} },
])('what is not ours (%j) is no book', (value) => {
  expect(draftsIn([value], now).size).toBe(0);
});

test('a role that we do not know is no draft', () => {
  const found = { format: 1, at: now, drafts: { top: { text: 'x', role: 'king', at: now } } };
  expect(draftsIn([found], now).size).toBe(0);
});
