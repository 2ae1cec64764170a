import { isShown } from '../../../survey/routing.ts';
import type { Given } from '../../../survey/offRoute.ts';
import { find, findAll } from './find.ts';
import type { Screen } from './readPage.ts';

const counted = (count: number): string => `${count} ${count === 1 ? 'question' : 'questions'}`;

/** Says on the last screen how many questions of the route were answered and how many skipped. */
export function showCounts(survey: HTMLElement, questions: readonly Screen[], answers: Given): void {
  const asked = questions.map(({ fields }) => fields.filter((field) => isShown(field, answers)));
  const onRoute = asked.filter(({ length }) => length > 0);
  const answered = onRoute.filter((fields) => fields.some(({ id }) => id in answers)).length;
  const skipped = onRoute.length - answered;
  find(survey, '[data-counts]').textContent =
    `You answered ${counted(answered)} and skipped ${skipped === 0 ? 'none' : skipped}.`;
}

/** Says why there was nothing more to ask, where one answer ended the questionnaire. */
export function showScreenedOut(survey: HTMLElement, questions: readonly Screen[]): void {
  const ending = questions
    .flatMap(({ fields }) => fields.flatMap(({ radios }) => radios))
    .find((radio) => radio.checked && 'screensOut' in radio.dataset);
  for (const place of findAll(survey, '[data-screened-out]')) {
    place.hidden = ending === undefined;
    place.textContent = `The other questions do not fit the answer “${ending?.closest('label')?.dataset.label ?? ''}”, so there is nothing more to ask. Your answer counts all the same: we say how many people we had no more questions for.`;
  }
}
