import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
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
  const { onDemand } = await import('../../../src/browser/onDemand.ts');
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
