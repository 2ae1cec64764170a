import { expect, test } from 'vitest';
import { bases, isWithin } from '../../../../src/release/basesInside.ts';
import { sumsOf, type Sum } from '../../../../src/release/sumsOfBases.ts';
import { scan } from '../../../../src/release/verify/scan.ts';
import { holds } from '../../../../src/survey/condition.ts';
import type { SideId } from '../../../../src/survey/question.ts';
import type { Submission } from '../../../../src/survey/submission.ts';
import { storedOf } from '../../../examples/recount.ts';
import { basesToldIn, publishMonths, type Month } from './months.ts';

/** SIMULATION=full: 18 months at 15, 40 and 120 answers a side, as docs/decisions/0007 reports them. */
const runs: readonly (readonly [arrivals: number, months: number])[] =
  process.env.SIMULATION === 'full'
    ? [
        [15, 18],
        [40, 18],
        [120, 18],
      ]
    : [
        [15, 14],
        [40, 6],
      ];

/** What one release tells of a side, and who was there: how many of each kind that routing tells apart. */
interface Telling {
  readonly sums: readonly Sum[];
  readonly people: ReadonlyMap<string, string>;
}

const isFew = (n: number): boolean => n >= 1 && n <= 4;

const sides: readonly SideId[] = ['job_seeker', 'employer'];

/** Every sum of bases that each release tells, and who was there; or those of one that shows every base each time. */
const tellings = (side: SideId, months: readonly Month[], isNaive: boolean): readonly Telling[] =>
  months.map(({ made: { release }, present }) => {
    const own = bases.filter((base) => base.side === side);
    const told = basesToldIn(release);
    const names = own.map(({ id }) => id).filter((id) => isNaive || told.has(id));
    const kindOf = ({ answers }: Submission): string => {
      const row = storedOf(side, answers);
      return own.flatMap(({ id, where }) => (holds(where, row) ? [id] : [])).join();
    };
    return {
      sums: [...sumsOf(names).values()],
      people: new Map(present.filter((one) => one.side === side).map((one) => [one.id, kindOf(one)])),
    };
  });

/** How many people of each kind are in both, only in the later one, and only in the earlier one. */
function moves(later: Telling['people'], earlier: Telling['people'], kinds: readonly string[]) {
  const count = (ids: Iterable<readonly [string, string]>): readonly number[] => {
    const byKind = Map.groupBy(ids, ([, kind]) => kind);
    return kinds.map((kind) => byKind.get(kind)?.length ?? 0);
  };
  return {
    stayed: count([...later].filter(([id]) => earlier.has(id))),
    came: count([...later].filter(([id]) => !earlier.has(id))),
    left: count([...earlier].filter(([id]) => !later.has(id))),
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, x, i) => sum + x * (other[i] ?? 0), 0);

/** Pairs of sums, the later one inside the earlier one, around it or of the same people, of whom one to four are in one only. */
function isolating(told: readonly Telling[]): number {
  const kinds = [...new Set(told.flatMap(({ people }) => [...people.values()]))];
  const known = told.map(({ sums, people }) => ({
    people,
    sums: sums.map((sum) => ({
      ...sum,
      times: kinds.map((kind) =>
        kind.split(',').reduce((times, base) => times + (sum.parts.get(base) ?? 0), 0),
      ),
    })),
  }));
  const nobody = { people: new Map<string, string>(), sums: [{ kinds: 0n, times: kinds.map(() => 0) }] };
  let few = 0;
  for (const [at, later] of known.entries())
    for (const earlier of [nobody, ...known.slice(0, at)]) {
      const { stayed, came, left } = moves(later.people, earlier.people, kinds);
      const before = earlier.sums.map((sum) => ({
        ...sum,
        n: dot(sum.times, stayed),
        left: dot(sum.times, left),
      }));
      for (const { kinds: own, times } of later.sums) {
        const [here, arrived] = [dot(times, stayed), dot(times, came)];
        for (const other of before)
          if (isWithin(own, other.kinds) || isWithin(other.kinds, own))
            few += isFew(Math.abs(here - other.n) + arrived + other.left) ? 1 : 0;
      }
    }
  return few;
}

/** Numbers from one to four in the tables of a release, of whatever they are, and those that follow within a table. */
function smallNumbers({ made: { release } }: Month): number {
  const printed = release.tables.flatMap(({ groups, rest }) => [
    ...(rest?.status === 'published' ? [rest.n] : []),
    ...Object.values(groups).flatMap((group) =>
      group.status === 'few_answers' ? Object.values(group.headlines) : [],
    ),
    ...Object.values(groups).flatMap((group) =>
      group.status === 'published'
        ? [
            group.n,
            ...[...Object.values(group.cells), ...Object.values(group.headlines ?? {})].flatMap((cell) =>
              cell.status === 'published' ? [cell.x] : [],
            ),
          ]
        : [],
    ),
  ]);
  return printed.filter(isFew).length + scan(release.tables).length;
}

test.each(runs)(
  'at %i answers a side in each of %i months, no sums of bases isolate one to four people and no table tells so few',
  (arrivals, count) => {
    const months = publishMonths(arrivals, count, `months ${arrivals}`);
    const told = sides.map((side) => tellings(side, months, false));
    const found = total(told.map(isolating));
    const sums = total(told.flat().map((one) => one.sums.length));
    const naive = total(sides.map((side) => isolating(tellings(side, months.slice(0, 4), true))));
    const small = months.reduce((sum, month) => sum + smallNumbers(month), 0);
    const held = months.flatMap(({ made }) => made.withheld.filter(({ rule }) => rule === 'nested')).length;
    console.log(
      `${arrivals} a side and month: ${months.length} releases, ${sums} sums of bases told, ${held} tables held by P12. ` +
        `Sums isolating 1 to 4: ${found} (every base shown in the first four: ${naive}). Numbers from 1 to 4: ${small}.`,
    );
    expect({ found, small }).toEqual({ found: 0, small: 0 });
    expect(naive).toBeGreaterThan(0);
    expect(sums).toBeGreaterThan(200);
  },
  600_000,
);
