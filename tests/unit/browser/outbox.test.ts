import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome } from '../../../src/api/outcome.ts';
import { outbox, type Sending } from '../../../src/browser/outbox.ts';

const proof = { challenge: { parameters: {} }, solution: {} };
vi.mock('../../../src/browser/onDemand.ts', () => ({
  onDemand: () => () =>
    Promise.resolve({
      proofs: () => ({ begin: () => undefined, get: () => Promise.resolve(proof), spoil: () => undefined }),
    }),
}));

const logged = vi.spyOn(console, 'error');
beforeEach(() => {
  vi.useFakeTimers();
  logged.mockReset().mockImplementation(() => undefined);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('document', { addEventListener: () => undefined, visibilityState: 'visible' });
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An outbox whose tries end as told; what was tried and shown is written down. */
function open(deliver: (item: string) => Promise<Outcome>) {
  const tried: string[] = [];
  const shown: Sending['is'][] = [];
  const arrived: string[] = [];
  const sender = outbox<string>({
    purpose: 'response',
    fetchDelivery: () =>
      Promise.resolve({
        deliver: (item) => {
          tried.push(item);
          return deliver(item);
        },
      }),
    trap: () => '',
    isKept: () => true,
    show: ({ is }) => shown.push(is),
    arrived: (how) => arrived.push(how),
    stopped: () => undefined,
  });
  return { sender, tried, shown, arrived };
}

test('what is sent while another is being tried is sent next, once the first has arrived', async () => {
  let finish: (outcome: Outcome) => void = () => undefined;
  const { sender, tried, arrived } = open((item) =>
    item === 'first'
      ? new Promise((resolve) => {
          finish = resolve;
        })
      : Promise.resolve({ status: 'stored' }),
  );
  sender.send('first');
  await vi.advanceTimersByTimeAsync(0);
  sender.send('second');
  finish({ status: 'stored' });
  await vi.advanceTimersByTimeAsync(0);
  expect(tried).toEqual(['first', 'second']);
  expect(arrived).toEqual(['stored']);
});

test('an error of the page is no lost connection: it is reported, shown, and not tried again by itself', async () => {
  const { sender, tried, shown, arrived } = open(() => Promise.reject(new TypeError('x is undefined')));
  sender.send('one');
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(tried).toEqual(['one']);
  expect(shown).toEqual(['sending', 'broken']);
  expect(logged).toHaveBeenCalledOnce();
  expect(arrived).toEqual([]);
});

test('after a defect the same item is tried again when the person asks', async () => {
  const outcomes: Outcome[] = [{ status: 'defect' }, { status: 'stored' }];
  const { sender, tried, arrived } = open(() => Promise.resolve(outcomes.shift() ?? { status: 'later' }));
  sender.send('one');
  await vi.advanceTimersByTimeAsync(0);
  sender.hurry();
  await vi.advanceTimersByTimeAsync(0);
  expect(tried).toEqual(['one', 'one']);
  expect(arrived).toEqual(['stored']);
});

test('without a reply it is tried again by itself', async () => {
  const outcomes: Outcome[] = [{ status: 'later' }, { status: 'later' }, { status: 'stored' }];
  const { sender, shown, arrived } = open(() => Promise.resolve(outcomes.shift() ?? { status: 'later' }));
  sender.send('one');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown).toEqual(['sending', 'waiting', 'sending', 'waiting', 'sending']);
  expect(arrived).toEqual(['stored']);
});
