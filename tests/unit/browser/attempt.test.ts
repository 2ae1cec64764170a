import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { attempt, isFailed } from '../../../src/browser/attempt.ts';
import { caller } from '../../../src/browser/call.ts';

const logged = vi.spyOn(console, 'error');
beforeEach(() => {
  logged.mockReset().mockImplementation(() => undefined);
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('location', { pathname: '/' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('an answer is passed on', async () => {
  const call = caller(() => Promise.resolve({ read: () => Promise.resolve({ status: 'found' } as const) }));
  expect(await call(({ read }) => read())).toEqual({ status: 'found' });
});

test('code that cannot be fetched is no defect', async () => {
  const call = caller(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  expect(await call(() => Promise.resolve())).toEqual({ status: 'failed', cause: 'away' });
  expect(logged).not.toHaveBeenCalled();
});

test.each([
  ['the code that was loaded', () => Promise.reject(new ReferenceError('ours')), () => Promise.resolve({})],
  ['what is done with it', () => Promise.resolve({}), () => Promise.reject(new TypeError('x is undefined'))],
])('an error in %s is a defect, and the console says so', async (_, load, ask) => {
  expect(await caller(load)(ask)).toEqual({ status: 'failed', cause: 'defect' });
  expect(logged).toHaveBeenCalledOnce();
});

test('what throws before it returns a promise is sorted like everything else', async () => {
  const answer = await attempt(() => {
    throw new Error('ours');
  });
  expect(isFailed(answer)).toBe(true);
});

test('an answer that does not come within the time limit ends the wait and the request', async () => {
  vi.useFakeTimers();
  const signals: AbortSignal[] = [];
  const answer = attempt((signal) => {
    signals.push(signal);
    return new Promise(() => undefined);
  });
  await vi.advanceTimersByTimeAsync(14_999);
  expect(signals[0]?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toEqual({ status: 'failed', cause: 'away' });
  expect(signals[0]?.aborted).toBe(true);
});

test('a clock that is set back or forward changes no wait', async () => {
  for (const jump of [-3 * 86_400_000, 3 * 86_400_000]) {
    vi.useFakeTimers();
    const answer = attempt(() => new Promise(() => undefined), 1_000);
    vi.setSystemTime(Date.now() + jump);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await answer).toEqual({ status: 'failed', cause: 'away' });
    vi.useRealTimers();
  }
});
