import { holds, variablesIn, type Codes, type Condition } from './condition.ts';
import type { Variable } from './kinds/kind.ts';
import { offered, endingCodes } from './kinds/coded.ts';
import type { Option, Question, Questionnaire, SideId } from './question.ts';
import { isShown } from './routing.ts';
import { variablesOf } from './variables.ts';
import { leavesOf } from './leaves.ts';

/** The pace that a side’s minutes are counted at (protocol 1.2). */
export const pace = { wordsAMinute: 250, secondsAnAnswer: 3 } as const;

const wordsIn = (text: string | undefined): number => text?.split(/\s+/).filter(Boolean).length ?? 0;

const wordsOfAll = (texts: readonly (string | undefined)[]): number =>
  texts.reduce((sum, text) => sum + wordsIn(text), 0);

/** “Don’t know” and “Prefer not to say” stand under almost every question in the same words: nobody reads them again. */
const isUsual = (questionnaire: Questionnaire, label: string): boolean =>
  Object.values(questionnaire.missing).includes(label);

/** The words that a person reads on the way through one question; labels of a grid are read once. */
function wordsOf(question: Question, questionnaire: Questionnaire, shown: readonly Variable[], codes: Codes) {
  const about = question.about.filter((line) => isShown(line, codes)).map(({ text }) => text);
  const options =
    question.kind === 'number'
      ? []
      : offered(question, questionnaire).filter(
          (option) => isShown(option, codes) && !isUsual(questionnaire, option.label),
        );
  return wordsOfAll([
    ...about,
    question.wording,
    question.help,
    ...options.flatMap((option) => [option.label, option.example]),
    ...shown.map(({ label }) => label),
  ]);
}

/** The seconds that one route through a side takes. @param codes the answers that decide the route */
function secondsOn(questionnaire: Questionnaire, side: SideId, codes: Codes): number {
  const { intro, questions } = questionnaire.sides[side];
  const all = variablesOf(questionnaire, side);
  const asked = questions.map((question) => ({
    question,
    shown: all.filter((variable) => variable.question.id === question.id && isShown(variable, codes)),
  }));
  const words = asked.reduce(
    (sum, { question, shown }) =>
      shown.length === 0 ? sum : sum + wordsOf(question, questionnaire, shown, codes),
    wordsOfAll(intro),
  );
  const answers = asked.reduce((sum, { shown }) => sum + shown.length, 0);
  return (words / pace.wordsAMinute) * 60 + answers * pace.secondsAnAnswer;
}

/** Every condition of a side: on questions, rows, options and the lines above questions. */
const conditionsOf = (variables: readonly Variable[]): readonly Condition[] =>
  variables.flatMap(({ shownIf, options, question }) =>
    [
      shownIf,
      ...options.map((option) => option.shownIf),
      ...question.about.map((line) => line.shownIf),
    ].flatMap((condition) => (condition === undefined ? [] : [condition])),
  );

/** The answers to a question that go on, one of each that routing cannot tell apart: those make the same route. */
function telling({ id, question, options }: Variable, conditions: readonly Condition[]): readonly Option[] {
  const screening = endingCodes(question);
  const parts = conditions.flatMap(leavesOf).filter(({ variable }) => variable === id);
  const kinds = new Map<string, Option>();
  for (const option of options.filter(({ code }) => !screening.includes(code))) {
    const kind = JSON.stringify([option.shownIf, parts.map((part) => holds(part, { [id]: option.code }))]);
    if (!kinds.has(kind)) kinds.set(kind, option);
  }
  return [...kinds.values()];
}

/** The answers that decide each route through a side. */
function routes(variables: readonly Variable[]): readonly Codes[] {
  const conditions = conditionsOf(variables);
  const deciding = new Set(conditions.flatMap(variablesIn));
  return variables
    .filter(({ id }) => deciding.has(id))
    .reduce<readonly Codes[]>(
      (found, variable) => {
        const answers = telling(variable, conditions);
        return found.flatMap((codes) =>
          isShown(variable, codes)
            ? answers
                .filter((option) => isShown(option, codes))
                .map(({ code }) => ({ ...codes, [variable.id]: code }))
            : [codes],
        );
      },
      [{}],
    );
}

/** What a side takes on its shortest and its longest route, in minutes with their parts; the longest is what is printed. */
export function timesOf(
  questionnaire: Questionnaire,
  side: SideId,
): { readonly shortest: number; readonly longest: number } {
  const seconds = routes(variablesOf(questionnaire, side)).map((codes) =>
    secondsOn(questionnaire, side, codes),
  );
  return { shortest: Math.min(...seconds) / 60, longest: Math.max(...seconds) / 60 };
}

/** Hundreds of pages print them, and each counts some thousand routes. */
const counted = new WeakMap<Questionnaire, Map<SideId, number>>();

/** Whole minutes to print for a side: the longest route, rounded up (protocol 1.2). */
export function minutesOf(questionnaire: Questionnaire, side: SideId): number {
  const known = counted.get(questionnaire) ?? new Map<SideId, number>();
  counted.set(questionnaire, known);
  const minutes = known.get(side) ?? Math.ceil(timesOf(questionnaire, side).longest);
  known.set(side, minutes);
  return minutes;
}
