import type { SeriesDefinition } from '../../src/release/series.ts';
import { answersSchema, type Answers } from '../../src/survey/answers.ts';
import { holds } from '../../src/survey/condition.ts';
import { described, elapsed } from '../../src/survey/frame.ts';
import type { SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';

/** Simulated people whose truth is known, for the test of the frame (protocol 1.3). */

/** Mulberry32: quick, small, and the same numbers for the same seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The answers about a stretch of days: the share of answers in each, its first and its last day. */
type Times = readonly (readonly [share: number, from: number, to: number])[];

/** From days to months; the last two stretches come after day 45. */
export const times = {
  usual: [
    [0.14, 0, 2],
    [0.28, 3, 7],
    [0.24, 8, 14],
    [0.19, 15, 30],
    [0.08, 31, 45],
    [0.05, 46, 90],
    [0.02, 91, 180],
  ],
  slow: [
    [0.05, 0, 2],
    [0.1, 3, 7],
    [0.15, 8, 14],
    [0.25, 15, 30],
    [0.2, 31, 45],
    [0.15, 46, 90],
    [0.1, 91, 180],
  ],
} as const satisfies Record<string, Times>;

/** What is true of every application in a world. */
export interface World {
  /** The share that is never answered, by whether there was an interview. */
  readonly silence: { readonly applied: number; readonly interviewed: number };
  readonly times: Times;
  /** The share with an interview. */
  readonly invited: number;
  /** What some people take for the last thing they did: the call with the no, or asking for the result. */
  readonly misread?: 'call' | 'chasing';
}

/** One application as its author sees it. */
export interface Application {
  readonly daysAgo: number;
  readonly interviews: number;
  /** Days from the last step to the answer; null while there is none. */
  readonly told: number | null;
  /** Offered, or given up: over, and in no figure about being told. */
  readonly ended: boolean;
}

function daysToAnswer(stretches: Times, draw: () => number): number {
  let left = draw();
  for (const [share, from, to] of stretches) {
    if (left < share) return Math.floor(from + draw() * (to + 1 - from));
    left -= share;
  }
  return 0;
}

/** How many days of two years, and of the longest process before them, are simulated. */
const span = 730 + 120;
/** Of those told after an interview one in four is told by a call; of those waiting one in four chases. */
const misreaders = 0.25;

/** What a person who misreads the question takes for the last step. */
function misread(world: World, process: Application, draw: () => number): Application {
  const { daysAgo, told } = process;
  if (world.misread === undefined || draw() >= misreaders) return process;
  if (world.misread === 'call')
    return told === null ? process : { ...process, daysAgo: daysAgo - told, told: 0 };
  const chased = Math.floor(10 + draw() * 25);
  if (chased > daysAgo || (told !== null && told <= chased)) return process;
  return { ...process, daysAgo: daysAgo - chased, told: told === null ? null : told - chased };
}

/** The applications of one person who applies at a steady rate, as they see them today. */
export function applications(world: World, perMonth: number, draw: () => number): readonly Application[] {
  const all: Application[] = [];
  const gap = () => (-Math.log(1 - draw()) * 30) / perMonth;
  for (let applied = gap(); applied < span; applied += gap()) {
    const isInterview = draw() < world.invited;
    const isSilent = draw() < (isInterview ? world.silence.interviewed : world.silence.applied);
    const ended = draw() < 0.1;
    // Promising processes run longer: those that will be answered have more rounds.
    const lasted = isInterview ? (isSilent ? 7 + draw() * 20 : 14 + draw() * 70) : 0;
    const daysAgo = Math.floor(applied - lasted);
    const told = isSilent ? null : daysToAnswer(world.times, draw);
    if (daysAgo < 0) continue;
    const process = {
      daysAgo,
      interviews: isInterview ? 1 : 0,
      told: told === null || told > daysAgo ? null : told,
      ended,
    };
    all.push(misread(world, process, draw));
  }
  // Of two that ended on one day the first is taken, and which comes first must not follow from how they went.
  return draw() < 0.5 ? all : all.reverse();
}

/** The percentage of a world that is not told by day 45, of those with or without an interview. */
export function truth({ silence, times: stretches }: World, stage: 'applied' | 'interviewed'): number {
  const late = stretches.reduce((sum, [share, from]) => sum + (from > 45 ? share : 0), 0);
  return 100 * (silence[stage] + (1 - silence[stage]) * late);
}

const timeCodes = [
  ['d2', 2],
  ['d7', 7],
  ['d14', 14],
  ['d30', 30],
  ['d45', 45],
  ['d90', 90],
  ['gt90', Infinity],
] as const;

export const timeCode = (days: number): string => timeCodes.find(([, to]) => days <= to)?.[0] ?? 'gt90';

/** What a person answers about an application. */
export function answersAbout({ daysAgo, interviews, told, ended }: Application): Answers {
  const ago = elapsed.find(({ from, to }) => daysAgo >= from && daysAgo <= to)?.code;
  if (ago === undefined) throw new Error(`No answer fits ${daysAgo} days.`);
  const outcome = ended ? 'withdrew' : told === null ? 'silent' : 'rejected_told';
  return {
    s_stage: interviews > 0 ? 'int1' : 'applied',
    s_elapsed: ago,
    s_outcome: outcome,
    ...(outcome === 'rejected_told' && told !== null && { s_time: timeCode(told) }),
  };
}

/** Refuses answers that the questionnaire would not take; each combination is looked at once. */
export function taker(side: SideId): (answers: Answers) => Answers {
  const schema = answersSchema(questionnaire, side);
  const taken = new Map<string, Answers>();
  return (answers) => {
    const key = JSON.stringify(answers);
    const known = taken.get(key) ?? (schema.parse(answers) as Answers);
    taken.set(key, known);
    return known;
  };
}

/** Of the people in a series, the percentage in these cells. Throws where someone of the base is not in exactly one cell. */
export function percentIn(
  { base, cells: all }: SeriesDefinition,
  cells: readonly string[],
  people: readonly Answers[],
): number {
  const cellOf = (answers: Answers): string | undefined => {
    if (!holds(base.where, answers)) return undefined;
    const own = all.filter(({ where }) => holds(where, answers));
    const [one] = own;
    if (one === undefined || own.length > 1)
      throw new Error(`${own.length} cells hold ${JSON.stringify(answers)}.`);
    return one.code;
  };
  // Equal answers are one object here.
  const known = new Map([...new Set(people)].map((answers) => [answers, cellOf(answers)]));
  const asked = people.filter((answers) => known.get(answers) !== undefined);
  return (100 * asked.filter((answers) => cells.includes(known.get(answers) ?? '')).length) / asked.length;
}

/** The applications that so many people describe by a rule; people for whom it finds none are not asked. */
export function pickedBy(
  rule: (all: readonly Application[]) => Application | undefined,
  world: World,
  perMonth: number,
  people: number,
): readonly Application[] {
  const draw = random(perMonth * 1000 + 7);
  return Array.from({ length: people }, () => rule(applications(world, perMonth, draw))).filter(
    (picked) => picked !== undefined,
  );
}

const take = taker('job_seeker');

/** What so many people answer, each about the application that the frame picks. */
export const answersIn = (world: World, perMonth: number, people: number): readonly Answers[] =>
  pickedBy(described, world, perMonth, people).map((picked) => take(answersAbout(picked)));
