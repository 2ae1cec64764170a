import { describe, expect, test } from 'vitest';
import { buttonWords, undoneWords } from '../../../../src/components/moderate/decisionWords.ts';
import { flagsOf } from '../../../../src/components/moderate/flagsOf.ts';
import { headline, pageWords } from '../../../../src/components/moderate/queueWords.ts';
import { waitInWords } from '../../../../src/components/moderate/waitInWords.ts';
import { commentStates } from '../../../../src/thread/state.ts';

const noon = Date.parse('2026-11-24T12:00:00Z');

describe('how long something has waited', () => {
  test.each([
    ['2026-11-24T12:00Z', 'less than an hour'],
    ['2026-11-24T11:01Z', 'less than an hour'],
    ['2026-11-24T11:00Z', '1 hour'],
    ['2026-11-24T03:00Z', '9 hours'],
    ['2026-11-23T12:00Z', '1 day'],
    ['2026-11-23T11:00Z', '1 day and 1 hour'],
    ['2026-11-23T06:00Z', '1 day and 6 hours'],
    ['2026-11-22T13:00Z', '1 day and 23 hours'],
    ['2026-11-17T13:00Z', '6 days and 23 hours'],
    ['2026-11-17T06:00Z', '7 days'],
    ['2026-10-25T12:00Z', '30 days'],
  ])('since %s: %s', (since, words) => {
    expect(waitInWords(since, noon)).toBe(words);
  });

  test('a clock behind the server’s gives no negative waiting time', () => {
    expect(waitInWords('2026-11-24T13:00Z', noon)).toBe('less than an hour');
  });
});

describe('the heading', () => {
  const of = (waiting: number, oldest: string | null) => headline({ waiting, oldest_waiting: oldest }, noon);

  test('says how many wait, and how long the oldest has', () => {
    expect(of(4, '2026-11-23T06:00Z')).toEqual({
      title: '4 comments are waiting',
      deck: 'The oldest has waited 1 day and 6 hours. Readers are told: usually within 2 days.',
    });
  });
  test('says it of one', () => {
    expect(of(1, '2026-11-24T12:00Z').title).toBe('One comment is waiting');
    expect(of(1, '2026-11-24T12:00Z').deck).toMatch(/^It has waited less than an hour\./);
  });
  test('says that there is nothing', () => {
    expect(of(0, null)).toEqual({
      title: 'No comment is waiting',
      deck: 'Everything that was sent has been read.',
    });
  });
});

describe('flags', () => {
  const plain = { text: 'Nothing to see.', state: 'pending', reason: null, reports: {} } as const;

  test('a plain comment has none', () => {
    expect(flagsOf(plain, true)).toEqual([]);
  });
  test('reports are counted by reason, in the words of who reported', () => {
    expect(flagsOf({ ...plain, state: 'approved', reports: { abusive: 1 } }, true)).toEqual([
      'Reported once: “It is abusive”.',
    ]);
    const flags = flagsOf({ ...plain, state: 'hidden_by_reports', reports: { other: 2, abusive: 1 } }, true);
    expect(flags).toEqual([
      'Reported 3 times: “It is abusive”; “Something else”, 2 times.',
      'Hidden from readers by its reports until you decide.',
    ]);
  });
  test.each([
    ['https://a.example', 'Contains a link.'],
    ['HTTP://A.EXAMPLE and www.b.example, then https://c.example/x?y', 'Contains 3 links.'],
  ])('%s is noticed', (text, flag) => {
    expect(flagsOf({ ...plain, text }, true)).toEqual([flag]);
  });
  test.each(['the protocol https:// alone', 'awww.x', 'www. and', 'a.example'])('%s is no link', (text) => {
    expect(flagsOf({ ...plain, text }, true)).toEqual([]);
  });
  test('why it was rejected, and that there is no such page', () => {
    expect(flagsOf({ ...plain, text: null, state: 'rejected', reason: 'copied' }, false)).toEqual([
      'Rejected: Somebody else’s text.',
      'It was sent to a page that this site does not have.',
    ]);
  });
});

test('what is on a page is counted', () => {
  expect([0, 1, 50].map(pageWords)).toEqual([
    'No comment on this page.',
    'One comment on this page.',
    '50 comments on this page.',
  ]);
});

test('approving is called letting it stand where the comment is, or was, shown', () => {
  expect(commentStates.map(({ code }) => [code, buttonWords('approve', code)])).toEqual(
    commentStates.map(({ code }) => [code, code === 'pending' ? 'Approve' : 'Let it stand']),
  );
});

test('undoing names the state that was restored, each in words of its own', () => {
  const said = commentStates.map(({ code }) => undoneWords(code));
  expect(new Set(said).size).toBe(commentStates.length);
});
