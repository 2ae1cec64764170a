import type { NotDone } from '../../../api/notDone.ts';

/** A call with a receipt code that did not do what was asked for. */
export type Failed = NotDone | { readonly status: 'unknown' };

/** Why something was not done, as a heading and a sentence. The same words for unknown, withdrawn and expired codes. */
export function sayWhy(failed: Failed): { readonly title: string; readonly said: string } {
  switch (failed.status) {
    case 'unknown':
      return {
        title: 'We have no answers under this code',
        said: 'They may have been withdrawn, or the code may be too old or not the one you got. We say the same in each case, so that nobody can try codes out.',
      };
    case 'refused':
      return { title: 'Not now', said: failed.sentence };
    case 'no_reply':
      return {
        title: 'The server did not reply',
        said: 'Please try again. If it stays like this, load the page anew and type the code once more.',
      };
    case 'defect':
      return {
        title: 'Something is wrong on this page',
        said: 'The mistake is ours. Load the page anew and type the code once more. If it stays like this, come back another day: your code stays the same.',
      };
  }
}
