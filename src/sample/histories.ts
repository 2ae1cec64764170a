import { described, describedPerson, elapsed, frame } from '../survey/frame.ts';
import { randomPick, randomShare, type SeedPath } from './seededRandom.ts';
import type { Facts, History, Tendency } from './tendency.ts';

/** How often things happen: days from one to the next, and the days that the first lies back at the least. */
interface Pace {
  readonly days: number;
  readonly from: number;
}

const every = (days: number, from = 0): Pace => ({ days, from });

/** So many at the most, or those of three months where they are more: a fast pace is not kept up for two years. */
const longest = 40;
const threeMonths = 91;

/** Days ago, from the latest to beyond the frame. */
function daysOf({ days, from }: Pace, path: SeedPath): readonly number[] {
  const phase = randomShare([...path, 'phase']);
  const inFrame = Math.ceil((frame.years * 365 - from) / days) + 1;
  const number = Math.min(inFrame, Math.max(longest, Math.ceil(threeMonths / days) + 1));
  return Array.from({ length: number }, (_, index) => Math.floor(from + (index + phase) * days));
}

/** The answer about time ago that is true; the first that holds is the exact one. */
function agoOf(daysAgo: number): string {
  const found = elapsed.find(({ from, to }) => daysAgo >= from && daysAgo <= to);
  if (found === undefined) throw new Error(`No answer about time ago fits ${daysAgo} days.`);
  return found.code;
}

const agoCodes = elapsed.map(({ code }) => code);

function oneOf<Value>(values: Readonly<Record<string, Value>>, fact: string | undefined): Value {
  const value = values[fact ?? ''];
  if (value === undefined)
    throw new Error(`A history knows nothing of ${fact ?? 'a person without a pace'}.`);
  return value;
}

/** The hidden variable `pace`, in applications: about one in eight months, one a month, then 4, 10, 24 and 43 a month. */
export const applying = {
  seldom: every(240),
  monthly: every(30),
  weekly: every(8),
  often: every(3),
  daily: every(1.25),
  constantly: every(0.7),
} as const satisfies Readonly<Record<string, Pace>>;

/** Days from applying to the last step, usually: whoever gets further waits longer. */
const stageDays = { applied: 0, screened: 12, int1: 20, int2: 32, int3: 48 } as const;
const interviewsAt = { applied: 0, screened: 0, int1: 1, int2: 2, int3: 3 } as const;

/** The answer about three months that is true of so many applications. */
function sentCode(count: number): string {
  const limits = { none: 0, a1_5: 5, a6_20: 20, a21_50: 50, a51_100: 100 };
  return Object.entries(limits).find(([, limit]) => count <= limit)?.[0] ?? 'a100p';
}

/** What became of an application that stayed one. */
function otherCode(application: Facts | undefined): string {
  if (application === undefined) return 'none';
  if (application.s_outcome === 'rejected_told') return 'told';
  return application.s_outcome === 'silent' || application.s_outcome === 'open' ? 'untold' : 'ended';
}

/**
 * The applications of a job seeker at a steady pace. The frame picks the one that is described; `lately` is how many fall
 * into three months, and `other_application` what became of the latest that stayed one.
 */
export const applications = (...each: readonly Tendency[]): History => ({
  each,
  tells: {
    ago: agoCodes,
    lately: ['none', 'a1_5', 'a6_20', 'a21_50', 'a51_100', 'a100p'],
    other_application: ['told', 'untold', 'ended', 'none'],
  },
  pick: (facts, person, draw) => {
    const applied = daysOf(oneOf<Pace>(applying, facts.pace), person);
    const processes = applied.map((appliedAgo, index) => {
      const path = [...person, 'application', index];
      const own = draw(facts, path);
      const usual = oneOf<number>(stageDays, own.s_stage);
      const lasted = usual === 0 ? 0 : usual * (0.5 + randomShare([...path, 'days']));
      return {
        facts: own,
        daysAgo: Math.max(0, Math.floor(appliedAgo - lasted)),
        interviews: oneOf<number>(interviewsAt, own.s_stage),
      };
    });
    const picked = described(processes);
    if (picked === undefined)
      throw new Error(`The job seeker ${person.join(', ')} has no application to describe.`);
    const other = described(processes.filter((process) => process.facts.s_stage === 'applied'));
    return {
      ...picked.facts,
      ago: agoOf(picked.daysAgo),
      lately: sentCode(applied.filter((daysAgo) => daysAgo <= threeMonths).length),
      other_application: otherCode(other?.facts),
    };
  },
});

/** How often a job is filled that an employer helps hire for, by how many interviewed people they did not hire in a year. */
const hiring: Readonly<Record<string, Pace>> = {
  none: every(180, 366),
  v1_10: every(150),
  v11_50: every(45),
  v51_200: every(20),
  v201_1000: every(12),
  v1000p: every(8),
};

/** How many were interviewed for a job and not offered it; none where all pulled out or worked there already. */
const interviewedPeople = Object.entries({ 0: 7, 1: 18, 2: 26, 3: 25, 4: 14, 5: 10 });

const firstNames =
  'Ada Amir Bea Carlos Chen Dina Elif Femi Gita Hugo Ines Jonas Kofi Lena Mei Nadia Omar Paula Ravi Sara Tomas Uma Vera Wei Yusuf Zoe'
    .split(' ')
    .map((name) => [name, 1] as const);

/** The jobs of an employer, each with the people interviewed and not offered it. The frame picks the one described. */
export const hires = (...each: readonly Tendency[]): History => ({
  each,
  tells: { ago: agoCodes },
  pick: (facts, person, draw) => {
    const jobs = daysOf(oneOf(hiring, facts.e_volume), person).map((daysAgo, index) => {
      const job = [...person, 'job', index];
      const number = Number(randomPick(interviewedPeople, [...job, 'interviewed']));
      const interviewed = Array.from({ length: number }, (_, nth) => {
        const path = [...job, nth];
        return {
          firstName: randomPick(firstNames, [...path, 'first name']),
          facts: draw({ ...facts, ago: agoOf(daysAgo) }, path),
        };
      });
      return { daysAgo, interviewed };
    });
    return describedPerson(jobs)?.facts ?? { e_last: 'nobody' };
  },
});
