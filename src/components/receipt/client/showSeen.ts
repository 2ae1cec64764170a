import type { StoredResponse } from '../../../api/readResponse.ts';
import { find } from '../../../browser/find.ts';
import type * as calling from './calls.ts';

function element(tag: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

/** Fills in the stored answers, question by question. */
export function showSeen(page: HTMLElement, stored: StoredResponse, { seenInWords }: typeof calling): void {
  const { about, questions } = seenInWords(stored);
  find(page, '[data-seen-about]').textContent = about;
  find(page, '[data-seen-list]').replaceChildren(
    ...questions.map(({ wording, lines }) =>
      element(
        'div',
        element('dt', wording),
        ...lines.map(({ label, answer }) =>
          label === undefined ? element('dd', answer) : element('dd', element('span', `${label}: `), answer),
        ),
      ),
    ),
  );
}
