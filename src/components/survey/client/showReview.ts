import { isShown } from '../../../survey/routing.ts';
import type { Given } from '../../../survey/offRoute.ts';
import { find, findAll } from '../../../browser/find.ts';
import type { Asked, Field } from './readPage.ts';
import { counted } from './showProgress.ts';

function countsOf(questions: readonly Asked[], answers: Given): string {
  const asked = questions.map(({ fields }) => fields.filter((field) => isShown(field, answers)));
  const onRoute = asked.filter(({ length }) => length > 0);
  const answered = onRoute.filter((fields) => fields.some(({ id }) => id in answers)).length;
  const skipped = onRoute.length - answered;
  return `You answered ${counted(answered)} and skipped ${skipped === 0 ? 'none' : skipped}.`;
}

/** An answer in the words of the page. */
function words(field: Field, answers: Given): string {
  const answer = answers[field.id];
  if (answer === undefined) return 'Skipped';
  if (typeof answer === 'number') return `${answer} ${field.number?.unit ?? ''}`;
  // The label without the example under it.
  const label = field.radios.find(({ checked }) => checked)?.nextElementSibling?.firstChild;
  return label?.textContent?.trim() ?? answer;
}

function element(name: 'dt' | 'dd' | 'div' | 'span', text: string, className = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function changeLink(asked: Asked, change: (asked: Asked) => void): HTMLElement {
  const link = document.createElement('a');
  link.href = `#${asked.heading.id}`;
  link.append('Change', element('span', ` the answer to “${asked.heading.textContent.trim()}”`, 'vh'));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    change(asked);
  });
  const holder = element('dd', '', 'review__change');
  holder.append(link);
  return holder;
}

function item(asked: Asked, answers: Given, change: (asked: Asked) => void): HTMLElement {
  const shown = asked.fields.filter((field) => isShown(field, answers));
  const said = shown.map((field) => {
    const answer = element(
      'dd',
      '',
      field.id in answers ? 'review__answer' : 'review__answer review__skipped',
    );
    if (asked.fields.length > 1)
      answer.append(element('span', `${find(field.element, 'legend').textContent.trim()}: `, 'review__row'));
    answer.append(words(field, answers));
    return answer;
  });
  const group = element('div', '', 'review__item');
  group.append(element('dt', asked.heading.textContent.trim()), ...said, changeLink(asked, change));
  return group;
}

/**
 * Lists every question of the route with its answer and a way to change it, and says how many were answered, and why
 * there was nothing more to ask where one answer ended the questionnaire.
 */
export function showReview(
  survey: HTMLElement,
  questions: readonly Asked[],
  answers: Given,
  change: (asked: Asked) => void,
): void {
  find(survey, '[data-counts]').textContent = countsOf(questions, answers);
  const onRoute = questions.filter(({ fields }) => fields.some((field) => isShown(field, answers)));
  find(survey, '[data-review]').replaceChildren(...onRoute.map((asked) => item(asked, answers, change)));
  showScreenedOut(survey, questions);
}

function showScreenedOut(survey: HTMLElement, questions: readonly Asked[]): void {
  const ending = questions
    .flatMap(({ fields }) => fields.flatMap(({ radios }) => radios))
    .find((radio) => radio.checked && 'screensOut' in radio.dataset);
  for (const place of findAll(survey, '[data-screened-out]')) {
    place.hidden = ending === undefined;
    find(place, '[data-ending]').textContent = ending?.closest('label')?.dataset.label ?? '';
  }
}
