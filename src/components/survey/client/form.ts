import type { Kept } from '../../../survey/draft.ts';
import { offRoute } from '../../../survey/offRoute.ts';
import { isShown } from '../../../survey/routing.ts';
import { find } from '../../../browser/find.ts';
import { answersOf, clearField } from './answers.ts';
import { shuffleOptions } from './options.ts';
import { clearProblems, problemsOf, type Problem } from './problems.ts';
import { readConsent, readPage, type Field, type Screen } from './readPage.ts';
import { showProgress } from './showProgress.ts';
import { fillFields, readFields, readOrders, restoreOrders } from './snapshot.ts';
import type { Answers } from '../../../survey/answers.ts';

/** The part of what is kept that stands in the form. */
export type Filled = Pick<Kept, 'consent' | 'chosen' | 'typed' | 'orders' | 'screen' | 'seen'>;

type Sentence = 'clearedOne' | 'clearedMany' | 'clearedAll' | 'another' | 'restored' | 'late';

/** Reads what stands in the form, puts it back, and takes it away. */
function filling(
  form: HTMLElement,
  fields: readonly Field[],
  consent: Field,
  version: string,
  seen: Set<string>,
) {
  return {
    read: (): Omit<Filled, 'screen'> => ({
      consent: consent.radios.some(({ checked }) => checked) ? version : null,
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
    /** Takes away the answers to some fields, as if they had never been shown. */
    forget: (forgotten: readonly Field[]): void => {
      for (const field of forgotten) {
        clearField(field);
        seen.delete(field.id);
      }
    },
    /** Takes every answer away, and the agreement. */
    clear: (): void => {
      for (const field of [consent, ...fields]) clearField(field);
      seen.clear();
    },
  };
}

/** The printed form with what is answered in it, and what the person has seen of it. */
export function readForm(survey: HTMLElement) {
  const form = find(survey, 'form') as HTMLFormElement;
  // The width at which form.css and Rows.astro have room for columns.
  const all = readPage(form, !matchMedia('(min-width: 48rem)').matches);
  const [first] = all;
  const review = all[all.length - 1] ?? first;
  const questions = [...new Set(all.flatMap(({ asked }) => asked))];
  const fields = all.flatMap((screen) => screen.fields);
  const consent = readConsent(form);
  const title = document.title;
  const version = survey.dataset.consent ?? '';
  /** The ids of the variables that were shown, and of the review once it was. */
  const seen = new Set<string>();
  const answers = (): Answers => answersOf(fields);
  const agreed = (): boolean => consent.radios.some(({ checked }) => checked);
  const shown = (screen: Screen): readonly Field[] =>
    screen.fields.filter((field) => isShown(field, answers()));

  return {
    form,
    all,
    review,
    questions,
    fields,
    seen,
    agreed,
    answers,
    shown,
    /** Fills in the bar above a question. @returns the title of the page while the screen is shown */
    title: (screen: Screen): string => {
      const words = showProgress(survey, questions, screen, answers()) ?? screen.heading.textContent;
      return screen === first ? title : `${words} · ${title}`;
    },
    problems: (screen: Screen): readonly Problem[] =>
      problemsOf(screen === first ? [consent] : shown(screen)),
    clearProblems: (): void => {
      clearProblems(form, [consent, ...fields]);
    },
    /** Says one of the sentences that are printed with the status line; `''` takes it back. */
    say: (name: Sentence | '', value = ''): void => {
      const status = find(survey, '[data-status]');
      // A function, so that a dollar in a wording is a dollar.
      status.textContent = (status.dataset[name] ?? '').replace(/{.+}/, () => value);
    },
    ...filling(form, fields, consent, version, seen),
  };
}
export type Form = ReturnType<typeof readForm>;

/** Clears the answers that are no longer on the route, and says which. */
export function clearOffRoute({ questions, answers, fields, forget, say }: Form): void {
  const off = new Set(offRoute(fields, answers()));
  forget(fields.filter(({ id }) => off.has(id)));
  const which = questions.filter((asked) => asked.fields.some(({ id }) => off.has(id)));
  const name = off.size === 0 ? '' : off.size === 1 ? 'clearedOne' : 'clearedMany';
  say(name, which.map(({ words }) => `“${words}”`).join(', '));
}
