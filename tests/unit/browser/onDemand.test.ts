import { afterEach, expect, test, vi } from 'vitest';
import { TooLong } from '../../../src/browser/inTime.ts';
import { onDemand } from '../../../src/browser/onDemand.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('code is asked for only once the server answers', async () => {
  const fetched = vi
    .fn()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValue(new Response());
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('location', { pathname: '/survey/employer/' });
  const load = vi.fn(() => Promise.resolve('code'));
  const get = onDemand(load);

  await expect(get(true)).rejects.toThrow(TooLong);
  expect(load).not.toHaveBeenCalled();
  expect(await get(true)).toBe('code');
  expect(await get(true)).toBe('code');
  expect(fetched).toHaveBeenCalledTimes(2);
});

test('code that never arrives is lost after as long as a request may take, and then the page may be reloaded', async () => {
  vi.useFakeTimers();
  const reload = vi.fn();
  vi.stubGlobal('fetch', () => Promise.resolve(new Response()));
  vi.stubGlobal('location', { pathname: '/survey/employer/', reload });
  const get = onDemand(() => new Promise<never>(() => undefined));

  const first = expect(get(true)).rejects.toThrow(TooLong);
  await vi.advanceTimersByTimeAsync(15_000);
  await first;
  expect(reload).not.toHaveBeenCalled();
  await expect(get(true)).rejects.toThrow();
  expect(reload).toHaveBeenCalledOnce();
});

test('code that is being loaded has not failed: who asks for it meanwhile does not reload the page', async () => {
  const reload = vi.fn();
  vi.stubGlobal('fetch', () => Promise.resolve(new Response()));
  vi.stubGlobal('location', { pathname: '/survey/employer/', reload });
  const get = onDemand(() => Promise.resolve('code'));
  expect(await Promise.all([get(false), get(true)])).toEqual(['code', 'code']);
  expect(reload).not.toHaveBeenCalled();
});
