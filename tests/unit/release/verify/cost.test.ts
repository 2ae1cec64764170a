import { expect, test } from 'vitest';
import { openLedger } from '../../../../src/release/disclosure/ledger.ts';
import type { ShownTable } from '../../../../src/release/disclosure/shown.ts';
import { makeRelease } from '../../../../src/release/makeRelease.ts';
import { sampleRespondents } from '../../../../src/sample/sampleRespondents.ts';
import { recount } from '../../../examples/recount.ts';
import { cutsShown } from './cost.ts';

/** SIMULATION=full: five crowds at each size, as docs/decisions/0007 reports them. */
const isFull = process.env.SIMULATION === 'full';
const sizes = isFull ? [60, 120, 300, 1000] : [300];
const crowds = isFull ? 5 : 2;

const head = {
  id: '2027-01',
  published: '2027-01-01',
  made_up: false,
  instrument: '1',
  commit: 'c0ffee'.padEnd(40, '0'),
};

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const range = (values: readonly number[], say: (value: number) => string = String): string =>
  `${say(Math.min(...values))} to ${say(Math.max(...values))}`;

const isShown = ({ groups }: ShownTable): boolean =>
  Object.values(groups).some(({ status }) => status === 'published');

/** How many counts of headlines the cuts of a release print. */
const printedIn = (tables: readonly ShownTable[]): number =>
  tables
    .filter(({ segment }) => segment !== null)
    .flatMap(({ groups }) => Object.values(groups))
    .flatMap((group) => (group.status === 'published' ? Object.values(group.cells) : []))
    .filter(({ status }) => status === 'published').length;

function costOf(size: number, crowd: number) {
  const people = sampleRespondents({ seed: `cost ${crowd}`, jobSeekers: size, employers: size });
  const { release, withheld } = makeRelease({
    tally: recount(people),
    head,
    earlier: [],
    ledger: openLedger([]),
  });
  const whole = release.tables.filter(({ segment }) => segment === null);
  const names = new Set(whole.map(({ table }) => table));
  const [coarse, fine] = [cutsShown(people, false), cutsShown(people, true)];
  return {
    series: whole.filter(isShown).length,
    of: whole.length,
    held: withheld.filter(({ rule, table }) => rule === 'nested' && names.has(table)).length,
    coarse: coarse.printed / coarse.counts,
    fine: fine.printed / fine.counts,
    released: printedIn(release.tables) / coarse.counts,
  };
}

test.each(sizes)(
  'what the rules leave of the cuts and series at %i answers a side',
  (size) => {
    const costs = Array.from({ length: crowds }, (_, i) => costOf(size, i + 1));
    const of = (key: keyof ReturnType<typeof costOf>) => costs.map((cost) => cost[key]);
    console.log(
      `${size} a side: ${range(of('series'))} of ${costs[0]?.of ?? 0} series shown, ${range(of('held'))} withheld by P12; ` +
        `counts of cuts printed ${range(of('coarse'), percent)} with the coarse segments (${range(of('released'), percent)} as released), ` +
        `${range(of('fine'), percent)} with those of the first version.`,
    );
    expect(Math.min(...of('coarse').map((share, i) => share - (of('fine')[i] ?? 0)))).toBeGreaterThanOrEqual(
      0,
    );
    if (size >= 300) expect(Math.min(...of('released'))).toBeGreaterThanOrEqual(0.55);
  },
  600_000,
);
