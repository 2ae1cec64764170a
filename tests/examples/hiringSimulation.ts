import type { Answers } from '../../src/survey/answers.ts';
import { describedPerson, isInFrame } from '../../src/survey/frame.ts';
import { random, taker, timeCode } from './frameSimulation.ts';

/** Simulated hiring whose truth is known, for the test of the employers’ rule (protocol 1.3). */

/** Someone interviewed and not offered the job. */
export interface Candidate {
  readonly firstName: string;
  /** From 0, who came second, to 1, who came last. */
  readonly place: number;
  /** Days until they were told; null when nobody told them. */
  readonly told: number | null;
  /** Whether they were given a reason about them. */
  readonly reason: boolean;
}

export interface Job {
  readonly daysAgo: number;
  /** In the order of the interviews. */
  readonly interviewed: readonly Candidate[];
}

/** In percent, over everybody interviewed and not offered the job. */
export const truth = { told: 64, reason: 15 } as const;

/** Whoever came close is told more often, and far more often with a reason; the averages are the truth. */
const toldAt = (place: number): number => 0.79 - 0.3 * place;
const reasonAt = (place: number): number => 0.28 - 0.26 * place;

function candidate(place: number, draw: () => number): Candidate {
  const luck = draw();
  return {
    firstName: String.fromCharCode(65 + Math.floor(draw() * 26), 97 + Math.floor(draw() * 26)),
    place,
    told: luck < toldAt(place) ? Math.floor(draw() * 45) : null,
    reason: luck < reasonAt(place),
  };
}

/** The jobs of two years of one employer. Whoever is interviewed first is measured against nobody, and soon passed. */
export function jobsOf(draw: () => number): readonly Job[] {
  const days = 5 + draw() * 200;
  const jobs: Job[] = [];
  for (let daysAgo = draw() * days; daysAgo < 730; daysAgo += days) {
    const number = 3 + Math.floor(draw() * 5);
    const left = Array.from({ length: number }, (_, index) => candidate(index / (number - 1), draw));
    const first = Math.floor(Math.max(draw(), draw(), draw()) * number);
    jobs.push({ daysAgo: Math.floor(daysAgo), interviewed: [...left.splice(first, 1), ...left] });
  }
  return jobs;
}

/** Memory: one after the other, by how much each stands out. */
function memorable(people: readonly Candidate[], draw: () => number): Candidate | undefined {
  const weights = people.map(({ place, reason }) => 1 + (place === 0 ? 2 : 0) + (reason ? 0.8 : 0));
  let left = draw() * weights.reduce((sum, weight) => sum + weight, 0);
  return people.find((_, index) => (left -= weights[index] ?? 0) < 0);
}

type Rule = (jobs: readonly Job[], draw: () => number) => Candidate | undefined;

const inLatest =
  (pick: (people: readonly Candidate[], draw: () => number) => Candidate | undefined): Rule =>
  (jobs, draw) => {
    const latest = jobs.find(({ daysAgo }) => isInFrame(daysAgo));
    return latest === undefined ? undefined : pick(latest.interviewed, draw);
  };

/** The rule of the survey, and those it took the place of. */
export const rules = {
  'first name': (jobs) => describedPerson(jobs),
  'last one told': (jobs) =>
    jobs
      .filter(({ daysAgo }) => isInFrame(daysAgo))
      .flatMap(({ interviewed }) => interviewed.toSorted((a, b) => (b.told ?? 0) - (a.told ?? 0)))
      .find(({ told }) => told !== null),
  'came second': inLatest((people) => people.find(({ place }) => place === 0)),
  memorable: inLatest(memorable),
  'first interviewed': inLatest(([first]) => first),
} as const satisfies Record<string, Rule>;

const take = taker('employer');

const answersAbout = ({ told, reason }: Candidate): Answers => ({
  e_role: 'hr',
  e_last: 'int1',
  e_known: 'written',
  e_time: told === null ? 'never' : timeCode(told),
  ...(told !== null && { e_explanation: reason ? 'specific' : 'form' }),
});

/** What so many employers answer about the person that a rule picks. */
export function answersBy(rule: Rule, employers: number): readonly Answers[] {
  const draw = random(64_15);
  return Array.from({ length: employers }, () => rule(jobsOf(draw), draw))
    .filter((picked) => picked !== undefined)
    .map((picked) => take(answersAbout(picked)));
}
