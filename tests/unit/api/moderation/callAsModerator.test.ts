import { expect, test } from 'vitest';
import { asModerator } from '../../../../src/api/moderation/callAsModerator.ts';
import { isEnded } from '../../../../src/api/moderation/session.ts';

const refused = (code: string) =>
  ({ status: 'refused', httpStatus: 400, code, sentence: 'A sentence.' }) as const;

test.each([
  ['signed_out', { status: 'signed_out' }],
  ['second_factor', { status: 'second_factor' }],
  ['not_a_moderator', { status: 'not_a_moderator', sentence: 'A sentence.' }],
  ['changed', { status: 'changed', sentence: 'A sentence.' }],
  ['conflict', { status: 'changed', sentence: 'A sentence.' }],
  ['unknown', { status: 'changed', sentence: 'A sentence.' }],
  ['not_valid', refused('not_valid')],
])('%s', (code, read) => {
  expect(asModerator(refused(code))).toEqual(read);
});

test('a moderator who has to sign in is told apart from one who may try again', () => {
  const ended = ['signed_out', 'second_factor', 'not_a_moderator', 'changed', 'not_valid'].map((code) =>
    isEnded(asModerator(refused(code))),
  );
  expect(ended).toEqual([true, true, true, false, false]);
});
