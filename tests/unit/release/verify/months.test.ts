import { expect, test } from 'vitest';
import { bases, isInside } from '../../../../src/release/basesInside.ts';
import { scan } from '../../../../src/release/verify/scan.ts';
import { holds } from '../../../../src/survey/condition.ts';
import { storedOf } from '../../../examples/recount.ts';
import { basesToldIn, publishMonths, type Month } from './months.ts';

/** SIMULATION=full: 18 months at 15, 40 and 120 answers a side, as the methodology reports them. */
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

/** The people of a base in the release that told its number. */
interface Told {
  readonly base: string;
  readonly people: ReadonlySet<string>;
}

const isFew = (n: number): boolean => n >= 1 && n <= 4;

/** How many are in one set and not in the other. */
function differ(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const id of one) if (other.has(id)) both += 1;
  return one.size + other.size - 2 * both;
}

/** What every release told, found from who was there; or what one would have told that shows every base each time. */
function everythingTold(months: readonly Month[], isNaive: boolean): readonly Told[] {
  return months.flatMap(({ made: { release }, present }) => {
    const rows = present.map(({ id, side, answers }) => ({ id, side, row: storedOf(side, answers) }));
    const told = basesToldIn(release);
    return bases
      .filter(({ id }) => isNaive || told.has(id))
      .map(({ id, side, where }) => ({
        base: id,
        people: new Set(
          rows.filter((one) => one.side === side && holds(where, one.row)).map((one) => one.id),
        ),
      }));
  });
}

/** Pairs of bases, one inside the other, of any two releases, between which there are one to four people. */
const isolating = (told: readonly Told[]): number =>
  told.reduce(
    (sum, inner) =>
      sum +
      told.filter((outer) => isInside(inner.base, outer.base) && isFew(differ(inner.people, outer.people)))
        .length,
    0,
  );

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
  'at %i answers a side in each of %i months, no two bases isolate one to four people and no table tells so few',
  (arrivals, count) => {
    const months = publishMonths(arrivals, count, `months ${arrivals}`);
    const told = everythingTold(months, false);
    const found = isolating(told);
    const naive = isolating(everythingTold(months.slice(0, 6), true));
    const small = months.reduce((sum, month) => sum + smallNumbers(month), 0);
    const held = months.flatMap(({ made }) => made.withheld.filter(({ rule }) => rule === 'nested')).length;
    console.log(
      `${arrivals} a side and month: ${months.length} releases, ${told.length} sizes of bases told, ${held} tables held by P12. ` +
        `Pairs isolating 1 to 4: ${found} (every base shown in the first six: ${naive}). Numbers from 1 to 4: ${small}.`,
    );
    expect({ found, small }).toEqual({ found: 0, small: 0 });
    expect(naive).toBeGreaterThan(0);
    expect(told.length).toBeGreaterThan(20);
  },
  600_000,
);
