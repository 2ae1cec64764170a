import { find, findAll } from '../../../browser/find.ts';

/** The states of the page: the code is asked for, or one thing is done with it, or was done. */
export type Part = 'code' | 'seen' | 'correct' | 'withdraw' | 'withdrawn' | 'corrected';

/** Shows one part of the page, says in the title which, and moves the focus to its heading unless told not to. */
export function showPart(page: HTMLElement, part: Part, { focus = true } = {}): void {
  for (const element of findAll(page, '[data-part]')) element.hidden = element.dataset.part !== part;
  const heading = find(page, `[data-part=${part}] h1`);
  const name = document.title.split(' · ').at(-1) ?? '';
  document.title = `${part === 'code' ? 'Your receipt' : heading.textContent} · ${name}`;
  scrollTo({ top: 0, behavior: 'instant' });
  if (focus) heading.focus({ preventScroll: true });
}
