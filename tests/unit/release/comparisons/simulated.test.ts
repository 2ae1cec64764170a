import { afterAll, describe, expect, test } from 'vitest';
import { decide } from '../../../../src/release/comparisons/decide.ts';
import { FALSE_DISCOVERY_RATE, type Decided } from '../../../../src/release/comparisons/decided.ts';
import { falseDiscovery } from '../../../../src/statistics/falseDiscovery.ts';
import type { SideId } from '../../../../src/survey/question.ts';
import {
  inChannel,
  inCut,
  inWorry,
  nothing,
  onlyMixes,
  releaseIn,
  type World,
} from '../../../examples/comparisonWorlds.ts';

/**
 * COMPARISON_TABLES=1 npx vitest run --project unit tests/unit/release/comparisons/simulated.test.ts
 * simulates 400 releases of each kind and prints the table, which takes an hour on a busy machine. Every draw is seeded, so no run differs
 * from another.
 */
const isFull = process.env.COMPARISON_TABLES === '1';
const releases = isFull ? 400 : 60;
const limit = isFull ? 7_200_000 : 600_000;

const printed: string[] = [];
const print = (name: string, share: number) =>
  printed.push(`${name.padEnd(84)}${(100 * share).toFixed(1).padStart(6)} %`);
afterAll(() => {
  if (isFull) console.log(printed.join('\n'));
});

/** What is decided of each of many releases in one world. */
const decidedIn = (world: World, people: Readonly<Record<SideId, number>>): readonly (readonly Decided[])[] =>
  Array.from({ length: releases }, (_, i) => decide(releaseIn(world, people, i + 1)));

const shareOf = <Item>(items: readonly Item[], is: (item: Item) => boolean): number =>
  items.filter(is).length / items.length;

const isSaid = ({ higher }: Decided): boolean => higher !== null;

/** The first version: every page with its own list, corrected for the number of comparisons on that page alone. */
const saidByPage = (members: readonly Decided[]): boolean =>
  [...Map.groupBy(members, ({ estimate, segment }) => `${estimate.id} ${segment ?? ''}`).values()].some(
    (page) => page.some(({ crude }) => crude <= 0.05 / page.length),
  );

const alike = (people: number) => ({ job_seeker: people, employer: people });

describe('where nothing goes with anything', () => {
  test.each(isFull ? [120, 300, 1000] : [300])(
    'of releases with %i answers a side, at most 7 in a hundred say anything',
    (people) => {
      const all = decidedIn(nothing, alike(people));
      const say = shareOf(all, (members) => members.some(isSaid));
      const each = shareOf(all, (members) => members.some(({ crude }) => crude <= 0.05));
      const byPage = shareOf(all, saidByPage);
      const mean = all.reduce((sum, { length }) => sum + length, 0) / all.length;
      print(`Nothing is true, ${people} a side: releases that say anything`, say);
      print(`  the same, ${mean.toFixed(0)} comparisons each at 5 %, no rule for their number`, each);
      print('  the same, each page a family of its own', byPage);
      expect(say).toBeLessThanOrEqual(0.07);
      // The negative controls: without one rule for all of them, most releases say what is not there.
      expect(each).toBeGreaterThan(0.9);
      expect(byPage).toBeGreaterThan(0.4);
    },
    limit,
  );
});

describe('where one thing is true', () => {
  const find = {
    worry: (one: Decided) => one.family === 'listed' && one.estimate.id === 'E15',
    channel: (one: Decided) => one.family === 'listed' && one.estimate.id === 'E17',
    cut: (one: Decided) =>
      one.family === 'cuts' &&
      one.estimate.id === 'E10' &&
      one.segment === 'size3' &&
      one.a.series === 'job_seeker' &&
      one.a.groups?.[0] === 'small',
  };
  /** So many answers on the sides that it is about, a few of them left blank. */
  const people = {
    worry: (answers: number) => ({ job_seeker: 300, employer: Math.round(1.03 * answers) }),
    channel: (answers: number) => alike(Math.round(1.03 * answers)),
    cut: (answers: number) => ({ job_seeker: Math.round(1.03 * answers), employer: 300 }),
  };
  const worlds = { worry: inWorry, channel: inChannel, cut: inCut };
  const called = {
    worry: 'listed, a side in halves',
    channel: 'listed, between the sides',
    cut: 'in a cut in halves',
  };

  /** The share of releases that say it, the right way round. */
  function power(kind: keyof typeof worlds, points: number, answers: number): number {
    const all = decidedIn(worlds[kind](points), people[kind](answers));
    const saidOf = (side: 'a' | 'b') =>
      shareOf(all, (members) => members.some((one) => find[kind](one) && one.higher === side));
    print(
      `${points} points are true, ${called[kind]}, ${answers} answers a side: releases that say it`,
      saidOf('a'),
    );
    expect(saidOf('b')).toBe(0);
    return saidOf('a');
  }

  test(
    'a listed difference of 15 points between groups of 300 is said by 6 in ten releases or more',
    () => {
      expect(power('worry', 15, 600)).toBeGreaterThanOrEqual(0.6);
    },
    limit,
  );

  test.runIf(isFull).each(
    (['worry', 'channel', 'cut'] as const).flatMap((kind) => {
      const groupsOf300 = kind === 'channel' ? 300 : 600;
      const table = [
        [10, groupsOf300],
        [15, groupsOf300],
        [20, groupsOf300],
        [15, 120],
        [15, 1000],
      ] as const;
      return table.map(([points, answers]) => ({ kind, points, answers }));
    }),
  )(
    'what $points points and $answers answers a side are worth, $kind',
    ({ kind, points, answers }) => {
      expect(power(kind, points, answers)).toBeGreaterThan(0.01);
    },
    limit,
  );
});

describe('where the sides describe employers of different sizes, and do not differ within any', () => {
  test(
    'the two counts alone find a gap in many releases, and the rule says it in at most 7 in a hundred',
    () => {
      const all = decidedIn(onlyMixes, alike(300)).map((members) =>
        members.filter(({ family }) => family === 'listed'),
      );
      const isBetween = ({ strata }: Decided) => strata.length > 0;
      const say = shareOf(all, (members) => members.some((one) => isBetween(one) && isSaid(one)));
      const crude = shareOf(all, (members) => {
        const found = falseDiscovery(members.map((one) => one.crude));
        return members.some((one, i) => isBetween(one) && (found[i]?.adjusted ?? 1) <= FALSE_DISCOVERY_RATE);
      });
      print('Only the mix of sizes differs, 300 a side: releases that say a gap between the sides', say);
      print('  the same, by the two counts alone', crude);
      expect(say).toBeLessThanOrEqual(0.07);
      expect(crude).toBeGreaterThan(0.3);
    },
    limit,
  );
});
