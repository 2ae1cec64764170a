import type { Answers } from '../survey/answers.ts';
import { holds } from '../survey/condition.ts';
import type { Variable } from '../survey/kinds/kind.ts';
import { isShown } from '../survey/routing.ts';
import { randomPick, randomShare, type SeedPath } from './seededRandom.ts';
import { usualMissing, type Facts, type Missing, type Step, type Tendency } from './tendency.ts';

type Variables = ReadonlyMap<string, Variable>;

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

/** Draws the steps in order, on top of what is known already. */
function drawFacts(variables: Variables, steps: readonly Step[], known: Facts, path: SeedPath): Facts {
  const facts: Record<string, string> = { ...known };
  for (const step of steps) {
    if ('pick' in step) {
      const draw = (more: Facts, at: SeedPath) => drawFacts(variables, step.each, more, at);
      Object.assign(facts, step.pick(facts, path, draw));
      continue;
    }
    const variable = variables.get(step.about);
    if (variable !== undefined && !isShown(variable, facts)) continue;
    facts[step.about] = randomPick(weightsOf(step, variable, facts), [...path, step.about]);
  }
  return facts;
}

/** The missing code of a person who does not answer; undefined when they answer. */
function keptBack(
  variable: Variable,
  { missing = {}, missingTilts = [] }: Tendency,
  facts: Facts,
  person: SeedPath,
): keyof Missing | undefined {
  const offered = (['dk', 'pnts', 'unseen'] as const).filter((code) =>
    variable.options.some((option) => option.code === code),
  );
  const active = missingTilts.filter(({ when }) => holds(when, facts));
  let left = randomShare([...person, variable.id, 'missing']);
  for (const code of variable.required ? offered : ([...offered, 'blank'] as const)) {
    const rate = active.reduce(
      (tilted, { times }) => tilted * (times[code] ?? 1),
      missing[code] ?? usualMissing[code],
    );
    if (left < rate) return code;
    left -= rate;
  }
  return undefined;
}

/**
 * The answers of one made-up person: first what is true of them, in the order of the steps, then their answers, in the
 * order of the questionnaire, some of them missing.
 * @param person seed, side and number: the same person always gives the same answers
 */
export function makeAnswers(
  variables: readonly Variable[],
  steps: readonly Step[],
  person: SeedPath,
): Answers {
  const facts = drawFacts(new Map(variables.map((variable) => [variable.id, variable])), steps, {}, person);
  const byVariable = new Map(
    steps
      .flatMap((step) => ('pick' in step ? step.each : [step]))
      .map((tendency) => [tendency.about, tendency]),
  );
  const answers: Record<string, string | number> = {};
  for (const variable of variables) {
    const tendency = byVariable.get(variable.id);
    const fact = facts[variable.id];
    if (tendency === undefined || !isShown(variable, answers)) continue;
    const missing = keptBack(variable, tendency, facts, person);
    if (missing === 'blank') continue;
    if (missing !== undefined) answers[variable.id] = missing;
    else if (fact !== undefined)
      answers[variable.id] = variable.question.kind === 'number' ? Number(fact) : fact;
  }
  return answers;
}
