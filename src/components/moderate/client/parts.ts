import type { Refused } from '../../../api/notDone.ts';
import { isFailed } from '../../../browser/attempt.ts';
import type { Failed } from '../../../browser/cause.ts';
import { why } from '../../../browser/why.ts';
import { find, findAll } from '../../../browser/find.ts';

/** The parts of the page, one of which is shown: the form to sign in, the second factor, or the queue. */
export type Part = 'sign-in' | 'factor' | 'queue';

/** Shows one part of the page, names it in the title, and moves the focus to its heading after a person has acted. */
export function showPart(page: HTMLElement, part: Part, { focus }: { readonly focus: boolean }): void {
  for (const element of findAll(page, '[data-part]')) element.hidden = element.dataset.part !== part;
  if (part !== 'queue') nameIn(document);
  if (!focus) return;
  scrollTo({ top: 0, behavior: 'instant' });
  find(page, `[data-part=${part}] h1`).focus({ preventScroll: true });
}

/** Puts how many comments wait before the title of the page, where a background tab shows it, or takes it away. */
export function nameIn(of: Document, waiting?: number): void {
  const name = of.title.replace(/^Waiting: \d+ · /, '');
  of.title = waiting === undefined ? name : `Waiting: ${waiting} · ${name}`;
}

/** Says above a form what went wrong, and goes there; nothing when there is nothing to say. */
export function alertIn(part: HTMLElement, sentence: string | null): void {
  const alert = find(part, '[data-alert]');
  alert.hidden = sentence === null;
  find(alert, 'p').textContent = sentence ?? '';
  if (sentence !== null) alert.focus();
}

/** Why something was not done, and what to do. */
export const whyNot = (answer: Refused | Failed): string =>
  isFailed(answer)
    ? `${why(answer)} Please try again; if that does not help, load the page again.`
    : answer.sentence;
