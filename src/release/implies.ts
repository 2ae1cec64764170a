import { holds, variablesIn, type Codes, type Condition } from '../survey/condition.ts';
import type { Variable } from '../survey/kinds/kind.ts';
import type { SideId } from '../survey/question.ts';
import { questionnaire } from '../survey/questionnaire.ts';
import { isShown } from '../survey/routing.ts';
import { variablesOf } from '../survey/variables.ts';

/** Which conditions lie inside which, decided from the questionnaire, and not from anybody’s answers. */

const variables: Readonly<Record<SideId, readonly Variable[]>> = {
  job_seeker: variablesOf(questionnaire, 'job_seeker'),
  employer: variablesOf(questionnaire, 'employer'),
};

/** The column of the missing codes of a number question, beside that of its numbers. */
const missingOf = (id: string): string => `${id}_missing`;

const isAbout = (variable: string, { id }: Variable): boolean =>
  variable === id || variable === missingOf(id);

const isAsked = (id: string): boolean =>
  Object.values(variables).some((own) => own.some((entry) => isAbout(id, entry)));

/** The conditions that decide whether a variable is asked and which answers it offers. */
const routingOf = ({ shownIf, options }: Variable): readonly Condition[] =>
  [shownIf, ...options.map((option) => option.shownIf)].filter((condition) => condition !== undefined);

/** The variables that the conditions look at, and those whose answers decide about them, in the order asked. */
function variablesFor(side: SideId, conditions: readonly Condition[]): readonly Variable[] {
  const wanted = new Set<Variable>();
  const want = (condition: Condition): void => {
    for (const id of variablesIn(condition)) {
      const variable = variables[side].find((entry) => isAbout(id, entry));
      // A condition for both sides names questions of both; the other’s have no answer here.
      if (variable === undefined && !isAsked(id)) throw new Error(`Nobody is asked ${id}.`);
      if (variable === undefined || wanted.has(variable)) continue;
      wanted.add(variable);
      routingOf(variable).forEach(want);
    }
  };
  conditions.forEach(want);
  return variables[side].filter((variable) => wanted.has(variable));
}

type Leaf = Exclude<Condition, { readonly all: unknown } | { readonly any: unknown }>;

/** The parts of a condition that look at one variable each. */
function leavesOf(condition: Condition): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return [condition];
}

/** Numbers on both sides of every limit that a condition sets. */
function numbersAround({ question }: Variable, leaves: readonly Leaf[]): readonly number[] {
  if (question.kind !== 'number') return [];
  const limits = leaves.flatMap((leaf) => ('over' in leaf ? [leaf.over] : 'upTo' in leaf ? [leaf.upTo] : []));
  return [question.min, ...limits.flatMap((limit) => [limit, limit + 1])].filter(
    (value) => value >= question.min && value <= question.max,
  );
}

/** The columns that hold an answer: that of the variable, and of a number’s missing code. */
const columnsOf = ({ id, question }: Variable, answer: string | number): Codes =>
  question.kind === 'number' && typeof answer === 'string'
    ? { [id]: answer, [missingOf(id)]: answer }
    : { [id]: answer };

/** An answer as it is stored, and the condition under which it is offered. */
interface Offered {
  readonly columns: Codes;
  readonly shownIf: Condition | undefined;
}

/** One of each class of answers that all the conditions treat alike. */
function classesOf(variable: Variable, conditions: readonly Condition[]): readonly Offered[] {
  const { question, options, required } = variable;
  const leaves = conditions.flatMap(leavesOf).filter((leaf) => isAbout(leaf.variable, variable));
  const screening = question.kind === 'single' ? (question.screensOut ?? []).map(({ code }) => code) : [];
  const answers = [
    ...options.filter(({ code }) => !screening.includes(code)),
    ...numbersAround(variable, leaves).map((code) => ({ code, shownIf: undefined })),
    ...(required ? [] : [{ code: 'blank', shownIf: undefined }]),
  ];
  const byClass = new Map<string, Offered>();
  for (const { code, shownIf } of answers) {
    const columns = columnsOf(variable, code);
    const signature = JSON.stringify([leaves.map((leaf) => holds(leaf, columns)), shownIf]);
    if (!byClass.has(signature)) byClass.set(signature, { columns, shownIf });
  }
  return [...byClass.values()];
}

/** Every way in which a person could answer as far as these conditions look: one of each class of answers. */
export function* everyAnswers(side: SideId, conditions: readonly Condition[]): Generator<Codes> {
  const asked = variablesFor(side, conditions);
  const looking = [...conditions, ...asked.flatMap(routingOf)];
  const classes = asked.map((variable) => classesOf(variable, looking));
  function* from(at: number, answers: Codes): Generator<Codes> {
    const variable = asked[at];
    if (variable === undefined) yield answers;
    else if (!isShown(variable, answers)) yield* from(at + 1, { ...answers, ...columnsOf(variable, 'na') });
    else
      for (const { columns, shownIf } of classes[at] ?? [])
        if (isShown({ shownIf }, answers)) yield* from(at + 1, { ...answers, ...columns });
  }
  yield* from(0, {});
}

const known = new WeakMap<Condition, WeakMap<Condition, boolean>>();

/** Whether everybody of a side of whom one condition holds is one of whom the other holds. */
export function implies(side: SideId, inner: Condition, outer: Condition): boolean {
  const ofInner = known.get(inner) ?? new WeakMap<Condition, boolean>();
  known.set(inner, ofInner);
  const found =
    ofInner.get(outer) ??
    everyAnswers(side, [inner, outer]).every((answers) => !holds(inner, answers) || holds(outer, answers));
  ofInner.set(outer, found);
  return found;
}

/** Whether the two conditions hold of nobody at once. */
export const exclude = (side: SideId, a: Condition, b: Condition): boolean =>
  everyAnswers(side, [a, b]).every((answers) => !holds(a, answers) || !holds(b, answers));
