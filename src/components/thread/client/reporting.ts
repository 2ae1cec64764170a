import { reportComment } from '../../../api/reportComment.ts';
import type { ReportReason } from '../../../thread/reportReason.ts';
import { find } from '../../../browser/find.ts';
import { onDemand } from '../../../browser/onDemand.ts';
import type { Proofs, Working } from '../../../browser/proofs.ts';
import { spaceUnder, type WritingContext } from './context.ts';
import { fromTemplate } from './fromTemplate.ts';
import { solvingWords } from './ownWords.ts';
import { attempt, isFailed, orFailed } from '../../../browser/attempt.ts';
import { why } from '../../../browser/why.ts';

/** Shows thanks in place of the form. */
function thank(form: HTMLElement, item: HTMLElement): void {
  const thanks = document.createElement('p');
  thanks.className = 'small';
  thanks.tabIndex = -1;
  thanks.textContent = 'Thank you. A moderator is told, and reads it again.';
  form.replaceWith(thanks);
  thanks.focus();
  find(item, ':scope > .c__acts > [data-act=report]').hidden = true;
}

/** What stands in the honeypot of a form. */
const trapIn = (form: HTMLElement): string => (find(form, '[data-trap]') as HTMLInputElement).value;

/** Lets a reader report a comment. */
export function reporting(context: WritingContext) {
  const fetchProofs = onDemand(() => import('../../../browser/proofs.ts'));
  let made: Proofs | undefined;
  let isBusy = false;
  let opened: HTMLElement | undefined;
  const proofs = async (): Promise<Proofs> => {
    const fetched = await fetchProofs(false);
    return (made ??= fetched.proofs('report', () => (opened ? trapIn(opened) : '')));
  };

  /** @returns why it was not taken, in one sentence; null when it was */
  async function send(
    form: HTMLElement,
    comment: string,
    reason: ReportReason,
    show: (working: Working) => void,
  ): Promise<string | null> {
    opened = form;
    const proof = await orFailed(proofs().then(({ get }) => get(show)));
    if (isFailed(proof)) return `${why(proof)} Please send it again.`;
    if ('status' in proof) return proof.sentence;
    const answer = await attempt((signal) =>
      reportComment({ comment, reason }, { proof, trap: trapIn(form) }, signal),
    );
    // A proof of work counts once, whatever the answer.
    made?.spoil();
    if (answer.status === 'reported') return null;
    return isFailed(answer) ? `${why(answer)} Please send it again.` : answer.sentence;
  }

  return {
    ask: (item: HTMLElement): void => {
      const form = fromTemplate(context.view.section, 'report');
      spaceUnder(context, item).append(form);
      find(form, 'input').focus();
      void orFailed(
        proofs().then(({ begin }) => {
          begin();
        }),
      );
    },
    submit: async (form: HTMLFormElement, item: HTMLElement): Promise<void> => {
      const said = find(form, '[data-said]');
      if (isBusy) {
        said.textContent = 'One report is still being sent: press again once it is.';
        return;
      }
      const reason = new FormData(form).get('reason');
      if (reason === null) {
        said.textContent = 'Choose one of these first.';
        find(form, 'input').focus();
        return;
      }
      isBusy = true;
      const show = (working: Working): void => {
        said.textContent = working.is === 'solving' ? `${solvingWords(working)}.` : 'Being sent …';
      };
      show({ is: 'sending' });
      const problem = await send(form, item.dataset.comment ?? '', reason as ReportReason, show);
      isBusy = false;
      if (problem === null) thank(form, item);
      else said.textContent = problem;
    },
  };
}
