import { openLedger } from '../../src/release/disclosure/ledger.ts';
import { makeRelease } from '../../src/release/makeRelease.ts';
import { SAMPLE, type Release } from '../../src/release/release.ts';
import { segmentOf } from '../../src/release/segments.ts';
import type { Answers } from '../../src/survey/answers.ts';
import { holds } from '../../src/survey/condition.ts';
import type { Variable } from '../../src/survey/kinds/kind.ts';
import type { SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { isShown } from '../../src/survey/routing.ts';
import { variablesOf } from '../../src/survey/variables.ts';
import { random } from './frameSimulation.ts';
import { recount } from './recount.ts';

/** Simulated people for the test of the rule of comparisons (protocol 2.9): each answers the questionnaire, one by one. */

type Weights = Readonly<Record<string, number>>;

/** How the answers to a variable fall, given what the person has answered about the job and before; undefined: evenly. */
export type World = (side: SideId, variable: string, answers: Answers) => Weights | undefined;

/** A share that falls evenly on some answers. */
const evenly = (share: number, ...codes: readonly string[]): Weights =>
  Object.fromEntries(codes.map((code) => [code, share / codes.length]));

const soon = ['d2', 'd7', 'd14'];
const later = ['d30', 'd45', 'd90', 'gt90'];

/** One process as either side describes it, with one share for everything that is said of it; one in three is never told. */
function described(variable: string, share: number): Weights | undefined {
  switch (variable) {
    case 's_time':
      return { ...evenly(share, ...soon), ...evenly(1 - share, ...later) };
    case 'e_time':
      return { ...evenly(2 * share, ...soon), ...evenly(2 * (1 - share), ...later), never: 1 };
    case 's_promised':
    case 'e_promised':
      return { ...evenly(share, 'kept', 'late', 'broken'), none: 1 - share };
    case 's_channel':
    case 'e_channel':
      return { ...evenly(share, 'call', 'personal'), ...evenly(1 - share, 'auto', 'account') };
    case 's_explanation':
    case 'e_explanation':
      return { ...evenly(share, 'specific', 'actionable'), ...evenly(1 - share, 'form', 'generic') };
    case 's_asked':
    case 'e_asked':
      return { no: 1 - share, useful: share * share, ...evenly(share * (1 - share), 'vague', 'noreply') };
    default:
      return undefined;
  }
}

const common: Readonly<Record<string, Weights>> = {
  s_stage: { applied: 0.3, screened: 0.1, int1: 0.25, int2: 0.2, int3: 0.15 },
  s_elapsed: { d45_90: 1, m3_6: 1, m6_12: 1, y1_2: 1 },
  s_outcome: { rejected_told: 0.6, silent: 0.3, open: 0.02, cancelled: 0.03, withdrew: 0.02, offered: 0.03 },
  e_role: { recruiter_in: 1, recruiter_agency: 1, hr: 1, manager: 1, owner: 1, interviewer: 1 },
  e_volume: { v1_10: 1, v11_50: 1, v51_200: 1, v201_1000: 1, v1000p: 1 },
  e_last: { int1: 0.42, int2: 0.33, int3: 0.2, nobody: 0.02, forgot: 0.03 },
  e_has_rule_not: { yes: 0.1, no: 0.9 },
};

/** A world in which nothing goes with anything: both sides alike, and every group like every other. */
export const nothing: World = (_, variable) => described(variable, 0.45) ?? common[variable];

const sizesOf = (small: number, medium: number, large: number): Weights => ({
  ...evenly(small, 's1_9', 's10_24', 's25_49'),
  ...evenly(medium, 's50_249', 's250_999'),
  s1000p: large,
});

/** The category of size3 that a person is in. */
const sizeOf = (answers: Answers): string | undefined =>
  segmentOf('size3').categories.find(({ where }) => holds(where, answers))?.code;

/** Everybody describes interviews. */
const interviews: Weights = { int1: 0.45, int2: 0.33, int3: 0.22 };
const isStage = (variable: string): boolean => variable === 's_stage' || variable === 'e_last';

/** The sides differ in the sizes of the employers they describe, and not within any size. */
export const onlyMixes: World = (side, variable, answers) => {
  if (isStage(variable)) return interviews;
  if (variable === 'org_size') return side === 'employer' ? sizesOf(5, 3, 2) : sizesOf(2, 3, 5);
  const size = sizeOf(answers);
  const share = size === 'small' ? 0.65 : size === 'large' ? 0.25 : 0.45;
  return described(variable, share) ?? common[variable];
};

/** Half a difference above or below the middle. */
const apart = (points: number, isHigher: boolean): number => 0.5 + (isHigher ? points : -points) / 200;

/** One true difference on the list: worry is more common among employers who know of a claim, half of all. */
export const inWorry =
  (points: number): World =>
  (side, variable, answers) => {
    if (variable === 'e_claim') return { heard: 1, no: 1 };
    if (variable !== 'e_barriers_legal') return nothing(side, variable, answers);
    const share = apart(points, answers.e_claim === 'heard');
    return { yes: share, no: 1 - share };
  };

/** One true difference between the sides, the same among all of them, where everybody is interviewed and told no. */
export const inChannel =
  (points: number): World =>
  (side, variable, answers) => {
    if (isStage(variable)) return interviews;
    if (variable === 's_outcome') return { rejected_told: 1 };
    if (variable === 'e_time') return described('s_time', 0.45);
    if (variable.endsWith('_channel')) return described(variable, apart(points, side === 'employer'));
    return nothing(side, variable, answers);
  };

/** One true difference in a cut: what job seekers want, where the employer is small, as half of them say. */
export const inCut =
  (points: number): World =>
  (side, variable, answers) => {
    if (variable === 'org_size') return sizesOf(2, 1, 1);
    if (variable === 's_outcome') return { rejected_told: 1 };
    if (variable !== 's_wanted') return nothing(side, variable, answers);
    const share = apart(points, sizeOf(answers) === 'small');
    return {
      ...evenly(share, 'reason', 'compare', 'improve', 'talk'),
      ...evenly(1 - share, 'quick_no', 'nothing'),
    };
  };

const isFirst = (variable: string): boolean =>
  ['industry', 'org_size', 'seniority', 'region'].includes(variable);

function drawn(weights: Weights, at: number): string {
  const entries = Object.entries(weights);
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [code, weight] of entries) {
    left -= weight;
    if (left < 0) return code;
  }
  throw new Error(`Nothing can be drawn from ${JSON.stringify(weights)}.`);
}

