import type { NotDone } from '../../../api/receiptAnswer.ts';

/** Why something was not done, as a heading and a sentence. The same words for unknown, withdrawn and expired codes. */
export function sayWhy(notDone: NotDone): { readonly title: string; readonly said: string } {
  switch (notDone.status) {
    case 'unknown':
      return {
        title: 'We have no answers under this code',
        said: 'They may have been withdrawn, or the code may be too old or not the one you got. We say the same in each case, so that nobody can try codes out.',
      };
    case 'refused':
      return { title: 'Not now', said: notDone.sentence };
    case 'no_reply':
      return {
        title: 'The server did not reply',
        said: 'Please try again. If it stays like this, load the page anew and type the code once more.',
      };
  }
}
