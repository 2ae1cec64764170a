import type { Solution } from 'altcha-lib/types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { proofs } from '../../../src/browser/proofs.ts';
import { untilGivenUp, untilSolved } from '../../../src/browser/proofTimes.ts';
import { solve } from '../../../src/browser/solver.ts';
import { solveInWorker } from '../../../src/browser/solveInWorker.ts';

vi.mock('../../../src/browser/solveInWorker.ts', () => ({ solveInWorker: vi.fn() }));
vi.mock('../../../src/browser/solver.ts', () => ({ solve: vi.fn() }));
const inWorker = vi.mocked(solveInWorker);
const here = vi.mocked(solve);
const solution: Solution = { counter: 1, derivedKey: '00' };

const challenge = {
  parameters: {
    algorithm: 'PBKDF2/SHA-256',
    nonce: '00',
    salt: '00',
    cost: 1,
    keyLength: 32,
    keyPrefix: '00',
    keySignature: '00',
    expiresAt: 1_600,
    data: { purpose: 'response', iat: 1_000, nbf: 1_000 },
  },
  signature: '00',
};

const answerWith = (body: unknown, status = 200): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));
};

const logged = vi.spyOn(console, 'error');
beforeEach(() => {
  logged.mockReset().mockImplementation(() => undefined);
  inWorker.mockReset();
  here.mockReset();
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('location', { origin: 'https://site.example', pathname: '/' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a challenge reaches the solver with everything that the server signed', async () => {
  const signed = { ...challenge, parameters: { ...challenge.parameters, newer: 1 } };
  answerWith(signed);
  inWorker.mockResolvedValue(solution);
  expect(await proofs('response', () => '').get()).toEqual({ challenge: signed, solution });
  expect(inWorker).toHaveBeenCalledWith(signed, expect.any(AbortSignal));
  expect(here).not.toHaveBeenCalled();
});

test('a refusal waits as long as the server asks', async () => {
  answerWith({ code: 'too_many', message: 'A sentence.', retry_after: 40 }, 429);
  expect(await proofs('response', () => '').get()).toEqual({
    status: 'later',
    sentence: 'A sentence.',
    seconds: 40,
  });
});

test('without a connection, and without a solution in time, the reason is said', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
  expect(await proofs('response', () => '').get()).toEqual({ status: 'failed', cause: 'away' });
  answerWith(challenge);
  inWorker.mockResolvedValue(null);
  expect(await proofs('response', () => '').get()).toEqual({ status: 'failed', cause: 'slow' });
  expect(logged).not.toHaveBeenCalled();
});

test('where a worker fails, the page solves it itself', async () => {
  answerWith(challenge);
  inWorker.mockRejectedValue(new ReferenceError('Worker is not defined'));
  here.mockResolvedValue(solution);
  expect(await proofs('response', () => '').get()).toEqual({ challenge, solution });
  expect(logged).not.toHaveBeenCalled();
});

test('a challenge that is none, and a solver that fails here as well, are defects', async () => {
  answerWith({ parameters: {}, signature: '00' });
  expect(await proofs('response', () => '').get()).toEqual({ status: 'failed', cause: 'defect' });
  answerWith(challenge);
  inWorker.mockRejectedValue(new Error('The worker failed.'));
  here.mockRejectedValue(new Error('ours'));
  expect(await proofs('response', () => '').get()).toEqual({ status: 'failed', cause: 'defect' });
  expect(logged).toHaveBeenCalledTimes(2);
});

/** What a clock is set by, in milliseconds. */
const jumps = [1, 40, 7_200, 3 * 86_400].flatMap((seconds) => [-seconds * 1000, seconds * 1000]);

test('a proof that is not due yet is waited for, whatever is done to the clock of the device meanwhile', async () => {
  vi.useFakeTimers();
  const { data } = challenge.parameters;
  answerWith({ ...challenge, parameters: { ...challenge.parameters, data: { ...data, nbf: data.iat + 3 } } });
  inWorker.mockResolvedValue(solution);
  for (const jump of jumps) {
    const proof = proofs('response', () => '');
    proof.begin();
    await vi.advanceTimersByTimeAsync(1_000);
    vi.setSystemTime(Date.now() + jump);
    const got = vi.fn();
    void proof.get().then(got);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(got).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(got, `${jump}`).toHaveBeenCalledWith(expect.objectContaining({ solution }));
  }
  expect(inWorker).toHaveBeenCalledTimes(jumps.length);
  vi.useRealTimers();
});

test('whoever waits is told each five seconds that it goes on, until when at the latest, and how much harder than usual it is', async () => {
  vi.useFakeTimers();
  const solved = Promise.withResolvers<Solution>();
  for (const times of [1, 16]) {
    const { data } = challenge.parameters;
    answerWith({ ...challenge, parameters: { ...challenge.parameters, data: { ...data, times } } });
    inWorker.mockReturnValue(solved.promise);
    const shown: unknown[] = [];
    void proofs('response', () => '').get((working) => shown.push(working));
    await vi.advanceTimersByTimeAsync(4_900);
    expect(shown).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_200);
    const sentence = times === 1 ? '' : 'It is 16 times as long as usual. ';
    const most = untilGivenUp / 1000;
    expect(shown).toEqual(
      [5, 10, 15].map((gone) => ({ is: 'solving', seconds: most - gone, why: { sentence } })),
    );
    if (times === 1) continue;
    solved.resolve(solution);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(shown.filter((working) => (working as { is: string }).is !== 'solving')).toEqual([
      { is: 'sending' },
    ]);
  }
  vi.useRealTimers();
});

