import { find } from '../../../browser/find.ts';

const parts = ['form', 'busy', 'outbox', 'thanks', 'ended'] as const;

export type Part = (typeof parts)[number];

/** Shows one part of the page: the questions, that another tab has them, the sending, the receipt, the end without one. */
export function showPart(survey: HTMLElement, part: Part): void {
  for (const name of parts) find(survey, `[data-${name}]`).hidden = name !== part;
  if (part === 'form') return;
  find(survey, '[data-progress]').hidden = true;
  find(survey, '[data-status]').textContent = '';
  find(survey, 'h1').classList.add('vh');
  scrollTo({ top: 0, behavior: 'instant' });
  find(survey, `[data-${part}] h2`).focus({ preventScroll: true });
}
