import { beforeEach, expect, test, vi } from 'vitest';
import { caller } from '../../../src/browser/call.ts';

const logged = vi.spyOn(console, 'error');
beforeEach(() => {
  logged.mockReset().mockImplementation(() => undefined);
});

test('an answer is passed on', async () => {
  const call = caller(() => Promise.resolve({ read: () => Promise.resolve({ status: 'found' } as const) }));
  expect(await call(({ read }) => read())).toEqual({ status: 'found' });
});

test('code that cannot be fetched is no reply', async () => {
  const call = caller(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  expect(await call(() => Promise.resolve({ status: 'found' }))).toEqual({ status: 'no_reply' });
  expect(logged).not.toHaveBeenCalled();
});

test.each([
  ['the code that was loaded', () => Promise.reject(new ReferenceError('ours')), () => Promise.resolve({})],
  ['what is done with it', () => Promise.resolve({}), () => Promise.reject(new TypeError('x is undefined'))],
])('an error in %s is a defect, and the console says so', async (_, load, ask) => {
  expect(await caller(load)(ask)).toEqual({ status: 'defect' });
  expect(logged).toHaveBeenCalledOnce();
});

test('an answer that does not come within the time limit is no reply', async () => {
  const now = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(now.signal);
  const call = caller(() => Promise.resolve({}));
  const answer = call(() => new Promise<{ status: 'found' }>(() => undefined));
  now.abort();
  expect(await answer).toEqual({ status: 'no_reply' });
});
