import type { Outgoing } from '../../../survey/draft.ts';
import type { Answers } from '../../../survey/answers.ts';
import type { SideId } from '../../../survey/question.ts';
import type { Sent } from '../../compare/client/showComparison.ts';
import '../../charts/client/copyText.ts';
import { waitForSending } from '../../compare/client/waitForSending.ts';
import { find, findAll } from '../../../browser/find.ts';
import { onDemand } from '../../../browser/onDemand.ts';
import { remember } from './showNotes.ts';
import { depthNow } from './screens.ts';
import { showPart } from './showPart.ts';
import { showReceipt } from './showReceipt.ts';

const loadComparison = onDemand(() => import('../../compare/client/showComparison.ts'));
// Listens before the answers have arrived. Never by a reload: it would take the receipt and the answers off the page.
waitForSending(() => loadComparison(false));

/** How long a browser may take to go back: then the page goes on where it is. Milliseconds. */
const longestBack = 1_000;

/** Goes back to the entry that the survey was opened with, so that one Back leaves the page: its screens are over. */
async function leaveScreens(): Promise<void> {
  const depth = depthNow();
  if (depth > 0)
    await new Promise((resolve) => {
      addEventListener('popstate', resolve, { once: true });
      setTimeout(resolve, longestBack);
      history.go(-depth);
    });
  history.replaceState(null, '', location.pathname + location.search);
}

/**
 * Hides what is not meant for somebody with these answers, and lets the toolkit start from how far they got: in the
 * fragment, which a browser sends to nobody.
 */
function fitOnwards(survey: HTMLElement, answers: Answers): void {
  for (const part of findAll(survey, '[data-outcomes]'))
    part.hidden = part.dataset.outcomes?.split(' ').includes(String(answers.s_outcome)) !== true;
  const link = survey.querySelector<HTMLAnchorElement>('[data-stages]');
  if (link === null) return;
  const stages = JSON.parse(link.dataset.stages ?? '') as Partial<Record<string, string>>;
  const stage = stages[String(answers.s_stage)];
  if (stage !== undefined) link.hash = `stage=${stage}`;
}

/** What the thank-you needs of the page around it. */
interface Held {
  /** Whether the device keeps the receipt, so that the page may be loaded again. */
  isKept: () => boolean;
  /** The person has the receipt. */
  over: () => void;
}

/** Shows the thank-you with the receipt code, until the person says that they have it. @param title the page’s own @param isNow whether it has arrived just now */
export async function showThanks(
  survey: HTMLElement,
  { identity, firstTry, submission, arrived }: Outgoing,
  title: string,
  { isKept, over }: Held,
  isNow: boolean,
): Promise<void> {
  void remember(survey.dataset.survey as SideId, isNow);
  const changedSince = firstTry !== undefined && firstTry !== JSON.stringify(submission?.answers);
  find(survey, '[data-arrived-before]').hidden = !(arrived === 'stored_before' && changedSince);
  if (isKept()) await leaveScreens();
  showReceipt(find(survey, '[data-thanks]'), { code: identity.code, title, isKept: isKept(), over });
  survey.classList.add('survey--wide');
  showPart(survey, 'thanks');
  document.title = `Thank you. Your receipt · ${title}`;
  if (submission === undefined) return;
  const { side, instrument, answers } = submission;
  fitOnwards(survey, answers);
  survey.dispatchEvent(new CustomEvent<Sent>('survey:sent', { detail: { side, instrument, answers } }));
}
