import { expect, test } from 'vitest';
import { answeredDays, isAnswered, isKept, keptUntil, newest, type Kept } from '../../../src/survey/draft.ts';

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

test('of what is found the last is used, also where the clock was set back before it was written', () => {
  const [older, newer] = [kept(now - 1), kept(now - 2)];
  expect(newest([older, newer], now)).toBe(newer);
});

test('a draft is used for 30 days after its last change and not a moment longer', () => {
  const draft = kept(now);
  expect(keptUntil(now)).toBe(now + 30 * day);
  expect(newest([draft], now + 30 * day - 1)).toBe(draft);
  expect(newest([draft], now + 30 * day)).toBeNull();
});

test('a receipt whose owner has not said that they have it does not expire', () => {
  const sent = kept(now, { outgoing: { identity, arrived: 'stored' } });
  expect(newest([sent], now + 300 * day)).toBe(sent);
  const waiting = kept(now, { outgoing: { identity } });
  expect(newest([waiting], now + 300 * day)).toBeNull();
});

test('a draft, what waits to be sent and a receipt can be restored', () => {
  expect(isKept(kept(now))).toBe(true);
  expect(isKept(kept(now, { outgoing: { identity } }))).toBe(true);
  expect(isKept(kept(now, { outgoing: { identity, arrived: 'stored' } }))).toBe(true);
});

test.each([
  [null],
  [undefined],
  ['text'],
  [7],
  [{}],
  [{ ...kept(now), format: 2 }],
  [{ ...kept(now), at: 'now' }],
  [{ ...kept(now), chosen: null }],
  [{ ...kept(now), chosen: { e_role: 7 } }],
  [{ ...kept(now), typed: { s_hours: {} } }],
  [{ ...kept(now), orders: { e_role: 'hr' } }],
  [{ ...kept(now), seen: 'e_role' }],
  [{ ...kept(now), outgoing: null }],
  [{ ...kept(now), outgoing: { arrived: 'stored' } }],
  [{ ...kept(now), outgoing: { identity: { id: 'an id' } } }],
  [{ ...kept(now), outgoing: { identity, submission: {} } }],
])('what cannot be restored is told: %j', (value) => {
  expect(isKept(value)).toBe(false);
});

test('that a device has answered is remembered for a year', () => {
  const today = Date.now();
  expect(isAnswered({ format: 1, at: today })).toBe(true);
  expect(isAnswered({ format: 1, at: today - answeredDays * day })).toBe(false);
  for (const other of [null, [], { at: today }, { format: 1 }]) expect(isAnswered(other)).toBe(false);
});
