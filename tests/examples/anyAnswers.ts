import fc from 'fast-check';
import type { Answers } from '../../src/survey/answers.ts';
import { holds } from '../../src/survey/condition.ts';
import type { Variable } from '../../src/survey/kinds/kind.ts';
import { offRoute } from '../../src/survey/offRoute.ts';
import type { Questionnaire, ScreenedOut, SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { isShown } from '../../src/survey/routing.ts';
import {
  needsAnswer,
  noSuchAnswer,
  noSuchQuestion,
  notANumber,
  notAsked,
  ruledOut,
} from '../../src/survey/sentences.ts';
import { variablesOf } from '../../src/survey/variables.ts';

/** fast-check arbitraries of answers, drawn from the questionnaire: valid ones, ones with one fault, and anything. */

export const anySide: fc.Arbitrary<SideId> = fc.constantFrom(
  ...(Object.keys(questionnaire.sides) as SideId[]),
);

/** The answers to a question that end the questionnaire, and are never sent. */
const screeningOf = ({ question }: Variable): readonly ScreenedOut[] =>
  question.kind === 'single' ? (question.screensOut ?? []) : [];

function anyCode(variable: Variable, answers: Answers): fc.Arbitrary<string | number> {
  const { question, options } = variable;
  const screening = screeningOf(variable).map(({ code }) => code);
  const codes = options
    .filter(({ code }) => !screening.includes(code))
    .filter(({ shownIf }) => shownIf === undefined || holds(shownIf, answers))
    .map(({ code }) => fc.constant<string | number>(code));
  return question.kind === 'number'
    ? fc.oneof(...codes, fc.integer({ min: question.min, max: question.max }))
    : fc.oneof(...codes);
}

/** Valid answers of one side: whatever is asked is answered or, where it can be, skipped. */
export const validAnswers = (side: SideId, of: Questionnaire = questionnaire): fc.Arbitrary<Answers> =>
  variablesOf(of, side).reduce<fc.Arbitrary<Answers>>(
    (drawn, variable) =>
      drawn.chain((answers) => {
        if (!isShown(variable, answers)) return fc.constant(answers);
        const answered = anyCode(variable, answers).map((code) => ({ ...answers, [variable.id]: code }));
        return variable.required
          ? answered
          : fc.oneof({ weight: 5, arbitrary: answered }, { weight: 1, arbitrary: fc.constant(answers) });
      }),
    fc.constant({}),
  );

/** Values that answer no question; without U+0000, which PostgreSQL cannot read. */
const rubbish = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', [], {}, 'blank', 'na', -1, 501, 0.5, 1e300, '7', ['form'], {
    form: true,
  }),
  fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\u0000')),
);

/** Answers with exactly one fault, and the sentence that names it. */
export interface Faulty {
  readonly fault: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly sentence: string;
}

/** Whether routing depends on a variable: a fault there would cause others. */
function decides(of: Questionnaire, side: SideId, id: string): boolean {
  const conditions = variablesOf(of, side).flatMap(({ shownIf, options }) => [
    shownIf,
    ...options.map((option) => option.shownIf),
  ]);
  return JSON.stringify(conditions).includes(`"variable":"${id}"`);
}

const sentenceOf = (variable: Variable): string =>
  variable.question.kind === 'number' ? notANumber({ question: variable.question }) : noSuchAnswer(variable);

const isOffered = ({ question, options }: Variable, value: unknown): boolean =>
  options.some(({ code }) => code === value) ||
  (question.kind === 'number' &&
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= question.min &&
    value <= question.max);

/** Answers without those that the others rule out. */
function onRoute(variables: readonly Variable[], answers: Answers): Answers {
  const off = offRoute(
    variables.map(({ id, shownIf, options }) => ({
      id,
      shownIf,
      routedCodes: new Map(
        options.flatMap(({ code, shownIf: only }) => (only ? [[code, only] as const] : [])),
      ),
    })),
    answers,
  );
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !off.includes(id)));
}

/** Valid answers of one side into which one fault was planted. */
export const faultyAnswers = (side: SideId, of: Questionnaire = questionnaire): fc.Arbitrary<Faulty> =>
  validAnswers(side, of).chain((answers) => {
    const variables = variablesOf(of, side);
    const free = variables.filter(({ id }) => !decides(of, side, id));
    const plant = (variable: Variable, fault: string, value: fc.Arbitrary<unknown>, sentence: string) =>
      value.map((planted) => ({ fault, answers: { ...answers, [variable.id]: planted }, sentence }));
    const faults: fc.Arbitrary<Faulty>[] = [
      fc
        .string({ unit: 'grapheme-ascii', minLength: 1 })
        .filter((key) => !variables.some(({ id }) => id === key) && key !== '__proto__')
        .map((key) => ({
          fault: 'a question that does not exist',
          answers: { ...answers, [key]: 'yes' },
          sentence: noSuchQuestion,
        })),
    ];
    for (const variable of variables)
      for (const { code, because } of screeningOf(variable))
        faults.push(
          fc.constant({
            fault: 'an answer that ends the questionnaire',
            answers: onRoute(variables, { ...answers, [variable.id]: code }),
            sentence: because,
          }),
        );
    for (const variable of free) {
      if (!isShown(variable, answers)) {
        // One of its own answers, so that nothing is wrong but that it was not asked.
        faults.push(
          plant(variable, 'a hidden question answered', anyCode(variable, answers), notAsked(variable)),
        );
        continue;
      }
      if (variable.required)
        faults.push(
          fc.constant({
            fault: 'a required question left out',
            answers: Object.fromEntries(Object.entries(answers).filter(([id]) => id !== variable.id)),
            sentence: needsAnswer(variable),
          }),
        );
      const wrong = rubbish.filter((value) => !isOffered(variable, value));
      faults.push(plant(variable, 'something that is not offered', wrong, sentenceOf(variable)));
      for (const { code, shownIf } of variable.options)
        if (shownIf !== undefined && !holds(shownIf, answers))
          faults.push(plant(variable, 'an answer of another route', fc.constant(code), ruledOut(variable)));
    }
    return fc.oneof(...faults);
  });

/** Anything that looks like answers: real ids with real codes, of any question and any route, and rubbish between. */
export const anyAnswers = (side: SideId): fc.Arbitrary<unknown> => {
  const variables = variablesOf(questionnaire, side);
  const value = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.constantFrom<string | number>(
        ...variables.flatMap(({ options }) => options.map(({ code }) => code)),
        0,
        12,
        500,
      ),
    },
    { weight: 1, arbitrary: rubbish },
  );
  const own = fc.record(
    Object.fromEntries(
      variables.map((variable) => [
        variable.id,
        fc.oneof(
          {
            weight: 20,
            arbitrary: anyCode(
              { ...variable, options: variable.options.map(({ code, label }) => ({ code, label })) },
              {},
            ),
          },
          { weight: 1, arbitrary: value },
        ),
      ]),
    ),
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 12, arbitrary: own },
    {
      weight: 4,
      arbitrary: fc
        .subarray(
          variables.map(({ id }) => id),
          { maxLength: 4 },
        )
        .chain((ids) => fc.record(Object.fromEntries(ids.map((id) => [id, value])))),
    },
    { weight: 1, arbitrary: rubbish },
  );
};
