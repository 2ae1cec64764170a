import { offRoute } from '../../../survey/offRoute.ts';
import { isShown } from '../../../survey/routing.ts';
import { answersOf, clearField, keepOneAnswer } from '../../survey/client/answers.ts';
import { find, findAll } from '../../../browser/find.ts';
import { showRouted } from '../../survey/client/options.ts';
import { clearProblems, problemsOf, showProblems } from '../../survey/client/problems.ts';
import { readPage, type Field } from '../../survey/client/readPage.ts';
import type { Found } from './earlier.ts';
import type { Answers } from '../../../survey/answers.ts';

function fill({ id, radios, text }: Field, answers: Answers): void {
  const given = answers[id];
  if (typeof given === 'number' && text !== null) text.value = `${given}`;
  for (const radio of radios) radio.checked = radio.value === given;
}

const inOrder = (fields: readonly Field[], answers: Answers): Answers =>
  Object.fromEntries(
    fields.flatMap(({ id }) => {
      const given = answers[id];
      return given === undefined ? [] : [[id, given]];
    }),
  );

const askedNowWords = (count: number): string =>
  count === 0
    ? ''
    : `Your change brings up ${count === 1 ? 'one more question' : `${count} more questions`}. `;
const leftOutWords = (left: number): string =>
  left === 0
    ? ''
    : `${left === 1 ? 'One answer no longer applies' : `${left} answers no longer apply`} after your change and will be left out.`;

interface Why {
  readonly title: string;
  readonly said: string;
}

function showFailure(form: HTMLElement, { title, said }: Why): void {
  const errors = find(form, '[data-errors]');
  const item = document.createElement('li');
  item.textContent = said;
  find(errors, '[data-errors-title]').textContent = title;
  find(errors, '[data-errors-list]').replaceChildren(item);
  errors.hidden = false;
  errors.focus();
}

/**
 * Puts the questions of one side into the page, filled in as they were answered. What a change takes off the route is
 * hidden and left out, and comes back if the change is undone: nothing is lost before it is sent.
 * @param only the question to change, shown with those alone that its change brings up; else all are shown
 */
export function correcting(page: HTMLElement, { side, answers: former, earlier }: Found, only?: string) {
  const form = find(page, '[data-correct-form]');
  const template = (earlier?.forms ?? page).querySelector<HTMLTemplateElement>(`template[data-side=${side}]`);
  if (template === null) throw new Error(`There is no form of the ${side} side.`);
  form.replaceChildren(template.content.cloneNode(true));
  form.dataset.of = side;
  const screens = readPage(form, false);
  const fields = screens.flatMap((screen) => screen.fields);
  for (const field of fields) {
    keepOneAnswer(field);
    fill(field, former);
  }

  /** What is answered on the route as it stands. */
  const answers = (): Answers => {
    const given = answersOf(fields);
    const off = new Set(offRoute(fields, given));
    return Object.fromEntries(Object.entries(given).filter(([id]) => !off.has(id)));
  };
  const shown = (): readonly Field[] => fields.filter((field) => isShown(field, answers()));

  let isNarrowed = only !== undefined;
  const narrowed = find(page, '[data-correct-only]');
  narrowed.hidden = !isNarrowed;
  function route(): void {
    const given = answers();
    const left = Object.keys(answersOf(fields)).length - Object.keys(given).length;
    let askedNow = 0;
    for (const screen of screens) {
      showRouted(screen, given);
      const onRoute = screen.fields.filter((field) => isShown(field, given));
      const isAskedNow = onRoute.some((field) => !isShown(field, former));
      if (isAskedNow) askedNow += 1;
      const question = screen.element.closest<HTMLElement>('[data-question]');
      // What the change took away can be given anew.
      const isLost = onRoute.some(({ id }) => JSON.stringify(given[id]) !== JSON.stringify(former[id]));
      if (question !== null)
        question.hidden =
          onRoute.length === 0 || (isNarrowed && screen.id !== only && !isAskedNow && !isLost);
    }
    find(form, '[data-correct-status]').textContent = askedNowWords(askedNow) + leftOutWords(left);
  }
  function showAll(): void {
    isNarrowed = false;
    narrowed.hidden = true;
    route();
  }
  /** Marks what has to be changed first; where that is not shown, all are. */
  function mark(problems: readonly { readonly field: Field; readonly sentence: string }[]): void {
    if (problems.some(({ field }) => field.element.closest('[data-question]')?.matches('[hidden]') === true))
      showAll();
    showProblems(form, problems);
  }
  // One form, opened for one answer after another: what is listened to before is let go.
  form.onchange = route;
  for (const button of findAll(form, '[data-clear]'))
    button.addEventListener('click', () => {
      const question = button.closest('[data-question]');
      for (const field of fields.filter(({ element }) => question?.contains(element))) clearField(field);
      route();
    });
  route();

  return {
    answers,
    showAll,
    isChanged: (): boolean => JSON.stringify(answersOf(fields)) !== JSON.stringify(inOrder(fields, former)),
    /** Marks what has to be changed first, in the words of the survey. @returns whether anything has */
    stops: (): boolean => {
      clearProblems(form, fields);
      const problems = problemsOf(shown());
      if (problems.length > 0) mark(problems);
      return problems.length > 0;
    },
    /** Says why the answers could not be sent. */
    fails: (why: Why): void => {
      showFailure(form, why);
    },
    /** Says what the schema, or the server, has against one answer. */
    stopAt: (variable: string, sentence: string): void => {
      const field = fields.find(({ id }) => id === variable);
      if (field !== undefined) mark([{ field, sentence }]);
    },
  };
}
