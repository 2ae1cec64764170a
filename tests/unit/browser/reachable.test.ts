import { afterEach, expect, test, vi } from 'vitest';
import { isReachable } from '../../../src/browser/reachable.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('nobody waits long for the first sign of the server; where it was slow, the next may take longer', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { pathname: '/survey/employer/' });
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const first = isReachable();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await first).toBe(false);

  const answer = Promise.withResolvers<Response>();
  vi.stubGlobal('fetch', () => answer.promise);
  const second = isReachable();
  await vi.advanceTimersByTimeAsync(14_000);
  answer.resolve(new Response());
  expect(await second).toBe(true);
});