const order = (side: SideId): readonly Variable[] => {
  const all = variablesOf(questionnaire, side);
  // What a person says of the job decides in some worlds what became of it; worry is drawn when the claim is known.
  const first = all.filter(({ id }) => isFirst(id) || id === 'e_claim');
  return [...first, ...all.filter((variable) => !first.includes(variable))];
};
const orders = { job_seeker: order('job_seeker'), employer: order('employer') };

/** One person’s answers; one in fifty questions is left blank. */
function answersIn(world: World, side: SideId, next: () => number): Answers {
  const answers: Record<string, string | number> = {};
  for (const variable of orders[side]) {
    if (!isShown(variable, answers) || (next() < 0.02 && !variable.required)) continue;
    const codes = variable.options
      .map(({ code }) => code)
      .filter((code) => !(code in questionnaire.missing) && code !== 'none_fit');
    answers[variable.id] =
      variable.question.kind === 'number'
        ? 1 + Math.floor(next() * 40)
        : drawn(world(side, variable.id, answers) ?? evenly(1, ...codes), next());
  }
  return answers;
}

/** A release of simulated people, so many on each side, made by the rules that make every release. */
export function releaseIn(world: World, people: Readonly<Record<SideId, number>>, seed: number): Release {
  const next = random(seed);
  const responses = (['job_seeker', 'employer'] as const).flatMap((side) =>
    Array.from({ length: people[side] }, () => ({
      side,
      instrument: questionnaire.version,
      answers: answersIn(world, side, next),
      seconds: 600,
    })),
  );
  const standings = responses.map(() => ({ counted: true, epoch: 0 }));
  return makeRelease({
    tally: recount(responses, standings),
    head: {
      id: SAMPLE,
      published: '2026-11-24',
      made_up: true,
      instrument: questionnaire.version,
      commit: null,
    },
    earlier: [],
    ledger: openLedger([]),
  }).release;
}
