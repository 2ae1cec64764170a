import { progressAt, progressWords, timeLeft } from '../../../survey/progress.ts';
import { find, findAll } from '../../../browser/find.ts';
import type { Asked, Screen } from './readPage.ts';
import type { Answers } from '../../../survey/answers.ts';

export const counted = (count: number): string => `${count} ${count === 1 ? 'question' : 'questions'}`;

/** Fills in the bar above a question and returns its words, or hides it on a screen that asks nothing and returns none. */
export function showProgress(
  survey: HTMLElement,
  questions: readonly Asked[],
  now: Screen,
  answers: Answers,
): string | undefined {
  const bar = find(survey, '[data-progress]');
  bar.hidden = now.asked.length === 0;
  if (bar.hidden) return undefined;
  const progress = progressAt(
    questions.map(({ fields }) => fields),
    answers,
    now.asked.map((asked) => questions.indexOf(asked)),
  );
  const words = progressWords(progress);
  const leftOut = progress.marks.filter((mark) => mark === 'left-out').length;
  const time = timeLeft(progress, Number(survey.dataset.minutes));
  find(bar, 'b').textContent = words;
  find(bar, 'span').textContent = leftOut === 0 ? time : `${time}, ${counted(leftOut)} left out`;
  for (const [at, piece] of findAll(bar, 'li').entries()) piece.className = progress.marks[at] ?? '';
  return words;
}
