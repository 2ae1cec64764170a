import type { Kept } from '../../../survey/draft.ts';
import type { Given } from '../../../survey/offRoute.ts';
import { isShown } from '../../../survey/routing.ts';
import { find } from '../../../browser/find.ts';
import { answersOf, clearField } from './answers.ts';
import { shuffleOptions } from './options.ts';
import { clearProblems, problemsOf } from './problems.ts';
import { readConsent, readPage, type Asked, type Field, type Screen } from './readPage.ts';
import { showProgress } from './showProgress.ts';
import { showReview } from './showReview.ts';
import { readSnapshot, restore } from './snapshot.ts';

/** The part of what is kept that stands in the form. */
export type Filled = Pick<Kept, 'consent' | 'chosen' | 'typed' | 'orders' | 'screen' | 'seen'>;

type Sentence = 'clearedOne' | 'clearedMany' | 'clearedAll' | 'restored';

/** The printed form with what is answered in it, and what the person has seen of it. */
export function printedForm(survey: HTMLElement) {
  const form = find(survey, 'form') as HTMLFormElement;
  const all = readPage(form);
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
    review: all.at(-1) ?? all[0],
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
    },
    problems: (screen: Screen) => problemsOf(screen === all[0] ? [consent] : shown(screen)),
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
      ...readSnapshot(form, fields),
      seen: [...seen],
    }),
    /** Puts everything as it was left; what is nominal is shuffled once for a person (protocol 1.2). */
    fill: (kept: Filled | null): void => {
      seen.clear();
      if (kept === null) shuffleOptions(form);
      else {
        restore(form, fields, kept);
        for (const box of consent.radios) box.checked = kept.consent === version;
        for (const id of kept.seen) seen.add(id);
      }
    },
    /** Takes every answer away, and the agreement. */
    clear: (): void => {
      for (const field of [consent, ...fields]) clearField(field);
      seen.clear();
    },
  };
}

export type PrintedForm = ReturnType<typeof printedForm>;
