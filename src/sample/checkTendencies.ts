import type { Condition } from '../survey/condition.ts';
import { kindOf } from '../survey/kinds.ts';
import type { Variable } from '../survey/kinds/kind.ts';
import type { Questionnaire, SideId } from '../survey/question.ts';
import { variablesOf } from '../survey/variables.ts';
import type { Step, Tendency } from './tendency.ts';

/** Whether a code is an answer that can be sent: one that ends the questionnaire cannot. */
function allows(variable: Variable, { missing }: Questionnaire, code: string): boolean {
  const answer = variable.question.kind === 'number' && /^\d+$/.test(code) ? Number(code) : code;
  return (
    !Object.hasOwn(missing, code) && kindOf(variable.question).schema(variable).safeParse(answer).success
  );
}

function tests(condition: Condition): readonly { variable: string; codes: readonly string[] }[] {
  if ('all' in condition) return condition.all.flatMap(tests);
  if ('any' in condition) return condition.any.flatMap(tests);
  if ('over' in condition || 'upTo' in condition) return [{ variable: condition.variable, codes: [] }];
  return [{ variable: condition.variable, codes: 'in' in condition ? condition.in : condition.notIn }];
}

type Offers = (code: string) => boolean;

/** The weights name every code that can be sent, and no other. */
function checkWeights(
  { about, cases, tilts = [] }: Tendency,
  variable: Variable | undefined,
  offers: Offers,
): void {
  const own = new Set(cases.flatMap(({ weights }) => Object.keys(weights)));
  const all = [...cases.map(({ weights }) => weights), ...tilts.map(({ times }) => times)];
  for (const [code, weight] of all.flatMap((weights) => Object.entries(weights))) {
    if (!offers(code))
      throw new Error(
        `The sample gives a weight to ${about} = ${code}, which the questionnaire does not offer.`,
      );
    if (!(Number.isFinite(weight) && weight >= 0))
      throw new Error(`The sample gives ${about} = ${code} the weight ${weight}; a weight is zero or more.`);
  }
  const forgotten = variable?.options.find(({ code }) => offers(code) && !own.has(code));
  if (forgotten !== undefined) throw new Error(`The sample gives no weight to ${about} = ${forgotten.code}.`);
}

/** What is missing is offered. */
function checkMissing(
  { about, missing = {}, missingTilts = [] }: Tendency,
  variable: Variable | undefined,
): void {
  for (const code of [missing, ...missingTilts.map(({ times }) => times)].flatMap(Object.keys))
    if (
      code === 'blank'
        ? variable?.required === true
        : !variable?.options.some((option) => option.code === code)
    )
      throw new Error(`The sample leaves ${about} as ${code}, which the questionnaire does not offer.`);
}

/** Conditions look at what is drawn before, or at the answer itself where it is about what is missing. */
function checkConditions(
  { about, cases, tilts = [], missingTilts = [] }: Tendency,
  offers: Offers,
  drawn: ReadonlyMap<string, Offers>,
): void {
  const before = [...cases, ...tilts].map(({ when }) => ({ when, known: drawn }));
  const withItself = new Map([...drawn, [about, offers]]);
  const then = missingTilts.map(({ when }) => ({ when, known: withItself }));
  for (const { when, known } of [...before, ...then])
    for (const { variable, codes } of when === undefined ? [] : tests(when)) {
      const exists = known.get(variable);
      if (exists === undefined)
        throw new Error(`The sample draws ${about} by ${variable}, which is not drawn before it.`);
      const unknown = codes.find((code) => !exists(code));
      if (unknown !== undefined)
        throw new Error(`The sample draws ${about} by ${variable} = ${unknown}, which does not exist.`);
    }
}

/**
 * Checks the weights of one side against the questionnaire: every variable has a tendency, every code a weight, and no
 * weight or condition names a code that cannot be sent or a variable that is not drawn yet.
 * Throws with one sentence that names the variable and the code.
 */
export function checkTendencies(questionnaire: Questionnaire, side: SideId, steps: readonly Step[]): void {
  const variables = new Map(variablesOf(questionnaire, side).map((variable) => [variable.id, variable]));
  const drawn = new Map<string, Offers>();
  const add = (about: string, offers: Offers, hidden: boolean) => {
    if (drawn.has(about)) throw new Error(`The sample says twice how ${about} is answered.`);
    if (variables.has(about) === hidden)
      throw new Error(
        hidden
          ? `The sample keeps ${about} hidden, but the questionnaire asks it.`
          : `The sample answers ${about}, which the questionnaire does not ask.`,
      );
    drawn.set(about, offers);
  };
  for (const step of steps) {
    if ('pick' in step)
      for (const [about, codes] of Object.entries(step.tells))
        add(about, (code) => codes.includes(code), true);
    for (const tendency of 'pick' in step ? step.each : [step]) {
      const variable = variables.get(tendency.about);
      const own = new Set(tendency.cases.flatMap(({ weights }) => Object.keys(weights)));
      const offers = (code: string) =>
        variable === undefined ? own.has(code) : allows(variable, questionnaire, code);
      const before = new Map(drawn);
      add(tendency.about, offers, tendency.hidden === true);
      checkWeights(tendency, variable, offers);
      checkMissing(tendency, variable);
      checkConditions(tendency, offers, before);
    }
  }
  const left = [...variables.keys()].find((id) => !drawn.has(id));
  if (left !== undefined) throw new Error(`The sample does not say how ${left} is answered.`);
}
