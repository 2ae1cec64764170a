import { find } from '../../../browser/find.ts';

const parts = {
  form: 'form',
  busy: '[data-busy]',
  outbox: '[data-outbox]',
  thanks: '[data-thanks]',
  ended: '[data-ended]',
} as const;

export type Part = keyof typeof parts;

/** Shows one part of the page: the questions, that another tab has them, the sending, the receipt, the end without one. */
export function showPart(survey: HTMLElement, part: Part): void {
  for (const [name, selector] of Object.entries(parts)) find(survey, selector).hidden = name !== part;
  if (part === 'form') return;
  find(survey, '[data-progress]').hidden = true;
  find(survey, '[data-status]').textContent = '';
  find(survey, 'h1').classList.add('vh');
  scrollTo({ top: 0, behavior: 'instant' });
  find(survey, `${parts[part]} h2`).focus({ preventScroll: true });
}
