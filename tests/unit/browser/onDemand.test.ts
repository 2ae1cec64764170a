import { afterEach, expect, test, vi } from 'vitest';
import { onDemand } from '../../../src/browser/onDemand.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('nobody waits long for the first sign of the server; where it was slow, the next may take longer', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout');
  const fetched = vi
    .fn()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockRejectedValueOnce(new DOMException('signal timed out', 'TimeoutError'))
    .mockResolvedValue(new Response());
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('location', { pathname: '/survey/employer/' });
  const load = vi.fn(() => Promise.resolve('code'));
  const get = onDemand(load);

  expect(await get(true)).toBeUndefined();
  expect(await get(true)).toBeUndefined();
  expect(load).not.toHaveBeenCalled();
  expect(await get(true)).toBe('code');
  expect(timeout.mock.calls).toEqual([[4000], [4000], [15_000]]);
  expect(await get(true)).toBe('code');
  expect(fetched).toHaveBeenCalledTimes(3);
});

test('code that never arrives is lost after as long as a request may take, and then the page may be reloaded', async () => {
  vi.useFakeTimers();
  const reload = vi.fn();
  vi.stubGlobal('fetch', () => Promise.resolve(new Response()));
  vi.stubGlobal('location', { pathname: '/survey/employer/', reload });
  const get = onDemand(() => new Promise<never>(() => undefined));

  const first = get(true);
  await vi.advanceTimersByTimeAsync(15_000);
  await expect(first).resolves.toBeUndefined();
  expect(reload).not.toHaveBeenCalled();
  await expect(get(true)).resolves.toBeUndefined();
  expect(reload).toHaveBeenCalledOnce();
});