test('where a worker fails, the time that is told goes on, is kept, and the next proof asks for no worker', async () => {
  vi.useFakeTimers();
  answerWith(challenge);
  inWorker.mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, 58_000));
    throw new Error('The worker failed.');
  });
  here.mockReturnValue(Promise.withResolvers<Solution>().promise);
  const seconds: number[] = [];
  const got = vi.fn();
  const made = proofs('response', () => '');
  void made.get((working) => 'seconds' in working && seconds.push(working.seconds)).then(got);
  await vi.advanceTimersByTimeAsync(untilGivenUp - 100);
  expect(here).toHaveBeenCalledTimes(1);
  expect(got).not.toHaveBeenCalled();
  const most = untilGivenUp / 1000;
  expect(seconds).toEqual(Array.from({ length: most / 5 - 1 }, (_, n) => most - 5 * (n + 1)));
  await vi.advanceTimersByTimeAsync(200);
  expect(got).toHaveBeenCalledWith({ status: 'failed', cause: 'slow' });
  expect(here.mock.lastCall?.[1]?.aborted).toBe(true);
  here.mockResolvedValue(solution);
  void made.get().then(got);
  await vi.advanceTimersByTimeAsync(100);
  expect(got).toHaveBeenLastCalledWith({ challenge, solution });
  expect(inWorker).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

test('a worker that says nothing holds a proof until the time that was told, and not the one after it', async () => {
  vi.useFakeTimers();
  answerWith(challenge);
  inWorker.mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, untilSolved));
    throw new Error('The worker hangs.');
  });
  here.mockReturnValue(Promise.withResolvers<Solution>().promise);
  const got = vi.fn();
  const made = proofs('response', () => '');
  void made.get().then(got);
  await vi.advanceTimersByTimeAsync(untilGivenUp + 100);
  expect(got).toHaveBeenCalledWith({ status: 'failed', cause: 'slow' });
  here.mockResolvedValue(solution);
  void made.get().then(got);
  await vi.advanceTimersByTimeAsync(100);
  expect(got).toHaveBeenLastCalledWith({ challenge, solution });
  expect(inWorker).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

test('nobody asks for another challenge where the proof was given up that somebody waited for', async () => {
  vi.useFakeTimers();
  const asked = vi.fn(() => Promise.resolve(Response.json(challenge)));
  vi.stubGlobal('fetch', asked);
  inWorker.mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, untilSolved));
    throw new Error('The worker hangs.');
  });
  const made = proofs('response', () => '');
  made.begin();
  void made.get();
  await vi.advanceTimersByTimeAsync(5_100);
  made.spoil();
  await vi.advanceTimersByTimeAsync(2 * untilSolved);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(here).not.toHaveBeenCalled();
  vi.useRealTimers();
});

test('whoever gives up a proof is let go at once, told nothing more, and its worker ends; the next is another', async () => {
  vi.useFakeTimers();
  answerWith(challenge);
  let given: AbortSignal | undefined;
  inWorker.mockImplementationOnce((_, signal) => {
    given = signal;
    return new Promise((_, reject) => {
      setTimeout(() => {
        reject(new Error('The worker hangs.'));
      }, untilSolved);
    });
  });
  const made = proofs('response', () => '');
  const [shown, got] = [vi.fn(), vi.fn()];
  void made.get(shown).then(got);
  await vi.advanceTimersByTimeAsync(5_100);
  expect(shown).toHaveBeenCalledTimes(1);
  expect(made.spoil()).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(got).toHaveBeenCalledTimes(1);
  expect(made.spoil()).toBe(false);
  expect(given?.aborted).toBe(true);
  inWorker.mockResolvedValue(solution);
  const next = vi.fn();
  void made.get().then(next);
  await vi.advanceTimersByTimeAsync(untilSolved);
  expect(next).toHaveBeenCalledWith({ challenge, solution });
  expect(shown).toHaveBeenCalledTimes(1);
  expect(here).not.toHaveBeenCalled();
  vi.useRealTimers();
});

test('whoever gives up while the server has not answered with a challenge is let go at once, too', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const made = proofs('response', () => '');
  const got = vi.fn();
  void made.get().then(got);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(made.spoil()).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(got).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});
