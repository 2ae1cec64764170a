import type { Refused } from '../../../api/notDone.ts';
import type { Failed } from '../../../browser/cause.ts';
import { why } from '../../../browser/why.ts';

/** A call with a receipt code that did not do what was asked for. */
export type NotDone = Refused | Failed | { readonly status: 'unknown' };

/** Why something was not done, as a heading and a sentence. The same words for unknown, withdrawn and expired codes. */
export function sayWhy(failed: NotDone): { readonly title: string; readonly said: string } {
  switch (failed.status) {
    case 'unknown':
      return {
        title: 'We have no answers under this code',
        said: 'They may have been deleted, or the code may be too old or not the one you got. We say the same in each case, so that nobody can try codes out.',
      };
    case 'refused':
      return { title: 'Not now', said: failed.sentence };
    case 'failed':
      return {
        title: 'That did not work',
        said: `${why(failed)} Please try again: your code stays the same.`,
      };
  }
}
