import { expect, test } from 'vitest';
import { isEnded } from '../../../../src/api/moderation/isEnded.ts';
import { notDone } from '../../../../src/api/moderation/notDone.ts';

const refusal = (code: string) => ({ code, message: 'A sentence.', details: null, hint: null });

test.each([
  [401, 'signed_out', { status: 'signed_out' }],
  [403, 'second_factor', { status: 'second_factor' }],
  [403, 'not_a_moderator', { status: 'not_a_moderator', sentence: 'A sentence.' }],
  [409, 'changed', { status: 'changed', sentence: 'A sentence.' }],
  [409, 'conflict', { status: 'changed', sentence: 'A sentence.' }],
  [404, 'unknown', { status: 'changed', sentence: 'A sentence.' }],
  [400, 'not_valid', { status: 'refused', sentence: 'A sentence.' }],
])('%i %s', (status, code, read) => {
  expect(notDone(refusal(code), status)).toEqual(read);
});

// What the gateway and PostgreSQL say of a token that they do not take is not for a moderator’s eyes.
test.each([
  [401, refusal('PGRST301')],
  [403, refusal('42501')],
  [401, null],
])('%i without words of ours: whoever asked is signed out', (status, body) => {
  expect(notDone(body, status)).toEqual({ status: 'signed_out' });
});

test.each([
  [0, null],
  [500, refusal('XX000')],
  [502, 'Bad gateway'],
  [200, { hello: 'world' }],
])('%i and nothing to use is no reply', (status, body) => {
  expect(notDone(body, status)).toEqual({ status: 'no_reply' });
});

test('whoever has to sign in is told apart from whoever may try again', () => {
  const ended = ['signed_out', 'second_factor', 'not_a_moderator', 'changed', 'not_valid'].map((code) =>
    isEnded(notDone(refusal(code), 409)),
  );
  expect(ended).toEqual([true, true, true, false, false]);
});
