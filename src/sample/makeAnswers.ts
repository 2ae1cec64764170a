import type { Answers } from '../survey/answers.ts';
import { holds } from '../survey/condition.ts';
import type { Variable } from '../survey/kinds/kind.ts';
import { isShown } from '../survey/routing.ts';
import { randomPick, randomShare, type SeedPath } from './seededRandom.ts';
import { usualMissing, type Tendency } from './tendency.ts';

/** What is true of one made-up person, whether they answer it or not: a code by variable. */
type Facts = Readonly<Record<string, string>>;

function weightsOf({ about, cases, tilts = [] }: Tendency, variable: Variable | undefined, facts: Facts) {
  const fitting = cases.find(({ when }) => when === undefined || holds(when, facts));
  if (fitting === undefined)
    throw new Error(`No case of ${about} fits a made-up person: let the last one hold for everybody.`);
  const onRoute = (code: string): boolean => {
    const shownIf = variable?.options.find((option) => option.code === code)?.shownIf;
    return shownIf === undefined || holds(shownIf, facts);
  };
  const active = tilts.filter(({ when }) => holds(when, facts));
  return Object.entries(fitting.weights)
    .filter(([code]) => onRoute(code))
    .map(
      ([code, weight]) =>
        [code, active.reduce((tilted, { times }) => tilted * (times[code] ?? 1), weight)] as const,
    );
}

function makeFacts(
  variables: ReadonlyMap<string, Variable>,
  tendencies: readonly Tendency[],
  person: SeedPath,
): Facts {
  const facts: Record<string, string> = {};
  for (const tendency of tendencies) {
    const variable = variables.get(tendency.about);
    if (variable !== undefined && !isShown(variable, facts)) continue;
    facts[tendency.about] = randomPick(weightsOf(tendency, variable, facts), [...person, tendency.about]);
  }
  return facts;
}

/** The missing code of a person who does not answer; undefined when they answer. */
function keptBack(variable: Variable, { missing = {} }: Tendency, person: SeedPath): string | undefined {
  const possible = [
    ...variable.options.map(({ code }) => code).filter((code) => code === 'dk' || code === 'pnts'),
    ...(variable.required ? [] : (['blank'] as const)),
  ];
  let left = randomShare([...person, variable.id, 'missing']);
  for (const code of possible) {
    const rate = missing[code] ?? usualMissing[code];
    if (left < rate) return code;
    left -= rate;
  }
  return undefined;
}

/**
 * The answers of one made-up person: first what is true of them, in the order of the tendencies, then their answers, in
 * the order of the questionnaire, some of them missing.
 * @param person seed, side and number: the same person always gives the same answers
 */
export function makeAnswers(
  variables: readonly Variable[],
  tendencies: readonly Tendency[],
  person: SeedPath,
): Answers {
  const facts = makeFacts(new Map(variables.map((variable) => [variable.id, variable])), tendencies, person);
  const byVariable = new Map(tendencies.map((tendency) => [tendency.about, tendency]));
  const answers: Record<string, string | number> = {};
  for (const variable of variables) {
    const tendency = byVariable.get(variable.id);
    const fact = facts[variable.id];
    if (tendency === undefined || !isShown(variable, answers)) continue;
    const missing = keptBack(variable, tendency, person);
    if (missing === 'blank') continue;
    if (missing !== undefined) answers[variable.id] = missing;
    else if (fact !== undefined)
      answers[variable.id] = variable.question.kind === 'number' ? Number(fact) : fact;
  }
  return answers;
}
