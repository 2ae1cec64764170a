import { keepOneAnswer } from './answers.ts';
import { writeDates } from './dates.ts';
import { readForm, type Filled, type Form } from './form.ts';
import { onKey } from './keyboard.ts';
import { endingOf, navigation } from './navigation.ts';
import { showSaid } from './options.ts';
import { showProblems, type Problem } from './problems.ts';
import type { Asked, Field, Screen } from './readPage.ts';
import type { screens } from './screens.ts';
import type { Answers } from '../../../survey/answers.ts';

type View = ReturnType<typeof screens>;

interface Hooks {
  /** The person agreed and begins to answer. */
  begun: () => void;
  /** An answer was chosen, typed or cleared, or another screen was opened. */
  changed: () => void;
  /** The review was opened. @param change opens a question again */
  review: (questions: readonly Asked[], answers: Answers, change: (asked: Asked) => void) => unknown;
  /** A question was answered. */
  answered: () => void;
  /** An answer was chosen that this survey cannot go on from, and the person ends it. */
  ended: (chosen: HTMLInputElement) => void;
  /** Everything is answered that must be, and the person presses Send. */
  send: (answers: Answers) => void;
}

/** What the first button does on each screen. */
function goingOn(page: Form, view: View, hooks: Pick<Hooks, 'begun' | 'ended' | 'send'>) {
  const { form, all, review, fields } = page;
  const [first] = all;

  /** Opens the screen where something has to be changed, and says what. */
  function stopAt(screen: Screen, problems: readonly Problem[]): void {
    if (screen !== view.now()) view.go(screen);
    page.clearProblems();
    showProblems(form, problems);
    document.title = `Error: ${page.title(screen)}`;
  }

  /** Goes on from an answer that the questionnaire cannot go on from: back for another process, or to the end. */
  function leaveFor(ending: HTMLInputElement): void {
    const from = fields.findIndex(({ id }) => id === ending.dataset.ends);
    const another = all.find((screen) => screen.fields.some((field) => field === fields[from]));
    if (another === undefined) {
      hooks.ended(ending);
      return;
    }
    page.forget(fields.slice(from));
    page.seen.delete(review.id);
    view.go(another);
    page.say('another');
  }

  function press(): void {
    const now = view.now();
    const ending = endingOf(now.fields);
    if (ending !== undefined) {
      leaveFor(ending);
      return;
    }
    const checked = now === review ? all : [now];
    const ends = checked.find((screen) => endingOf(screen.fields) !== undefined);
    if (ends !== undefined) {
      view.go(ends);
      return;
    }
    const wrong = checked.find((screen) => page.problems(screen).length > 0);
    if (wrong !== undefined) {
      stopAt(wrong, page.problems(wrong));
      return;
    }
    if (now === first) hooks.begun();
    if (now === review) hooks.send(page.answers());
    else view.forward();
  }

  return { stopAt, press };
}

/** The questionnaire as one screen after another: consent first, the review of all answers last. */
export function formView(survey: HTMLElement, hooks: Hooks) {
  writeDates(survey);
  const page = readForm(survey);
  const { form, all, review, fields } = page;
  const [first] = all;
  const { view, nameButtons } = navigation(survey, page, hooks);

  const { stopAt, press } = goingOn(page, view, hooks);
  listen(
    form,
    fields,
    view,
    press,
    () => {
      page.title(view.now());
      showSaid(view.now(), page.answers());
      nameButtons();
    },
    hooks,
  );

  return {
    say: page.say,
    answers: page.answers,
    agreed: page.agreed,
    fill: page.fill,
    empty: page.clear,
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
  view: View,
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
    if (!form.hidden) onKey(event, view.now(), press);
  });
}
