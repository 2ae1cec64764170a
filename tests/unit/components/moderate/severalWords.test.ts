import { describe, expect, test } from 'vitest';
import {
  commentsWords,
  failedWords,
  severalWords,
  stayWords,
} from '../../../../src/components/moderate/severalWords.ts';

const does = (...of: Parameters<typeof severalWords>) => severalWords(...of).does(commentsWords(12));

describe('a decision about several', () => {
  test('is called by what it does in its list', () => {
    expect(does('approve', 'waiting')).toBe('Approve 12 comments');
    expect(does('approve', 'reported')).toBe('Let 12 comments stand');
    expect(does('approve', 'rejected')).toBe('Show 12 comments again');
    expect(does('approve', 'hidden')).toBe('Show 12 comments again');
    expect(does('reject', 'approved')).toBe('Reject 12 comments');
    expect(does('hide', 'approved')).toBe('Hide 12 comments');
  });

  test('says how many that were chosen stay as they are', () => {
    expect(stayWords(0)).toBe('');
    expect(stayWords(1)).toBe(' One that you chose stays as it is: this cannot be done with it.');
    expect(stayWords(2)).toBe(' 2 that you chose stay as they are: this cannot be done with them.');
  });

  test('says how many were not done, apart from those that the list has lost', () => {
    expect(failedWords(0, 0)).toBe('');
    expect(failedWords(1, 0)).toBe('Not done: one comment, marked in the list.');
    expect(failedWords(0, 3)).toBe('Not in this list any more: 3 comments.');
    expect(failedWords(2, 1)).toBe(
      'Not done: 2 comments, marked in the list. Not in this list any more: one comment.',
    );
  });
});
