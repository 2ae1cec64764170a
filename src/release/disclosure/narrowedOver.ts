import { atomsOf, type Headlines } from './hideSmall.ts';
import { limitsOf, sumsOf, type Print } from './readingsOf.ts';

/** What a reader knows of the count of one answer in one release. Narrowed in place. */
interface Limits {
  least: number;
  most: number;
}

/** One release: its answers, and the sums that it prints of some of them. */
interface Release {
  readonly answers: ReadonlyMap<string, Limits>;
  readonly sums: readonly { readonly codes: readonly string[]; readonly total: number }[];
}

/** The releases of a table, and how many people the reader takes to have left between each two. */
interface Reading {
  readonly releases: readonly Release[];
  readonly left: readonly number[];
}

/** So many guesses are tried; a count that is not found open by then is taken to be given away. */
const TRIED = 2000;

function releaseOf(print: Print, all: Headlines): Release {
  const { kept, sums } = sumsOf(print, all);
  const codes = Object.keys(print.cells);
  return {
    answers: new Map(
      codes.map((code) => {
        const [least, most] = limitsOf(print.cells[code]);
        return [code, { least, most: Math.min(most, print.n) }];
      }),
    ),
    sums: atomsOf(codes, kept).map((atom, i) => ({ codes: atom, total: sums[i] ?? 0 })),
  };
}

const pairsOf = ({ releases }: Reading) =>
  releases.slice(1).map((after, i) => ({ before: releases[i] ?? after, after }));

/** Of each answer that both releases have, what is known of it in the one and in the other. */
const inBoth = (before: Release, after: Release): readonly (readonly [Limits, Limits])[] =>
  [...before.answers].flatMap(([code, then]) => {
    const now = after.answers.get(code);
    return now === undefined ? [] : [[then, now] as const];
  });

/** How many are seen to have left an answer. */
const lost = (then: Limits, now: Limits): number => Math.max(0, then.least - now.most);

const lostIn = (before: Release, after: Release): number =>
  inBoth(before, after).reduce((total, [then, now]) => total + lost(then, now), 0);

/** Sets limits to these where they are narrower; whether they were. */
function narrow(limits: Limits, least: number, most: number): boolean {
  const isNarrower = least > limits.least || most < limits.most;
  limits.least = Math.max(limits.least, least);
  limits.most = Math.min(limits.most, most);
  return isNarrower;
}

/** The answers of a sum make it: none is more than the others leave, or less. */
function bySums({ answers, sums }: Release): boolean {
  let isNarrower = false;
  for (const { codes, total } of sums) {
    const own = codes.flatMap((code) => answers.get(code) ?? []);
    const least = own.reduce((sum, limits) => sum + limits.least, 0);
    const most = own.reduce((sum, limits) => sum + limits.most, 0);
    for (const limits of own.map((one) => ({ one, ...one })))
      if (narrow(limits.one, total - most + limits.most, total - least + limits.least)) isNarrower = true;
  }
  return isNarrower;
}

/** No answer loses more than all that left, less those whom others are seen to have lost. */
function byDepartures(before: Release, after: Release, left: number): boolean {
  const others = left - lostIn(before, after);
  let isNarrower = false;
  for (const [then, now] of inBoth(before, after)) {
    const most = others + lost(then, now);
    const [isLater, isEarlier] = [narrow(now, then.least - most, Infinity), narrow(then, 0, now.most + most)];
    if (isLater || isEarlier) isNarrower = true;
  }
  return isNarrower;
}

/** Narrows all limits as far as they narrow each other; false where they contradict each other. */
function settle(reading: Reading): boolean {
  for (let isNarrower = true; isNarrower;) {
    isNarrower = reading.releases.map(bySums).includes(true);
    for (const [i, { before, after }] of pairsOf(reading).entries()) {
      const left = reading.left[i] ?? 0;
      if (lostIn(before, after) > left) return false;
      if (byDepartures(before, after, left)) isNarrower = true;
    }
    if (reading.releases.some(({ answers }) => answers.values().some(({ least, most }) => least > most)))
      return false;
  }
  return true;
}

const copy = ({ releases, left }: Reading): Reading => ({
  releases: releases.map(({ answers, sums }) => ({
    answers: new Map([...answers].map(([code, limits]) => [code, { ...limits }])),
    sums,
  })),
  left,
});

const openIn = ({ releases }: Reading) =>
  releases.flatMap(({ answers }, release) =>
    [...answers].flatMap(([code, { least, most }]) => (least < most ? [{ release, code, least, most }] : [])),
  );

/** The same with one count guessed. */
function guessed(reading: Reading, release: number, code: string, x: number): Reading {
  const next = copy(reading);
  const limits = next.releases[release]?.answers.get(code);
  if (limits !== undefined) narrow(limits, x, x);
  return next;
}

/** Counts within these limits that make all that is printed; null where there are none, or too many were tried. */
function solve(reading: Reading, tries = { left: TRIED }): Reading | null {
  tries.left -= 1;
  if (tries.left < 0 || !settle(reading)) return null;
  const [open] = openIn(reading).toSorted((a, b) => a.most - a.least - (b.most - b.least));
  if (open === undefined) return reading;
  for (let x = open.least; x <= open.most; x += 1) {
    const found = solve(guessed(reading, open.release, open.code, x), tries);
    if (found !== null) return found;
  }
  return null;
}

/** Whether a count from 1 to 4 is the same in all that this could be. */
function isSomeFixed(reading: Reading, one: Reading, prints: readonly Print[]): boolean {
  return prints.some(({ cells }, release) =>
    Object.entries(cells).some(([code, cell]) => {
      const limits = reading.releases[release]?.answers.get(code);
      if (cell.status !== 'small_cell' || cell.bound !== 'low' || limits === undefined) return false;
      const found = one.releases[release]?.answers.get(code)?.least;
      for (let x = limits.least; x <= limits.most; x += 1)
        if (x !== found && solve(guessed(reading, release, code, x)) !== null) return false;
      return true;
    }),
  );
}

/**
 * P11 between releases: whether the releases of an overall table together leave a count from 1 to 4 one value for a reader
 * who takes it that as few people left between each two of them as the counts allow.
 * @param prints the table in each release in which it was renewed, oldest first
 */
export function narrowedOver(prints: readonly Print[], all: Headlines): boolean {
  const releases = prints.map((print) => releaseOf(print, all));
  while (releases.map(bySums).includes(true));
  const seen = pairsOf({ releases, left: [] }).map(({ before, after }) => lostIn(before, after));
  const everybody = Math.max(...prints.map(({ n }) => n));
  for (let more = 0; more <= everybody; more += 1) {
    const reading = { releases, left: seen.map((n) => n + more) };
    const one = solve(copy(reading));
    if (one !== null) return isSomeFixed(reading, one, prints);
  }
  return true;
}
