import type { Outgoing } from '../../../survey/draft.ts';
import type { Given } from '../../../survey/offRoute.ts';
import type { SideId } from '../../../survey/question.ts';
import { find } from '../../../browser/find.ts';
import { showPart } from './showPart.ts';
import { showReceipt } from './showReceipt.ts';

/** What the page tells others on it once the answers have arrived: the event `survey:sent` on its root. */
export interface SentDetail {
  readonly side: SideId;
  readonly instrument: string;
  readonly answers: Given;
}

/** Shows the thank-you with the receipt code. `title` is the page’s own. */
export function showThanks(
  survey: HTMLElement,
  { identity, firstTry, submission, arrived }: Outgoing,
  title: string,
): void {
  const changedSince = firstTry !== undefined && firstTry !== JSON.stringify(submission?.answers);
  find(survey, '[data-arrived-before]').hidden = !(arrived === 'stored_before' && changedSince);
  showReceipt(find(survey, '[data-thanks]'), identity.code, title);
  survey.classList.add('survey--wide');
  showPart(survey, 'thanks');
  document.title = `Thank you. Your receipt · ${title}`;
  if (submission === undefined) return;
  const { side, instrument, answers } = submission;
  survey.dispatchEvent(new CustomEvent<SentDetail>('survey:sent', { detail: { side, instrument, answers } }));
}

/** Resolves once the page can be seen. */
export const seen = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
