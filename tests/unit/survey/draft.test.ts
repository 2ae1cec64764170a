import { expect, test } from 'vitest';
import { keptUntil, newest, type Kept } from '../../../src/survey/draft.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24);
const kept = (at: number, more: Partial<Kept> = {}): Kept => ({
  format: 1,
  side: 'employer',
  instrument: '1',
  at,
  consent: '1',
  chosen: { e_role: 'hr' },
  typed: {},
  orders: {},
  screen: 'e_volume',
  seen: ['e_role'],
  seconds: 12,
  channel: 'direct',
  ...more,
});
const identity = { id: 'an id', code: 'a code', receipt: 'a receipt' };

test('of what is found the newest is used, in whatever order it was found', () => {
  const [older, newer] = [kept(now - 2), kept(now - 1)];
  expect(newest([older, newer], 'employer', now)).toBe(newer);
  expect(newest([newer, null, older, undefined], 'employer', now)).toBe(newer);
});

test('a draft is used for 30 days after its last change and not a moment longer', () => {
  const draft = kept(now);
  expect(keptUntil(now)).toBe(now + 30 * day);
  expect(newest([draft], 'employer', now + 30 * day - 1)).toBe(draft);
  expect(newest([draft], 'employer', now + 30 * day)).toBeNull();
});

test('a receipt that was never shown does not expire', () => {
  const sent = kept(now, { outgoing: { identity, arrived: 'stored' } });
  expect(newest([sent], 'employer', now + 300 * day)).toBe(sent);
  const waiting = kept(now, { outgoing: { identity } });
  expect(newest([waiting], 'employer', now + 300 * day)).toBeNull();
});

test.each([
  [null],
  [undefined],
  ['text'],
  [7],
  [{}],
  [{ ...kept(now), format: 2 }],
  [{ ...kept(now), at: 'now' }],
])('what is no draft of ours is not used: %j', (value) => {
  expect(newest([value], 'employer', now)).toBeNull();
});

test('a draft of the other side is not used', () => {
  expect(newest([kept(now)], 'job_seeker', now)).toBeNull();
});
