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

interface Hooks {
  /** The person agreed and begins to answer. */
  begun: () => void;
  /** An answer was chosen, typed or cleared, or another screen was opened. */
  changed: () => void;
  /** A question was answered. */
  answered: () => void;
  /** Everything is answered that must be, and the person presses Send. */
  send: (answers: Given) => void;
}

type Sentence = 'clearedOne' | 'clearedMany' | 'clearedAll' | 'restored';

/** The printed form with what is answered in it, and what the person has seen of it. */
function readForm(survey: HTMLElement) {
  const form = find(survey, 'form') as HTMLFormElement;
  const all = readPage(form);
  const [first] = all;
  const review = all.at(-1) ?? first;
  const questions = all.flatMap(({ asked }) => asked);
  const fields = all.flatMap((screen) => screen.fields);
  const consent = readConsent(form);
  const version = survey.dataset.consent ?? '';
  /** The ids of the variables that were shown, and of the review once it was. */
  const seen = new Set<string>();
  const answers = (): Given => answersOf(fields);
  const agreed = (): boolean => consent.radios.some(({ checked }) => checked);
  const shown = (screen: Screen): readonly Field[] =>
    screen.fields.filter((field) => isShown(field, answers()));

  return {
    form,
    all,
    review,
    fields,
    seen,
    agreed,
    answers,
    shown,
    /** Fills in the bar above a question. @returns what the title of the page says of the screen */
    progress: (screen: Screen): string =>
      showProgress(survey, questions, screen, answers()) ?? screen.heading.textContent,
    showReview: (change: (question: Asked) => void): void => {
      showReview(survey, questions, answers(), change);
      showScreenedOut(survey, questions);
    },
    problems: (screen: Screen): readonly Problem[] =>
      problemsOf(screen === first ? [consent] : shown(screen)),
    clearProblems: (): void => {
      clearProblems(form, [consent, ...fields]);
    },
    /** Says one of the sentences that are printed with the status line; `''` takes it back. */
    say: (name: Sentence | '', value: number | string = ''): void => {
      const status = find(survey, '[data-status]');
      status.textContent = (status.dataset[name] ?? '').replace(/{.+}/, `${value}`);
    },
    read: (): Omit<Filled, 'screen'> => ({
      consent: agreed() ? version : null,
      ...readFields(fields),
      orders: readOrders(form),
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
    /** Takes every answer away, and the agreement. */
    clear: (): void => {
      for (const field of [consent, ...fields]) clearField(field);
      seen.clear();
    },
  };
}
type Form = ReturnType<typeof readForm>;

/** Clears the answers that are no longer on the route, and says so. */
function clearOffRoute({ fields, answers, seen, say }: Form): void {
  const off = new Set(offRoute(fields, answers()));
  for (const field of fields.filter(({ id }) => off.has(id))) {
    clearField(field);
    seen.delete(field.id);
  }
  say(off.size === 0 ? '' : off.size === 1 ? 'clearedOne' : 'clearedMany', off.size);
}

/** Whether one of two questions is answered: Skip then means the other. */
function isHalfAnswered({ asked }: Screen): boolean {
  const open = asked.filter((question) => question.fields.every(isOpen)).length;
  return open > 0 && open < asked.length;
}

/** One screen at a time, with the buttons under it. */
function navigation(survey: HTMLElement, page: Form, changed: () => void) {
  const { form, all, review, seen, shown } = page;
  const [first] = all;
  const title = document.title;

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
        page.showReview(change);
      }
      bar.under(screen, screen === first);
      nameButtons();
      const words = page.progress(screen);
      document.title = screen === first ? title : `${words} · ${title}`;
      find(survey, 'h1').classList.toggle('vh', screen !== first);
      changed();
    },
  });

  const bar = goOnBar(form, {
    back: view.back,
    skip: () => {
      if (!isHalfAnswered(view.now())) view.now().fields.forEach(clearField);
      view.forward();
    },
  });

  function change(question: Asked): void {
    const screen = all.find(({ asked }) => asked.includes(question));
    if (screen !== undefined) view.go(screen, question.heading);
  }

  /** Names the buttons after what they do: in the end the first leads back to the review. */
  function nameButtons(): void {
    const screen = view.now();
    const both = isHalfAnswered(screen) ? 'the other question' : 'these questions';
    const isBackToReview = seen.has(review.id) && screen !== review && view.following() === review;
    bar.name(
      isBackToReview && screen !== first ? 'Back to the review' : (screen.element.dataset.go ?? 'Next'),
      screen.asked.length > 1 ? both : 'this question',
    );
  }

  return { view, nameButtons };
}

/** The questionnaire as one screen after another: consent first, the review of all answers last. */
export function formView(survey: HTMLElement, hooks: Hooks) {
  const page = readForm(survey);
  const { form, all, review, fields } = page;
  const [first] = all;
  const { view, nameButtons } = navigation(survey, page, hooks.changed);

  /** Opens the screen where something has to be changed, and says what. */
  function stopAt(screen: Screen, problems: readonly Problem[]): void {
    if (screen !== view.now()) view.go(screen);
    page.clearProblems();
    showProblems(form, problems);
    document.title = `Error: ${document.title.replace(/^Error: /, '')}`;
  }

  function press(): void {
    const now = view.now();
    const wrong = (now === review ? all : [now]).find((screen) => page.problems(screen).length > 0);
    if (wrong !== undefined) {
      stopAt(wrong, page.problems(wrong));
      return;
    }
    if (now === first) hooks.begun();
    if (now === review) hooks.send(page.answers());
    else view.forward();
  }

  listen(
    form,
    fields,
    view,
    press,
    () => {
      page.progress(view.now());
      nameButtons();
    },
    hooks,
  );

  return {
    say: page.say,
    answers: page.answers,
    agreed: page.agreed,
    fill: page.fill,
    read: (): Filled => ({ ...page.read(), screen: view.now().id }),
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
      page.clear();
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

/** Goes on when the button or Enter is pressed, and tells the hooks of every change. */
function listen(
  form: HTMLFormElement,
  fields: readonly Field[],
  view: ReturnType<typeof screens>,
  press: () => void,
  refresh: () => void,
  hooks: Pick<Hooks, 'changed' | 'answered'>,
): void {
  fields.forEach(keepOneAnswer);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    press();
  });
  form.addEventListener('input', hooks.changed);
  form.addEventListener('change', ({ target }) => {
    refresh();
    hooks.changed();
    if (fields.some(({ element }) => target instanceof Node && element.contains(target))) hooks.answered();
  });
  document.addEventListener('keydown', (event) => {
    if (!form.hidden)
      onKey(event, view.now(), () => {
        form.requestSubmit();
      });
  });
}
