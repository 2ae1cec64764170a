import { readOwnComments } from '../../../api/readOwnComments.ts';
import { asKept, type OwnComment } from '../../../thread/own.ts';
import { codeField } from '../../receipt/client/codeField.ts';
import { find } from '../../../browser/find.ts';
import { attempt, isFailed } from '../../../browser/attempt.ts';
import { why } from '../../../browser/why.ts';
import type { View } from './view.ts';

const unknown =
  'We have no comment under this code. It may have been removed, or the code may not be the one you got. We say the same in each case, so that nobody can try codes out.';

/** Shows a comment that was written on another device, found by its receipt code. */
export function findByCode({ section, kind, thread }: View, found: (own: OwnComment) => void) {
  const form = find(section, '[data-code-form]');
  const said = find(form, '[data-code-said]');
  const typed = codeField(form);
  let isBusy = false;

  return async (): Promise<void> => {
    const code = isBusy ? null : typed.read();
    if (code === null) return;
    isBusy = true;
    said.textContent = 'Asking the server …';
    const answer = await attempt((signal) => readOwnComments([code], signal));
    isBusy = false;
    if (answer.status !== 'done') {
      said.textContent = isFailed(answer) ? `${why(answer)} Please try again.` : answer.sentence;
      return;
    }
    const [state] = answer.comments;
    if (state?.status !== 'found') {
      said.textContent = unknown;
      return;
    }
    said.textContent = '';
    typed.forget();
    const { id, parent, role } = state;
    const bare: OwnComment = {
      format: 1,
      id,
      code,
      receipt: '',
      // Shown in this thread, where it was asked for, even if it belongs to another.
      kind,
      thread,
      parent,
      role,
      text: '',
      at: Date.now(),
      standing: { is: 'unknown' },
    };
    found({ ...asKept(bare, state, Date.now()), kind, thread });
  };
}
