import { find } from './find.ts';
import type { Sent } from './sending.ts';
import { showReceipt } from './showReceipt.ts';

/** Takes the questionnaire away and shows the thank-you with the receipt code. `title` is the page’s own. */
export function showThanks(survey: HTMLElement, { status, code, changedSince }: Sent, title: string): void {
  const thanks = find(survey, '[data-thanks]');
  for (const part of ['form', '[data-progress]', '[data-status]']) find(survey, part).hidden = true;
  survey.classList.add('survey--wide');
  find(thanks, '[data-arrived-before]').hidden = !(status === 'stored_before' && changedSince);
  showReceipt(thanks, code, title);
  thanks.hidden = false;
  document.title = `Thank you. Your receipt · ${title}`;
  scrollTo({ top: 0, behavior: 'instant' });
  find(thanks, 'h2').focus({ preventScroll: true });
}
