import { expect, test } from 'vitest';
import { arrived, asKept, type OwnComment } from '../../../src/thread/own.ts';

const own: OwnComment = {
  format: 1,
  id: 'a',
  code: 'CODE',
  receipt: 'f0',
  kind: 'essay',
  thread: 'why',
  parent: null,
  role: 'recruiter',
  text: 'as it was typed',
  at: 1,
  standing: { is: 'outgoing', tried: true },
};

test('a comment that has arrived waits, and may be changed for a quarter of an hour', () => {
  expect(arrived(own, 1_000).standing).toEqual({
    is: 'kept',
    state: 'waiting',
    reason: null,
    editableUntil: 1_000 + 15 * 60_000,
  });
});

test('what the server says takes the place of what the device knew, but not the code', () => {
  const kept = asKept(
    own,
    {
      status: 'found',
      id: 'a',
      kind: 'essay',
      thread: 'why',
      parent: null,
      role: 'none',
      text: null,
      state: 'rejected',
      reason: 'abusive',
      editable_seconds: 0,
    },
    5_000,
  );
  expect(kept).toEqual({
    ...own,
    role: 'none',
    text: '',
    standing: { is: 'kept', state: 'rejected', reason: 'abusive', editableUntil: 5_000 },
  });
});

test('the words of a comment that the server does not know stay on the device', () => {
  expect(asKept(own, { status: 'unknown' }, 5_000)).toEqual({ ...own, standing: { is: 'unknown' } });
});
