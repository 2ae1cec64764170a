import { expect, test } from 'vitest';
import { openLedger, REST } from '../../../../src/release/disclosure/ledger.ts';
import { isTold } from '../../../../src/release/disclosure/shown.ts';
import { attack } from '../../../../src/release/verify/attack.ts';
import type { Exposure } from '../../../../src/release/verify/exposure.ts';
import { scan } from '../../../../src/release/verify/scan.ts';
import { population } from './population.ts';
import { publish, publishNaively, type Run } from './simulate.ts';
import { trueExposures } from './trueExposures.ts';

/** More with SIMULATION_SEEDS=200. */
const SEEDS = Number(process.env.SIMULATION_SEEDS ?? 20);
const RELEASES = 200;
/** Enough to show what goes wrong; the number of exposures grows with the square of this. */
const NAIVE_RELEASES = 100;

/** How often a category was shown in one release of its table and not in the one before, and the other way round. */
function moves({ earlier }: Run): { in: number; out: number } {
  const counted = { in: 0, out: 0 };
  const last = new Map<string, boolean>();
  for (const { id, tables } of earlier)
    for (const { table, vintage, groups } of tables) {
      if (vintage !== id) continue;
      for (const [code, { status }] of Object.entries(groups)) {
        const before = last.get(`${table} ${code}`);
        const shown = isTold({ status });
        if (before === false && shown) counted.in += 1;
        if (before === true && !shown) counted.out += 1;
        last.set(`${table} ${code}`, shown);
      }
    }
  return counted;
}

/**
 * How many of the disclosed groups are remainders of a table in which a category became published or stopped being so: the
 * reader subtracts what both releases show and isolates the few who came.
 */
function byMoves({ earlier }: Run, found: readonly Exposure[]): number {
  const shown = new Map(
    earlier.flatMap(({ id, tables }) =>
      tables.map(({ table, groups }) => {
        const codes = Object.keys(groups).filter((code) => isTold(groups[code] ?? { status: 'withheld' }));
        return [`${table} ${id}`, new Set(codes)] as const;
      }),
    ),
  );
  const at = (table: string, id: string) => shown.get(`${table} ${id}`) ?? new Set();
  return found.filter(
    ({ table, group, from, to }) =>
      group === REST && at(table, from).symmetricDifference(at(table, to)).size > 0,
  ).length;
}

test(
  `V4: over ${RELEASES} releases and ${SEEDS} seeds no group of 1 to 9 is disclosed by subtraction, and without the change rule some are`,
  { timeout: 600_000 * Math.max(1, SEEDS / 20) },
  () => {
    const sums = { releases: 0, renewed: 0, in: 0, out: 0, ours: 0, naive: 0, byMoves: 0 };
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const people = population(seed, RELEASES);
      const ours = publish(people, RELEASES);
      const naive = publishNaively(people, NAIVE_RELEASES);

      const found = attack(openLedger(ours.rows));
      expect({ seed, found }).toEqual({ seed, found: [] });
      expect(trueExposures(people, ours.earlier, RELEASES)).toBe(0);
      for (const { id, tables } of ours.earlier)
        expect({ seed, id, problems: scan(tables) }).toEqual({ seed, id, problems: [] });

      const exposed = attack(openLedger(naive.rows));
      const caught = exposed.length;
      expect({ seed, caught }).toEqual({
        seed,
        caught: trueExposures(people, naive.earlier, NAIVE_RELEASES),
      });

      const { in: moved, out } = moves(ours);
      sums.releases += ours.earlier.length;
      sums.renewed += ours.earlier.flatMap(({ id, tables }) =>
        tables.filter(({ vintage }) => vintage === id),
      ).length;
      sums.in += moved;
      sums.out += out;
      sums.ours += found.length;
      sums.naive += caught;
      sums.byMoves += byMoves(naive, exposed);
    }
    console.log(
      `V4: ${sums.releases} releases of ${SEEDS * RELEASES} builds, ${sums.renewed} tables renewed, ${sums.in} categories moved into publication and ${sums.out} out of it. ` +
        `Groups of 1 to 9 disclosed by subtraction: ours ${sums.ours}, naive ${sums.naive} in the first ${NAIVE_RELEASES} builds of each, ${sums.byMoves} of them because a category moved between the remainder and publication.`,
    );
    expect(sums.releases).toBeGreaterThanOrEqual(200);
    expect(sums.in).toBeGreaterThan(0);
    expect(sums.out).toBeGreaterThan(0);
    expect(sums.naive).toBeGreaterThan(1000);
    expect(sums.byMoves).toBeGreaterThan(0);
  },
);
