import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoReply, Unreadable } from '../../../src/api/notDone.ts';
import type { Outcome } from '../../../src/api/outcome.ts';
import { outbox, pause, type Sending, type Stopped } from '../../../src/browser/outbox.ts';

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
  vi.stubGlobal('location', { pathname: '/' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An outbox whose tries end as told; what was tried and shown is written down. */
function open(deliver: (item: string) => Promise<Outcome>) {
  const tried: string[] = [];
  const shown: Sending[] = [];
  const arrived: string[] = [];
  const stopped: Stopped[] = [];
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
    show: (sending) => shown.push(sending),
    arrived: (how) => arrived.push(how),
    stopped: (outcome) => stopped.push(outcome),
  });
  return { sender, tried, shown, arrived, stopped };
}

/** An outbox whose tries end one after the other as told, and after that all arrive. */
function openWith(...outcomes: (Outcome | Error)[]) {
  return open(() => {
    const outcome = outcomes.shift() ?? { status: 'stored' };
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
  });
}

describe('The pause between two tries', () => {
  test('doubles from 2 seconds to 5 minutes', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map((tries) => Math.round(pause(tries, 0.999_999)));
    expect(longest).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  test('is shorter by up to half, at random', () => {
    expect(pause(3, 0)).toBe(4);
    expect(pause(3, 0.5)).toBe(6);
  });
});

test.each(['stored', 'stored_before'] as const)(
  'what is %s has arrived, and is not sent again',
  async (status) => {
    const { sender, tried, arrived } = openWith({ status });
    sender.send('one');
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(tried).toEqual(['one']);
    expect(arrived).toEqual([status]);
  },
);

test.each<Stopped>([{ status: 'refused', code: 'not_valid', sentence: 'No.' }, { status: 'withdrawn' }])(
  '%j is never sent again',
  async (outcome) => {
    const { sender, tried, stopped } = openWith(outcome);
    sender.send('one');
    await vi.advanceTimersByTimeAsync(3_600_000);
    sender.hurry();
    await vi.advanceTimersByTimeAsync(0);
    expect(tried).toEqual(['one']);
    expect(stopped).toEqual([outcome]);
  },
);

test('a proof that was refused is renewed at once, twice in a row, and then after a pause', async () => {
  const refused = { status: 'proof' } as const;
  const { sender, tried, shown } = openWith(refused, refused, refused);
  sender.send('one');
  await vi.advanceTimersByTimeAsync(0);
  expect(tried).toHaveLength(3);
  expect(shown.at(-1)).toMatchObject({ is: 'waiting' });
});

test('a proof that was refused is renewed at once also where tries failed before, for another reason', async () => {
  const failing = new Unreadable('submit_response', 503, '');
  const { sender, tried, arrived } = openWith(failing, failing, failing, { status: 'proof' });
  sender.send('one');
  await vi.advanceTimersByTimeAsync(2_000 + 4_000 + 8_000);
  expect(tried).toHaveLength(5);
  expect(arrived).toEqual(['stored']);
});

test('what is dropped while it is being sent is not sent again, and nothing more is said of it', async () => {
  const { sender, tried, shown, arrived } = openWith(new NoReply());
  sender.send('one');
  sender.abandon();
  await vi.advanceTimersByTimeAsync(3_600_000);
  sender.hurry();
  await vi.advanceTimersByTimeAsync(0);
  expect([tried, shown, arrived]).toEqual([['one'], [{ is: 'sending' }], []]);
});

test('a server that asks for time gets at least that, and its sentence is shown', async () => {
  const { sender, shown } = openWith({ status: 'later', sentence: 'Come back.', seconds: 3600 });
  sender.send('one');
  await vi.advanceTimersByTimeAsync(3_599_000);
  expect(shown).toEqual([
    { is: 'sending' },
    { is: 'waiting', seconds: 3600, why: expect.objectContaining({ sentence: 'Come back.' }) as unknown },
  ]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(shown.at(-1)).toEqual({ is: 'sending' });
});

test('a server that asks for less time than the pause does not shorten it', async () => {
  vi.spyOn(Math, 'random').mockReturnValueOnce(0.5);
  const { sender, shown } = openWith({ status: 'later', sentence: 'Wait.', seconds: 1 });
  sender.send('one');
  await vi.advanceTimersByTimeAsync(0);
  expect(shown.at(-1)).toMatchObject({ seconds: 1.5 });
});

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
  expect(shown).toEqual([{ is: 'sending' }, { is: 'broken', cause: 'defect' }]);
  expect(logged).toHaveBeenCalledOnce();
  expect(arrived).toEqual([]);
});

test('after a defect the same item is tried again when the person asks', async () => {
  const { sender, tried, arrived } = openWith(new TypeError('x is undefined'));
  sender.send('one');
  await vi.advanceTimersByTimeAsync(0);
  sender.hurry();
  await vi.advanceTimersByTimeAsync(0);
  expect(tried).toEqual(['one', 'one']);
  expect(arrived).toEqual(['stored']);
});

test.each<[string, Error]>([
  ['away', new NoReply()],
  ['failing', new Unreadable('submit_response', 503, '')],
  ['refuses', new Unreadable('submit_response', 401, '{"message":"Invalid API key"}')],
  ['refuses', new Unreadable('submit_response', 540, '')],
  ['blocked', new Unreadable('submit_response', 200, '<html>')],
])('what is “%s” is said, and tried again by itself: %s', async (cause, error) => {
  const { sender, shown, arrived } = openWith(error, error);
  sender.send('one');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown.map(({ is }) => is)).toEqual(['sending', 'waiting', 'sending', 'waiting', 'sending']);
  expect(shown[1]).toMatchObject({ why: { cause } });
  expect(arrived).toEqual(['stored']);
});

test('a try that never ends is given up, and another one made', async () => {
  const { sender, tried, shown } = open(() => new Promise(() => undefined));
  sender.send('one');
  await vi.advanceTimersByTimeAsync(15_000);
  expect(shown.at(-1)).toMatchObject({ is: 'waiting', why: { cause: 'away' } });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(tried).toEqual(['one', 'one']);
});

test('a pause lasts as long as was said, whatever is done to the clock of the device meanwhile', async () => {
  for (const jump of [1, 40, 7_200, 3 * 86_400].flatMap((seconds) => [-seconds * 1000, seconds * 1000])) {
    const { sender, arrived } = openWith({ status: 'later', sentence: 'Wait.', seconds: 10 });
    sender.send('one');
    await vi.advanceTimersByTimeAsync(5_000);
    vi.setSystemTime(Date.now() + jump);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(arrived, `${jump}`).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(arrived, `${jump}`).toEqual(['stored']);
  }
});
