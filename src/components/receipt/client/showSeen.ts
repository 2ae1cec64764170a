import { find } from '../../../browser/find.ts';
import type { AnsweredQuestion } from '../../../survey/answersInWords.ts';

function element(tag: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

function changeButton({ id, wording }: AnsweredQuestion): HTMLElement {
  const hidden = element('span', ` the answer to “${wording}”`);
  hidden.className = 'vh';
  const button = element('button', 'Change', hidden);
  button.className = 'act no-print';
  button.setAttribute('type', 'button');
  button.dataset.change = id;
  return button;
}

/** Fills in the stored answers, question by question, each with a way to change it alone. */
export function showSeen(
  page: HTMLElement,
  { about, questions }: { readonly about: string; readonly questions: readonly AnsweredQuestion[] },
): void {
  find(page, '[data-seen-about]').textContent = about;
  find(page, '[data-seen-list]').replaceChildren(
    ...questions.map((question) =>
      element(
        'div',
        element('dt', question.wording),
        ...question.lines.map(({ label, answer }) =>
          label === undefined ? element('dd', answer) : element('dd', element('span', `${label}: `), answer),
        ),
        element('dd', changeButton(question)),
      ),
    ),
  );
}
