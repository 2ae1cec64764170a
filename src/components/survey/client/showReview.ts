import { isShown } from '../../../survey/routing.ts';
import { find } from '../../../browser/find.ts';
import { shownIfOf, type Asked, type Field } from './readPage.ts';
import { counted } from './showProgress.ts';
import type { Answers } from '../../../survey/answers.ts';

function countsOf(questions: readonly Asked[], answers: Answers): string {
  const asked = questions.map(({ fields }) => fields.filter((field) => isShown(field, answers)));
  const onRoute = asked.filter(({ length }) => length > 0);
  const answered = onRoute.filter((fields) => fields.some(({ id }) => id in answers)).length;
  const skipped = onRoute.length - answered;
  return `You answered ${counted(answered)} and skipped ${skipped === 0 ? 'none' : skipped}.`;
}

/** An answer in the words of the page. */
function words(field: Field, answers: Answers): string {
  const answer = answers[field.id];
  if (answer === undefined) return 'Skipped';
  if (typeof answer === 'number') return `${answer} ${field.number?.unit ?? ''}`;
  // The label without the example under it.
  const label = field.radios.find(({ checked }) => checked)?.nextElementSibling?.firstChild;
  return label?.textContent?.trim() ?? answer;
}

function element(
  name: 'dl' | 'dt' | 'dd' | 'div' | 'h3' | 'span',
  text: string,
  className = '',
): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function changeLink(asked: Asked, change: (asked: Asked) => void): HTMLElement {
  const link = document.createElement('a');
  link.href = `#${asked.heading.id}`;
  link.append('Change', element('span', ` the answer to “${asked.words}”`, 'vh'));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    change(asked);
  });
  const holder = element('dd', '', 'review__change');
  holder.append(link);
  return holder;
}

function item(asked: Asked, answers: Answers, change: (asked: Asked) => void): HTMLElement {
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
  group.append(element('dt', asked.words), ...said, changeLink(asked, change));
  return group;
}

/** What a question is about on this route. */
const aboutOf = ({ about }: Asked, answers: Answers): string =>
  about.find((line) => isShown({ shownIf: shownIfOf(line) }, answers))?.textContent.trim() ?? '';

/** Lists every question of the route under what it is about, with its answer and a way to change it. */
export function showReview(
  survey: HTMLElement,
  questions: readonly Asked[],
  answers: Answers,
  change: (asked: Asked) => void,
): void {
  find(survey, '[data-counts]').textContent = countsOf(questions, answers);
  const onRoute = questions.filter(({ fields }) => fields.some((field) => isShown(field, answers)));
  const review = find(survey, '[data-review]');
  review.replaceChildren();
  let said = '';
  for (const asked of onRoute) {
    const about = aboutOf(asked, answers);
    if (about !== said)
      review.append(element('h3', about, 'review__about'), element('dl', '', 'review__list'));
    said = about;
    review.lastElementChild?.append(item(asked, answers, change));
  }
}
