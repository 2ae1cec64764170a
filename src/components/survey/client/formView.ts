import { offRoute, type Given } from '../../../survey/offRoute.ts';
import { clearField, isOpen, keepOneAnswer } from './answers.ts';
import { find } from '../../../browser/find.ts';
import { goOnBar } from './goOnBar.ts';
import { onKey } from './keyboard.ts';
import { showRouted } from './options.ts';
import { printedForm, type Filled, type PrintedForm } from './printedForm.ts';
import { showProblems, type Problem } from './problems.ts';
import type { Asked, Field, Screen } from './readPage.ts';
import { screens } from './screens.ts';

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

/** Clears the answers that are no longer on the route, and says so. */
function clearOffRoute({ fields, answers, seen, say }: PrintedForm): void {
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
function navigation(survey: HTMLElement, page: PrintedForm, changed: () => void) {
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

function mark({ form, clearProblems }: PrintedForm, problems: readonly Problem[]): void {
  clearProblems();
  showProblems(form, problems);
  document.title = `Error: ${document.title.replace(/^Error: /, '')}`;
}

/** The questionnaire as one screen after another: consent first, the review of all answers last. */
export function formView(survey: HTMLElement, hooks: Hooks) {
  const page = printedForm(survey);
  const { form, all, review, fields } = page;
  const fieldOf = (variable: string): Field | undefined => fields.find(({ id }) => id === variable);
  const { view, nameButtons } = navigation(survey, page, hooks.changed);

  /** Opens the screen where something has to be changed, and says what. */
  function stopAt(screen: Screen, problems: readonly Problem[]): void {
    if (screen !== view.now()) view.go(screen);
    mark(page, problems);
  }

  function press(): void {
    const now = view.now();
    const wrong = (now === review ? all : [now]).find((screen) => page.problems(screen).length > 0);
    if (wrong !== undefined) stopAt(wrong, page.problems(wrong));
    else if (now === review) hooks.send(page.answers());
    else {
      if (now === all[0]) hooks.begun();
      view.forward();
    }
  }

  listen(page, view, press, nameButtons, hooks);

  return {
    say: page.say,
    answers: page.answers,
    agreed: page.agreed,
    fill: page.fill,
    read: (): Filled => ({ ...page.read(), screen: view.now().id }),
    /** Chooses an answer that the person gave before coming here. */
    answer: (variable: string, code: string): void => {
      for (const radio of fieldOf(variable)?.radios ?? []) radio.checked = radio.value === code;
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
      view.go(all[0]);
    },
    /** Opens the question that a variable belongs to and says what is wrong with its answer; false where there is none. */
    stopAt: (variable: string, sentence: string): boolean => {
      const field = fieldOf(variable);
      const screen = all.find(({ fields }) => fields.some((one) => one === field));
      if (field === undefined || screen === undefined) return false;
      stopAt(screen, [{ field, sentence }]);
      return true;
    },
  };
}

/** Goes on when the button or Enter is pressed, and tells the hooks of every change. */
function listen(
  { form, fields, progress }: PrintedForm,
  view: ReturnType<typeof screens>,
  press: () => void,
  nameButtons: () => void,
  hooks: Pick<Hooks, 'changed' | 'answered'>,
): void {
  fields.forEach(keepOneAnswer);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    press();
  });
  form.addEventListener('input', hooks.changed);
  form.addEventListener('change', ({ target }) => {
    progress(view.now());
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
}
