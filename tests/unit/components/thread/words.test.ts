import { afterEach, describe, expect, test, vi } from 'vitest';
import { counterWords } from '../../../../src/components/thread/client/boxForm.ts';
import { countWords } from '../../../../src/components/thread/client/counts.ts';
import { ownWords } from '../../../../src/components/thread/client/ownWords.ts';
import type { Sending } from '../../../../src/browser/outbox.ts';
import type { OwnComment, Standing } from '../../../../src/thread/own.ts';
import { rejections } from '../../../../src/thread/rejection.ts';

describe('the count', () => {
  test.each([
    [{}, ''],
    [{ none: 1 }, '1 comment'],
    [{ job_seeker: 5, recruiter: 4, none: 3 }, '12 comments'],
    [{ other: 1_200, removed: 1 }, '1,200 comments. 1 more was removed by a moderator.'],
    [{ removed: 2 }, '0 comments. 2 more were removed by a moderator.'],
  ] as const)('%j', (counts, words) => {
    expect(countWords(counts)).toBe(words);
  });
});

test('characters are counted only near the end, and past it', () => {
  expect([0, 3_499, 3_500, 3_999, 4_000, 4_001, 5_200].map((length) => counterWords(length))).toEqual([
    '',
    '',
    '500 characters left',
    '1 character left',
    '0 characters left',
    '1 character too many',
    '1,200 characters too many',
  ]);
});

describe('the hour', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });
  test.each([
    ['UTC', '24 November 2026, after 10:00'],
    ['Asia/Kolkata', '24 November 2026, after 15:30'],
    ['America/Los_Angeles', '24 November 2026, after 02:00'],
  ])('is told in the time of %s, and no minute of it', async (zone, words) => {
    vi.stubEnv('TZ', zone);
    const { hourWords } = await import('../../../../src/components/thread/client/commentItem.ts');
    expect(hourWords('2026-11-24T10:00Z')).toBe(words);
  });
});

describe('a comment of one’s own', () => {
  const now = 1_000_000;
  const words = (standing: Standing, sending?: Parameters<typeof ownWords>[1], isKept = true) =>
    ownWords({ standing } as OwnComment, sending, now, isKept);
  const kept = (more: Partial<Extract<Standing, { is: 'kept' }>>): Standing => ({
    is: 'kept',
    state: 'waiting',
    reason: null,
    editableUntil: now,
    ...more,
  });

  test('says of a calculation that goes on until when, how hard it is, and that nobody has to stay for it', () => {
    const why = { sentence: 'It is 16 times as long as usual. ' };
    const { note, acts } = words({ is: 'outgoing', tried: false }, { is: 'solving', seconds: 80, why });
    expect(note).toContain('It is 16 times as long as usual. It ends in 80 seconds at the latest');
    expect(note).toContain('when you leave this page and come back');
    const lost = words({ is: 'outgoing', tried: false }, { is: 'solving', seconds: 80, why }, false);
    expect(lost.note).toMatch(/we try again by ourselves\.$/);
    expect(acts).toEqual(['remove']);
  });

  test('can be changed until its time is over, and taken back whenever', () => {
    expect(words(kept({ editableUntil: now + 1 })).acts).toEqual(['change', 'remove', 'forget']);
    for (const state of ['waiting', 'approved', 'rejected', 'hidden'] as const)
      expect(words(kept({ state })).acts).toEqual(['remove', 'forget']);
  });

  test.each(rejections)('that was turned down says why: $code', ({ code, sentence }) => {
    expect(words(kept({ state: 'rejected', reason: code })).note).toBe(`Not published. ${sentence}`);
  });

  test('cannot be taken back while it is on its way this moment', () => {
    expect(words({ is: 'outgoing', tried: true }, { is: 'sending' }).acts).toEqual([]);
  });

  test('that waits to be sent says why, for how long, and can be hurried', () => {
    vi.stubGlobal('document', { querySelector: () => ({ dataset: { away: 'The server did not reply.' } }) });
    const late = { is: 'waiting', seconds: 40, why: { cause: 'away' } } as const;
    expect(words({ is: 'outgoing', tried: true }, late)).toMatchObject({
      acts: ['hurry', 'remove'],
      hasCode: true,
    });
    const note = (why: Extract<Sending, { is: 'waiting' }>['why']) =>
      words({ is: 'outgoing', tried: true }, { ...late, why }).note;
    expect(note({ cause: 'away' })).toContain('The server did not reply.');
    expect(note({ cause: 'away' })).toContain('in 40 seconds at the latest');
    expect(note({ sentence: 'Too many.' })).toContain('Too many.');
    expect(note({ cause: 'offline' })).toContain('you are offline');
    vi.unstubAllGlobals();
  });

  test('that was taken back says that it is not sent, and what to do', () => {
    const { note, acts, hasCode } = words({ is: 'taken' });
    expect(note).toMatch(/^Taken back, and not sent\..*press “Change it”\.$/);
    expect([acts, hasCode]).toEqual([['change', 'forget'], false]);
  });

  test('shows its code only when there may be something under it', () => {
    expect(words({ is: 'outgoing', tried: false }, { is: 'sending' }).hasCode).toBe(false);
    expect(words({ is: 'refused', code: 'closed', sentence: 'Closed.' }).hasCode).toBe(false);
    expect(words({ is: 'unknown' }).hasCode).toBe(false);
    expect(words(kept({})).hasCode).toBe(true);
  });

  test('that was not taken says so in the server’s words; one whose parent is gone can stand by itself', () => {
    expect(words({ is: 'refused', code: 'closed', sentence: 'It is closed.' })).toMatchObject({
      note: 'Not accepted. It is closed.',
      acts: ['forget'],
    });
    expect(words({ is: 'refused', code: 'said_before', sentence: 'Said.' }).acts).toEqual([
      'change',
      'forget',
    ]);
    expect(words({ is: 'refused', code: 'parent_gone', sentence: 'Gone.' }).acts[0]).toBe('alone');
  });
});
