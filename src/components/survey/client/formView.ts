import type { Kept } from '../../../survey/draft.ts';
import { offRoute, type Given } from '../../../survey/offRoute.ts';
import { isShown } from '../../../survey/routing.ts';
import { answersOf, clearField, isOpen, keepOneAnswer } from './answers.ts';
import { find } from '../../../browser/find.ts';
import { goOnBar } from './goOnBar.ts';
import { onKey } from './keyboard.ts';
import { showRouted, shuffleOptions } from './options.ts';
import { clearProblems, problemsOf, showProblems, type Problem } from './problems.ts';
import { readConsent, readPage, type Asked, type Field, type Screen } from './readPage.ts';
import { screens } from './screens.ts';
import { showProgress } from './showProgress.ts';
import { showReview, showScreenedOut } from './showReview.ts';
import { fillFields, readFields, readOrders, restoreOrders } from './snapshot.ts';

/** The part of what is kept that stands in the form. */
export type Filled = Pick<Kept, 'consent' | 'chosen' | 'typed' | 'orders' | 'screen' | 'seen'>;

/** The questionnaire as one screen after another: consent first, the review of all answers last. */
export function formView(
  survey: HTMLElement,
  hooks: {
    /** The person agreed and begins to answer. */
    begun: () => void;
    /** An answer was chosen, typed or cleared, or another screen was opened. */
    changed: () => void;
    /** A question was answered. */
    answered: () => void;
    /** Everything is answered that must be, and the person presses Send. */
    send: (answers: Given) => void;
  },
) {
  const form = find(survey, 'form') as HTMLFormElement;
  const all = readPage(form);
  const [first] = all;
  const review = all.at(-1) ?? first;
  const questions = all.flatMap(({ asked }) => asked);
  const fields = all.flatMap((screen) => screen.fields);
  const consent = readConsent(form);
  const version = survey.dataset.consent ?? '';
  const title = document.title;
  const seen = new Set<string>();
  const agreed = (): boolean => consent.radios.some(({ checked }) => checked);
  const answers = (): Given => answersOf(fields);
  const shownFields = (screen: Screen): readonly Field[] =>
    screen.fields.filter((field) => isShown(field, answers()));
  const say = (sentence: string): void => {
    find(survey, '[data-status]').textContent = sentence;
  };

  const view = screens(all, {
    isOnRoute: (screen) =>
      screen === first || (agreed() && (screen.fields.length === 0 || shownFields(screen).length > 0)),
    isShown: () => !form.hidden,
    isNew: (screen) => shownFields(screen).some(({ id }) => !seen.has(id)),
    isReviewing: () => seen.has(review.id),
    leave: () => {
      clearProblems(form, [consent, ...fields]);
      const off = new Set(offRoute(fields, answers()));
      for (const field of fields.filter(({ id }) => off.has(id))) {
        clearField(field);
        seen.delete(field.id);
      }
      const [what, them] = off.size === 1 ? ['1 answer', 'it does'] : [`${off.size} answers`, 'they do'];
      say(
        off.size === 0
          ? ''
          : `We cleared ${what} you gave before: after your change ${them} not apply any more.`,
      );
    },
    opened: (screen) => {
      showRouted(screen, answers());
      for (const { id } of shownFields(screen)) seen.add(id);
      if (screen === review) seen.add(review.id);
      bar.under(screen, screen === first);
      nameButtons();
      const words = showProgress(survey, questions, screen, answers()) ?? screen.heading.textContent;
      document.title = screen === first ? title : `${words} · ${title}`;
      find(survey, 'h1').classList.toggle('vh', screen !== first);
      if (screen === review) {
        showReview(survey, questions, answers(), change);
        showScreenedOut(survey, questions);
      }
      hooks.changed();
    },
  });

  const bar = goOnBar(form, {
    back: view.back,
    skip: () => {
      if (!isHalfAnswered()) view.now().fields.forEach(clearField);
      view.forward();
    },
  });

  /** Whether one of two questions is answered: whoever skips then means the other. */
  function isHalfAnswered(): boolean {
    const { asked } = view.now();
    const open = asked.filter((question) => question.fields.every(isOpen)).length;
    return open > 0 && open < asked.length;
  }

  /** Names the buttons after what they do: in the end the first leads back to the review. */
  function nameButtons(): void {
    const screen = view.now();
    const both = isHalfAnswered() ? 'the other question' : 'these questions';
    const isBackToReview = seen.has(review.id) && screen !== review && view.following() === review;
    bar.name(
      isBackToReview && screen !== first ? 'Back to the review' : (screen.element.dataset.go ?? 'Next'),
      screen.asked.length > 1 ? both : 'this question',
    );
  }

  function change(question: Asked): void {
    const screen = all.find(({ asked }) => asked.includes(question));
    if (screen !== undefined) view.go(screen, question.heading);
  }

  /** Opens the screen where something has to be changed, and says what. */
  function stopAt(screen: Screen, problems: readonly Problem[]): void {
    if (screen !== view.now()) view.go(screen);
    clearProblems(form, [consent, ...fields]);
    showProblems(form, problems);
    document.title = `Error: ${document.title.replace(/^Error: /, '')}`;
  }

  const problemsOn = (screen: Screen): readonly Problem[] =>
    problemsOf(screen === first ? [consent] : shownFields(screen));

  function press(): void {
    const now = view.now();
    const wrong = (now === review ? all : [now]).find((screen) => problemsOn(screen).length > 0);
    if (wrong !== undefined) {
      stopAt(wrong, problemsOn(wrong));
      return;
    }
    if (now === first) hooks.begun();
    if (now === review) hooks.send(answers());
    else view.forward();
  }

  fields.forEach(keepOneAnswer);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    press();
  });
  form.addEventListener('input', hooks.changed);
  form.addEventListener('change', ({ target }) => {
    showProgress(survey, questions, view.now(), answers());
    nameButtons();
    hooks.changed();
    if (fields.some(({ element }) => target instanceof Node && element.contains(target))) hooks.answered();
  });
  document.addEventListener('keydown', (event) => {
    if (!form.hidden)
      onKey(event, view.now(), () => {
        form.requestSubmit();
      });
  });

  return {
    say,
    answers,
    agreed,
    read: (): Filled => ({
      consent: agreed() ? version : null,
      ...readFields(fields),
      orders: readOrders(form),
      screen: view.now().id,
      seen: [...seen],
    }),
    /** Puts everything as it was left; what is nominal is shuffled once for a person (protocol 1.2). */
    fill: (kept: Filled | null): void => {
      seen.clear();
      if (kept === null) {
        shuffleOptions(form);
        return;
      }
      restoreOrders(form, kept.orders);
      fillFields(fields, kept);
      for (const box of consent.radios) box.checked = kept.consent === version;
      for (const id of kept.seen) seen.add(id);
    },
    /** Chooses an answer that the person gave before coming here. */
    answer: (variable: string, code: string): void => {
      const field = fields.find(({ id }) => id === variable);
      for (const radio of field?.radios ?? []) radio.checked = radio.value === code;
    },
    /** Opens the screen that was left, or the first. */
    open: (screen: string): void => {
      form.dataset.running = '';
      view.start(screen);
    },
    /** Goes to the review. */
    review: (): void => {
      view.go(review);
    },
    /** Takes every answer away, and the agreement, and goes to the start. */
    clear: (): void => {
      for (const field of [consent, ...fields]) clearField(field);
      seen.clear();
      view.go(first);
    },
    /** Opens the question that a variable belongs to and says what is wrong with its answer; false where there is none. */
    stopAt: (variable: string, sentence: string): boolean => {
      const screen = all.find(({ fields }) => fields.some(({ id }) => id === variable));
      const field = screen?.fields.find(({ id }) => id === variable);
      if (screen === undefined || field === undefined) return false;
      stopAt(screen, [{ field, sentence }]);
      return true;
    },
  };
}
