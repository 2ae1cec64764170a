import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoReply, Unreadable } from '../../../src/api/notDone.ts';
import { noReply } from '../../../src/api/supabaseAddress.ts';
import { causeOf, NotSolved } from '../../../src/browser/cause.ts';
import { TooLong } from '../../../src/browser/inTime.ts';

const logged = vi.spyOn(console, 'error');
/** Whether the device knows of a network, and the server of the page answers. */
function be({ onLine = true, isReachable = true } = {}): void {
  vi.stubGlobal('navigator', { onLine });
  vi.stubGlobal('fetch', () =>
    isReachable ? Promise.resolve(new Response()) : Promise.reject(new TypeError('Failed to fetch')),
  );
}
beforeEach(() => {
  logged.mockReset().mockImplementation(() => undefined);
  vi.stubGlobal('location', { pathname: '/' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const lost = [
  new NoReply('f got no reply.'),
  new TypeError('Failed to fetch dynamically imported module: https://site.example/a.js'),
  new TypeError('error loading dynamically imported module: https://site.example/a.js'),
  new TypeError('Importing a module script failed.'),
];
describe.each(lost)('%s', (error) => {
  test.each([
    ['blocked', 'while the site answers', {}],
    ['away', 'while the site does not answer either', { isReachable: false }],
    ['offline', 'without a network', { isReachable: false, onLine: false }],
  ])('is “%s” %s', async (cause, _, world) => {
    be(world);
    expect(await causeOf(error)).toBe(cause);
  });
});

test.each([
  ['silent', 'while the site answers', {}],
  ['away', 'while the site does not answer either', { isReachable: false }],
  ['offline', 'without a network', { isReachable: false, onLine: false }],
])('no reply of a database on another host is “%s” %s', async (cause, _, world) => {
  be(world);
  vi.stubEnv('PUBLIC_SUPABASE_URL', 'https://database.example');
  const error = noReply('f got no reply.', undefined);
  vi.unstubAllEnvs();
  expect(await causeOf(error)).toBe(cause);
});

test.each([
  ['updated', 404],
  ['blocked', 200],
  ['blocked', 'stopped'],
])('a module that did not load is “%s” where its address answers %s', async (cause, answer) => {
  be();
  const address = 'https://site.example/_astro/calls-1.js';
  vi.stubGlobal('fetch', (asked: string) =>
    asked === address && answer === 'stopped'
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(new Response(null, { status: asked === address ? Number(answer) : 200 })),
  );
  const error = Object.assign(new TypeError('Importing a module script failed.'), { address });
  expect(await causeOf(error)).toBe(cause);
});

test.each([
  ['failing', 503, '{"code":"57P01"}'],
  ['failing', 502, '<h1>Bad gateway</h1>'],
  ['failing', 429, 'Slow down'],
  ['refuses', 401, '{"message":"Invalid API key"}'],
  ['refuses', 404, '{"code":"PGRST202","message":"Could not find the function"}'],
  ['refuses', 540, '{"message":"Project paused"}'],
  ['blocked', 200, '<!doctype html><title>Sign in to the network</title>'],
  ['blocked', 403, ' <html>This address is not allowed here</html>'],
  ['blocked', 511, '<html></html>'],
  ['defect', 200, '{"status":"another"}'],
])('a reply that cannot be read is “%s”: %i %s', async (cause, httpStatus, text) => {
  be();
  expect(await causeOf(new Unreadable('f', httpStatus, text))).toBe(cause);
});

test('no answer in time is the server’s silence; no solution in time is a slow device', async () => {
  be();
  expect(await causeOf(new TooLong())).toBe('away');
  expect(await causeOf(new NotSolved())).toBe('slow');
});

test.each([
  new TypeError('x is undefined'),
  new RangeError('ours'),
  new DOMException('', 'SecurityError'),
  'thrown',
])('%s is a defect, offline too, and the console says so', async (error) => {
  be({ onLine: false, isReachable: false });
  expect(await causeOf(error)).toBe('defect');
  expect(logged).toHaveBeenCalledWith(error);
});

test('the same in a browser that cannot hash is the browser’s age', async () => {
  be();
  vi.stubGlobal('crypto', {});
  expect(await causeOf(new TypeError('Cannot read properties of undefined'))).toBe('old');
});
