import type { Condition } from '../survey/condition.ts';
import type { Variable } from '../survey/kinds/kind.ts';
import type { Questionnaire, SideId } from '../survey/question.ts';
import { variablesOf } from '../survey/variables.ts';
import type { Tendency } from './tendency.ts';

const isMissingCode = (questionnaire: Questionnaire, code: string): boolean =>
  Object.hasOwn(questionnaire.missing, code);

function allows({ question, options }: Variable, questionnaire: Questionnaire, code: string): boolean {
  if (question.kind !== 'number')
    return options.some((option) => option.code === code) && !isMissingCode(questionnaire, code);
  return /^\d+$/.test(code) && Number(code) >= question.min && Number(code) <= question.max;
}

function tests(condition: Condition): readonly { variable: string; codes: readonly string[] }[] {
  if ('all' in condition) return condition.all.flatMap(tests);
  if ('any' in condition) return condition.any.flatMap(tests);
  if ('over' in condition || 'upTo' in condition) return [{ variable: condition.variable, codes: [] }];
  return [{ variable: condition.variable, codes: 'in' in condition ? condition.in : condition.notIn }];
}

/**
 * Checks the weights of one side against the questionnaire: every variable has a tendency, every code a weight, and no
 * weight or condition names a code that is not offered or a variable that is not drawn yet.
 * Throws with one sentence that names the variable and the code.
 */
export function checkTendencies(
  questionnaire: Questionnaire,
  side: SideId,
  tendencies: readonly Tendency[],
): void {
  const variables = new Map(variablesOf(questionnaire, side).map((variable) => [variable.id, variable]));
  const drawn = new Map<string, (code: string) => boolean>();
  for (const { about, hidden, cases, tilts = [], missing = {} } of tendencies) {
    const variable = variables.get(about);
    const own = new Set(cases.flatMap(({ weights }) => Object.keys(weights)));
    if (drawn.has(about)) throw new Error(`The sample says twice how ${about} is answered.`);
    if ((variable === undefined) !== (hidden === true))
      throw new Error(
        hidden === true
          ? `The sample keeps ${about} hidden, but the questionnaire asks it.`
          : `The sample answers ${about}, which the questionnaire does not ask.`,
      );
    const offers = (code: string) =>
      variable === undefined ? own.has(code) : allows(variable, questionnaire, code);

    for (const [code, weight] of [
      ...cases.map(({ weights }) => weights),
      ...tilts.map(({ times }) => times),
    ].flatMap((weights) => Object.entries(weights))) {
      if (!offers(code))
        throw new Error(
          `The sample gives a weight to ${about} = ${code}, which the questionnaire does not offer.`,
        );
      if (!(Number.isFinite(weight) && weight >= 0))
        throw new Error(
          `The sample gives ${about} = ${code} the weight ${weight}; a weight is zero or more.`,
        );
    }
    const forgotten = variable?.options.find(
      ({ code }) => !isMissingCode(questionnaire, code) && !own.has(code),
    );
    if (forgotten !== undefined)
      throw new Error(`The sample gives no weight to ${about} = ${forgotten.code}.`);
    for (const code of Object.keys(missing))
      if (
        code === 'blank'
          ? variable?.required === true
          : !variable?.options.some((option) => option.code === code)
      )
        throw new Error(`The sample leaves ${about} as ${code}, which the questionnaire does not offer.`);
    for (const { variable: other, codes } of [...cases, ...tilts].flatMap(({ when }) =>
      when === undefined ? [] : tests(when),
    )) {
      const known = drawn.get(other);
      if (known === undefined)
        throw new Error(`The sample draws ${about} by ${other}, which is not drawn before it.`);
      const unknown = codes.find((code) => !known(code));
      if (unknown !== undefined)
        throw new Error(`The sample draws ${about} by ${other} = ${unknown}, which does not exist.`);
    }
    drawn.set(about, offers);
  }
  const left = [...variables.keys()].find((id) => !drawn.has(id));
  if (left !== undefined) throw new Error(`The sample does not say how ${left} is answered.`);
}
