/** One made-up respondent: fixed answers, counted in the releases from `enter` up to and not including `exit`. */
export interface Person {
  readonly field: string | null;
  readonly stage: string | null;
  readonly answered: boolean;
  readonly told: boolean;
  readonly reason: boolean;
  readonly enter: number;
  exit: number;
}

/** mulberry32, a small seeded random number generator. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A Poisson random number with this mean (Knuth’s algorithm). */
function poisson(random: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

export const fields = [
  'tech',
  'health',
  'retail',
  'public',
  'media',
  'nonprofit',
  'farming',
  'energy',
] as const;
export const stages = ['applied', 'screened', 'interviewed'] as const;

/** How common each field is at a point of the run (0 to 1): farming grows into publication, media fades. */
const weights = (time: number): readonly number[] => [
  0.3,
  0.2,
  0.14,
  0.12,
  0.1 * (1 - time),
  0.04,
  0.01 + 0.12 * time,
  0.01,
];

function pick<Value>(random: () => number, values: readonly Value[], by: readonly number[]): Value | null {
  let left = random();
  for (const [i, value] of values.entries()) {
    left -= by[i] ?? 0;
    if (left < 0) return value;
  }
  return null;
}

/**
 * People who come and go over `releases`: arrivals, some of them held for review and counted later, some flagged soon
 * after they were counted; withdrawals one by one; now and then a burst taken out at once, or a flood that lasts for
 * one release. A person taken out after being counted stays out.
 */
export function population(seed: number, releases: number): Person[] {
  const random = generator(seed);
  const arrivals = [2, 5, 12, 30][seed % 4] ?? 5;
  const people: Person[] = [];
  for (let now = 0; now < releases; now += 1) {
    const present = people.filter(({ enter, exit }) => enter < now && exit > now);
    const leave = (person: Person | undefined): void => {
      if (person !== undefined) person.exit = now;
    };
    // One person now and then, as many as came in some releases, and a burst of media people in a few.
    for (let count = poisson(random, 0.05 * arrivals); count > 0; count -= 1)
      leave(present[Math.floor(random() * present.length)]);
    if (random() < 0.03) {
      const burst = present.filter(({ field }) => field === 'media' || field === 'health');
      burst.slice(0, Math.ceil(random() * 25)).forEach(leave);
    }
    for (let count = poisson(random, now === 0 ? 60 : arrivals); count > 0; count -= 1) {
      const told = random() < 0.6;
      const enter = now + (random() < 0.05 ? 1 + Math.floor(random() * 2) : 0);
      people.push({
        field: pick(random, fields, weights(now / releases)),
        // A few leave it blank: too few to be left over, for many releases.
        stage: pick(random, stages, [0.497, 0.3, 0.2]),
        answered: random() < 0.97,
        told,
        reason: told && random() < 0.4,
        enter,
        exit: random() < 0.02 ? enter + 1 + Math.floor(random() * 3) : Number.POSITIVE_INFINITY,
      });
    }
    // A flood that is noticed one release later: against the release before it, almost no one came.
    if (random() < 0.05) {
      const flood = { field: 'tech', stage: 'applied', answered: true, told: true, reason: false };
      for (let count = 10 + Math.floor(random() * 10); count > 0; count -= 1)
        people.push({ ...flood, enter: now, exit: now + 1 });
    }
  }
  return people;
}
