import { expect, test } from 'vitest';
import { draftDays } from '../../../src/survey/draft.ts';
import { isBook, type DraftBook } from '../../../src/thread/draftBook.ts';
import { draftsIn, hiddenUnder } from '../../../src/thread/draftsIn.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24);
const draft = (text: string, at = now - day) => ({ text, role: 'recruiter' as const, at });
const book = (drafts: DraftBook['drafts'], at = now): DraftBook => ({ format: 1, at, drafts });

test.each([
  ['as it should be', now - 1],
  ['set back', now - 3],
])(
  'of two draft books the later one is used as a whole, so that a draft already sent does not return: with a clock %s',
  (_, later) => {
    const found = [
      book({ top: draft('sent meanwhile'), a: draft('old') }, now - 2),
      book({ a: draft('new') }, later),
    ];
    expect([...draftsIn(found, now)]).toEqual([['a', draft('new')]]);
    expect(hiddenUnder(draftsIn(found, now), found, now)).toEqual([['a', 'old']]);
  },
);

test('the book of a tab that could not read first counts where it was changed, and the book before it elsewhere', () => {
  const found = [
    book({ top: draft('another tab’s'), a: draft('seen'), b: draft('deleted'), c: draft('untouched') }),
    {
      ...book({ top: draft('ours'), a: draft('changed'), b: draft('') }),
      over: { top: 'old', a: 'seen', b: 'deleted' },
    },
  ];
  const drafts = draftsIn(found, now);
  expect([...drafts].map(([place, { text }]) => [place, text])).toEqual([
    ['top', 'ours'],
    ['a', 'changed'],
    ['c', 'untouched'],
  ]);
  expect(hiddenUnder(drafts, found, now)).toEqual([['top', 'another tab’s']]);
  // Of what is written over them, too, and not where it contains them.
  expect(hiddenUnder(new Map([['top', draft('ours, and on')]]), found, now)).toEqual([
    ['top', 'another tab’s'],
    ['c', 'untouched'],
    ['a', 'changed'],
  ]);
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
  { format: 1, at: 1, drafts: null },
  { format: 1, at: 1, drafts: { top: null } },
  { format: 1, at: 1, drafts: { top: { at: 1 } } },
])('what is not ours (%j) is no book', (value) => {
  expect(isBook(value)).toBe(false);
});

test('words under a role that we do not know are kept, without it', () => {
  const found: unknown = { format: 1, at: now, drafts: { top: { text: 'x', role: 'king', at: now } } };
  expect(isBook(found) && [...draftsIn([found], now).values()]).toEqual([
    { text: 'x', role: 'none', at: now },
  ]);
});
