import { find } from '../../../browser/find.ts';
import { clearField, isOpen } from './answers.ts';
import { clearOffRoute, type Form } from './form.ts';
import { goOnBar } from './goOnBar.ts';
import { showRouted } from './options.ts';
import type { Asked, Field, Screen } from './readPage.ts';
import { screens } from './screens.ts';
import type { Answers } from '../../../survey/answers.ts';

/** The answer among some fields that the questionnaire cannot go on from. */
export const endingOf = (fields: readonly Field[]): HTMLInputElement | undefined =>
  fields.flatMap(({ radios }) => radios).find(({ checked, dataset }) => checked && 'ends' in dataset);

/** Whether one of two questions is answered: Skip then means the other. */
function isHalfAnswered({ asked }: Screen): boolean {
  const open = asked.filter((question) => question.fields.every(isOpen)).length;
  return open > 0 && open < asked.length;
}

const isSkippable = ({ fields }: Screen): boolean =>
  fields.length > 0 && fields.every(({ needsAnswer }) => needsAnswer === undefined);

/** What the first button does, and the third where there is one: in the end the first leads back to the review. */
function namesOn(screen: Screen, isBackToReview: boolean): [string, string | undefined] {
  const ending = endingOf(screen.fields);
  if (ending !== undefined)
    return ending.dataset.ends === '' ? ['End here', undefined] : ['Take another one', 'End here'];
  const both = isHalfAnswered(screen) ? 'the other question' : 'these questions';
  return [
    isBackToReview ? 'Back to the review' : (screen.element.dataset.go ?? 'Next'),
    isSkippable(screen) ? `Skip ${screen.asked.length > 1 ? both : 'this question'}` : undefined,
  ];
}

interface Hooks {
  /** The review was opened. */
  review: (questions: readonly Asked[], answers: Answers, change: (asked: Asked) => void) => unknown;
  /** Another screen was opened. */
  changed: () => void;
  /** The third button is pressed where an answer ends the questionnaire. */
  ended: (chosen: HTMLInputElement) => void;
}

/** One screen at a time, with the buttons under it. */
export function navigation(survey: HTMLElement, page: Form, { changed, ended, review: listReview }: Hooks) {
  const { form, all, review, seen, shown } = page;
  const [first] = all;

  const view = screens(all, {
    isOnRoute: (screen) =>
      screen === first || (page.agreed() && (screen.fields.length === 0 || shown(screen).length > 0)),
    isShown: () => !form.hidden,
    isNew: (screen) => shown(screen).some(({ id }) => !seen.has(id)),
    isReviewing: () => seen.has(review.id),
    leave: () => {
      page.clearProblems();
      clearOffRoute(page);
    },
    opened: (screen) => {
      showRouted(screen, page.answers());
      for (const { id } of shown(screen)) seen.add(id);
      if (screen === review) {
        seen.add(review.id);
        listReview(page.questions, page.answers(), change);
      }
      bar.under(screen, screen === first);
      nameButtons();
      document.title = page.title(screen);
      find(survey, 'h1').classList.toggle('vh', screen !== first);
      changed();
    },
  });

  function skip(): void {
    const screen = view.now();
    const ending = endingOf(screen.fields);
    if (ending === undefined) {
      if (!isHalfAnswered(screen)) screen.fields.forEach(clearField);
      view.forward();
    } else ended(ending);
  }
  const bar = goOnBar(form, { back: view.back, skip });

  function change(question: Asked): void {
    const screen = all.find(({ asked }) => asked.includes(question));
    if (screen !== undefined) view.go(screen, question.heading);
  }

  function nameButtons(): void {
    const screen = view.now();
    const isBackToReview = seen.has(review.id) && screen !== review && view.following() === review;
    bar.name(...namesOn(screen, isBackToReview && screen !== first));
  }

  return { view, nameButtons };
}
