import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask, callFunction } from '../../../src/api/callFunction.ts';
import { NoReply, Unreadable } from '../../../src/api/notDone.ts';

const schema = v.object({ status: v.literal('found'), n: v.number() });
const found = { status: 'found', n: 1 };
const refusal = (code: string, more = {}) => ({ code, message: 'A sentence.', ...more });

const call = (request: unknown = {}) => callFunction('f', request, schema, AbortSignal.timeout(1_000));

/** Lets the server answer once. A string is sent as it is. */
function answerWith(httpStatus: number, body: unknown): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(text, { status: httpStatus })));
}
const failWith = (error: Error): void => {
  vi.stubGlobal('fetch', () => Promise.reject(error));
};

beforeEach(() => {
  vi.stubGlobal('location', { origin: 'https://site.example' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('an answer that fits is returned, without what the schema does not name', async () => {
  answerWith(200, { ...found, more: true });
  expect(await call()).toEqual(found);
});

test.each([
  ['too many, with a time', 429, refusal('too_many', { retry_after: 40 }), { code: 'too_many', seconds: 40 }],
  ['too many, without', 429, refusal('queue_full'), { code: 'queue_full' }],
  ['a thread that is closed', 409, refusal('closed', { details: null }), { code: 'closed' }],
])('a refusal is passed on in the server’s words: %s', async (_, httpStatus, body, read) => {
  answerWith(httpStatus, body);
  expect(await call()).toEqual({ status: 'refused', httpStatus, sentence: 'A sentence.', ...read });
});

test.each([
  ['no connection', new TypeError('fetch failed')],
  ['aborted', new DOMException('', 'AbortError')],
])('%s is no reply', async (_, error) => {
  failWith(error);
  await expect(call()).rejects.toThrow(NoReply);
});

test('a connection that is lost in the middle of the answer is no reply', async () => {
  const body = new ReadableStream({
    start: (stream) => {
      stream.error(new TypeError('terminated'));
    },
  });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
  await expect(call()).rejects.toThrow(NoReply);
});

test.each([
  ['an error of PostgreSQL', 503, { code: '57P01', message: 'terminating connection' }],
  ['our words with a status that is none of ours', 500, refusal('closed')],
  ['a page of a gateway', 502, '<h1>Bad gateway</h1>'],
  ['another answer', 200, { status: 'ok' }],
  ['a field of another type', 200, { ...found, n: '1' }],
  ['no JSON', 200, '<h1>Hello</h1>'],
  ['a function that PostgREST does not know', 404, { code: 'PGRST202', message: 'Not found' }],
  ['a key that is not taken', 401, { code: 'PGRST301', message: 'JWT' }],
])('%s cannot be read, and is passed on with its status', async (_, httpStatus, body) => {
  answerWith(httpStatus, body);
  await expect(call()).rejects.toMatchObject({ constructor: Unreadable, httpStatus });
});

test('a request that cannot be written is no lost connection', async () => {
  answerWith(200, found);
  const error: unknown = await call({ n: 1n }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TypeError);
});

test.each([
  [401, refusal('PGRST301')],
  [403, refusal('42501')],
  [401, 'null'],
])('%i without our own words to a moderator means that the token was not taken', async (httpStatus, body) => {
  answerWith(httpStatus, body);
  expect(await ask('f', {}, schema, AbortSignal.timeout(1_000), 'token')).toMatchObject({
    refused: { status: 'refused', code: 'signed_out' },
  });
});
