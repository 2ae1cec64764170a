import { holds, variablesIn, type Codes, type Condition } from '../survey/condition.ts';
import type { Variable } from '../survey/kinds/kind.ts';
import type { SideId } from '../survey/question.ts';
import { isShown } from '../survey/routing.ts';
import { variablesOf } from '../survey/variables.ts';
import { versions } from '../survey/versions/versions.ts';
import { INSTRUMENT, isAbout, variablesEver } from './asked.ts';
import { endingCodes } from '../survey/kinds/coded.ts';
import { missingColumn } from '../survey/missingCodes.ts';
import { leavesOf, type Leaf } from '../survey/leaves.ts';

/** Which conditions lie inside which, decided from every version of the questionnaire, and not from anybody’s answers. */

const isAsked = (id: string): boolean =>
  id === INSTRUMENT || Object.values(variablesEver).some((own) => own.some((entry) => isAbout(id, entry)));

const known = new Map<string, Variable>();

/** One object for a variable that several versions ask alike, so that it is seen to be the same. */
function shared(variable: Variable): Variable {
  const text = JSON.stringify(variable);
  const found = known.get(text) ?? variable;
  known.set(text, found);
  return found;
}

/** What each version asks. */
const askedIn = versions.map((one) => ({
  version: one.version,
  job_seeker: variablesOf(one, 'job_seeker').map(shared),
  employer: variablesOf(one, 'employer').map(shared),
}));

/** The conditions that decide whether a variable is asked and which answers it offers. */
const routingOf = ({ shownIf, options }: Variable): readonly Condition[] =>
  [shownIf, ...options.map((option) => option.shownIf)].filter((condition) => condition !== undefined);

/** The variables that the conditions look at, and those whose answers decide about them, in the order asked. */
function variablesFor(asked: readonly Variable[], conditions: readonly Condition[]): readonly Variable[] {
  const wanted = new Set<Variable>();
  const want = (condition: Condition): void => {
    for (const id of variablesIn(condition)) {
      const variable = asked.find((entry) => isAbout(id, entry));
      // A condition for both sides names questions of both; the other’s have no answer here, nor those of other versions.
      if (variable === undefined && !isAsked(id)) throw new Error(`Nobody is asked ${id}.`);
      if (variable === undefined || wanted.has(variable)) continue;
      wanted.add(variable);
      routingOf(variable).forEach(want);
    }
  };
  conditions.forEach(want);
  return asked.filter((variable) => wanted.has(variable));
}

const textKnown = new WeakMap<Leaf, string>();

function textOf(leaf: Leaf): string {
  const text = textKnown.get(leaf) ?? JSON.stringify(leaf);
  textKnown.set(leaf, text);
  return text;
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
    ? { [id]: answer, [missingColumn(id)]: answer }
    : { [id]: answer };

/** An answer as it is stored, and the condition under which it is offered. */
interface Offered {
  readonly columns: Codes;
  readonly shownIf: Condition | undefined;
}

const classesKnown = new Map<Variable, Map<string, readonly Offered[]>>();

/** One of each class of answers that all the conditions treat alike. Conditions by the thousand look at a variable in a few ways. */
function classesOf(variable: Variable, all: readonly Leaf[]): readonly Offered[] {
  const leaves = all.filter((leaf) => isAbout(leaf.variable, variable));
  const key = leaves.map(textOf).join();
  const ofVariable = classesKnown.get(variable) ?? new Map<string, readonly Offered[]>();
  classesKnown.set(variable, ofVariable);
  const classes = ofVariable.get(key) ?? classesAmong(variable, leaves);
  ofVariable.set(key, classes);
  return classes;
}

function classesAmong(variable: Variable, leaves: readonly Leaf[]): readonly Offered[] {
  const { question, options, required } = variable;
  const screening = endingCodes(question);
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

/** The same in one version of the questionnaire. */
function findIn(
  version: string,
  asked: readonly Variable[],
  conditions: readonly Condition[],
  is: (answers: Codes) => boolean,
): Codes | null {
  const leaves = [...new Set([...conditions, ...asked.flatMap(routingOf)].flatMap(leavesOf))];
  const classes = asked.map((variable) => classesOf(variable, leaves));
  const search = (at: number, answers: Codes): Codes | null => {
    const variable = asked[at];
    if (variable === undefined) return is(answers) ? answers : null;
    if (!isShown(variable, answers)) return search(at + 1, { ...answers, ...columnsOf(variable, 'na') });
    for (const { columns, shownIf } of classes[at] ?? []) {
      const found = isShown({ shownIf }, answers) ? search(at + 1, { ...answers, ...columns }) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return search(0, { [INSTRUMENT]: version });
}

/**
 * Answers that a person could give and of which `is` holds, which looks at answers through these conditions alone. A
 * question that a version does not ask has no answer in it.
 * @returns null where nobody can answer so.
 */
export function findAnswers(
  side: SideId,
  conditions: readonly Condition[],
  is: (answers: Codes) => boolean,
): Codes | null {
  const leaves = conditions.flatMap(leavesOf).filter(({ variable }) => variable === INSTRUMENT);
  const searched: (readonly unknown[])[] = [];
  for (const { version, [side]: variables } of askedIn) {
    const asked = variablesFor(variables, conditions);
    const told = leaves.map((leaf) => holds(leaf, { [INSTRUMENT]: version }));
    // Versions that these conditions cannot tell apart are searched once.
    const looks = [...asked, ...told];
    if (searched.some((one) => one.length === looks.length && one.every((part, i) => part === looks[i])))
      continue;
    searched.push(looks);
    const found = findIn(version, asked, conditions, is);
    if (found !== null) return found;
  }
  return null;
}

/** One of each class of answers that a person could give, as far as these conditions look. */
export function everyAnswers(side: SideId, conditions: readonly Condition[]): readonly Codes[] {
  const found: Codes[] = [];
  findAnswers(side, conditions, (answers) => {
    found.push(answers);
    return false;
  });
  return found;
}

const decided = new WeakMap<Condition, WeakMap<Condition, boolean>>();

/** Whether everybody of a side of whom one condition holds is one of whom the other holds. */
export function implies(side: SideId, inner: Condition, outer: Condition): boolean {
  const ofInner = decided.get(inner) ?? new WeakMap<Condition, boolean>();
  decided.set(inner, ofInner);
  const found =
    ofInner.get(outer) ??
    findAnswers(side, [inner, outer], (answers) => holds(inner, answers) && !holds(outer, answers)) === null;
  ofInner.set(outer, found);
  return found;
}

/** Whether the two conditions hold of nobody at once. */
export const exclude = (side: SideId, a: Condition, b: Condition): boolean =>
  findAnswers(side, [a, b], (answers) => holds(a, answers) && holds(b, answers)) === null;
