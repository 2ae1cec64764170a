import fc from 'fast-check';
import { variablesIn, type Condition } from '../../src/survey/condition.ts';
import type { CodeList, Question, Questionnaire, SideId } from '../../src/survey/question.ts';
import { variablesOf } from '../../src/survey/variables.ts';
import { sideIds } from '../../src/survey/sides.ts';

/** `name` is of nothing that any version has had. */
type Edit = (questionnaire: Questionnaire, name: string) => Questionnaire;

const withQuestions = (
  questionnaire: Questionnaire,
  side: SideId,
  by: (questions: readonly Question[]) => readonly Question[],
): Questionnaire => {
  const { sides } = questionnaire;
  return {
    ...questionnaire,
    sides: { ...sides, [side]: { ...sides[side], questions: by(sides[side].questions) } },
  };
};

const withList = (questionnaire: Questionnaire, name: string, list: CodeList): Questionnaire => ({
  ...questionnaire,
  lists: { ...questionnaire.lists, [name]: list },
});

const at = <T>(items: readonly T[], place: number): T => {
  const item = items[place % items.length];
  if (item === undefined) throw new Error('There is none.');
  return item;
};

const inserted = <T>(items: readonly T[], place: number, item: T): readonly T[] =>
  items.toSpliced(place % (items.length + 1), 0, item);

const asked = (id: string) => ({
  id,
  about: [{ text: 'About that job' }],
  wording: `What about ${id}?`,
  why: 'A test asks it.',
  offers: [{ code: 'dk' as const, label: 'I do not know' }],
});

/** The questions of a side that no route depends on. */
function free(questionnaire: Questionnaire, side: SideId): readonly Question[] {
  const conditions = variablesOf(questionnaire, side).flatMap(({ shownIf, options }) =>
    [shownIf, ...options.map((option) => option.shownIf)].filter((one) => one !== undefined),
  );
  const deciding = new Set(conditions.flatMap((one: Condition) => variablesIn(one)));
  return questionnaire.sides[side].questions.filter(
    (question) =>
      question.required === undefined &&
      (question.kind === 'rows' ? question.rows : [question]).every(({ id }) => !deciding.has(id)),
  );
}

const replaceQuestion = (
  questionnaire: Questionnaire,
  side: SideId,
  { id }: Question,
  by: readonly Question[],
): Questionnaire =>
  withQuestions(questionnaire, side, (questions) =>
    questions.flatMap((question) => (question.id === id ? by : [question])),
  );

const edits = {
  'a question of an old list': (side, place) => (questionnaire, name) =>
    withQuestions(questionnaire, side, (questions) =>
      inserted(questions, place, {
        ...asked(name),
        kind: 'single',
        // Some lists have answers that only one side’s routes offer.
        list: at(
          Object.entries(questionnaire.lists)
            .filter(([, { options }]) => options.every(({ shownIf }) => shownIf === undefined))
            .map(([id]) => id),
          place,
        ),
      }),
    ),
  'a question of a new list': (side, place) => (questionnaire, name) =>
    withQuestions(
      withList(questionnaire, `list_${name}`, {
        ordered: false,
        options: [
          { code: 'one', label: 'One' },
          { code: 'two', label: 'Two' },
        ],
      }),
      side,
      (questions) => inserted(questions, place, { ...asked(name), kind: 'single', list: `list_${name}` }),
    ),
  'a number': (side, place) => (questionnaire, name) =>
    withQuestions(questionnaire, side, (questions) =>
      inserted(questions, place, { ...asked(name), kind: 'number', unit: 'days', min: 0, max: place }),
    ),
  'an answer': (_, place) => (questionnaire, name) => {
    const [id, list] = at(Object.entries(questionnaire.lists), place);
    // A scale has five points and no more.
    const isScale = sideIds.some((side) =>
      questionnaire.sides[side].questions.some((one) => one.kind === 'scale' && one.list === id),
    );
    const options = [...inserted(list.options, place, { code: name, label: `The answer ${name}` })];
    return isScale ? questionnaire : withList(questionnaire, id, { ...list, options });
  },
  'a row': (_, place) => (questionnaire, name) =>
    withQuestions(questionnaire, 'employer', (questions) =>
      questions.map((question) =>
        question.kind === 'rows' && question.id === 'e_barriers'
          ? { ...question, rows: [...inserted(question.rows, place, { id: name, label: `The row ${name}` })] }
          : question,
      ),
    ),
  'a question less': (side, place) => (questionnaire) =>
    replaceQuestion(questionnaire, side, at(free(questionnaire, side), place), []),
  'a route': (side, place) => (questionnaire) => {
    const question = at(free(questionnaire, side), place);
    const shownIf =
      side === 'job_seeker'
        ? { variable: 's_outcome', in: ['silent'] }
        : { variable: 'e_last', in: ['int1'] };
    return replaceQuestion(questionnaire, side, question, [{ ...question, shownIf }]);
  },
  'a limit': (side, place) => (questionnaire) =>
    withQuestions(questionnaire, side, (questions) =>
      questions.map((question) =>
        question.kind === 'number' ? { ...question, max: question.max + place } : question,
      ),
    ),
} satisfies Readonly<Record<string, (side: SideId, place: number) => Edit>>;

/** Which changes a version makes, with the side and the place of each. */
export type Edits = readonly (readonly [what: keyof typeof edits, side: SideId, place: number])[];

/** One to five changes, each of which a new version may make. */
export const anyEdits: fc.Arbitrary<Edits> = fc.array(
  fc.tuple(
    fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
    fc.constantFrom(...sideIds),
    fc.nat({ max: 99 }),
  ),
  { minLength: 1, maxLength: 5 },
);

/** The next version of a questionnaire, with these changes. */
export function nextVersion(questionnaire: Questionnaire, drawn: Edits): Questionnaire {
  const version = String(Number(questionnaire.version) + 1);
  return drawn.reduce<Questionnaire>(
    (next, [what, side, place], index) => edits[what](side, place)(next, `new_${version}_${index}`),
    { ...questionnaire, version },
  );
}
