import { afterEach, expect, test, vi } from 'vitest';
import { NoReply } from '../../../src/api/notDone.ts';
import { causeOf } from '../../../src/browser/cause.ts';
import { fetchText } from '../../../src/browser/fetchText.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const failure = (): Promise<unknown> =>
  fetchText('/fragments/promise/').then(
    () => undefined,
    (error: unknown) => error,
  );

test.each([
  [404, 'refuses'],
  [500, 'failing'],
])(
  'a file that the server answers with %i was not stopped on its way: the server %s',
  async (status, cause) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status })));
    expect(await causeOf(await failure())).toBe(cause);
  },
);

test('a file whose request is lost got no reply', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failure()).toBeInstanceOf(NoReply);
});
