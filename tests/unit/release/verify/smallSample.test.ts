import { expect, test } from 'vitest';
import type { ShownCell, ShownTable } from '../../../../src/release/disclosure/shown.ts';
import { openLedger } from '../../../../src/release/disclosure/ledger.ts';
import { makeRelease } from '../../../../src/release/makeRelease.ts';
import { ANSWERED, tables } from '../../../../src/release/tables.ts';
import { sampleRespondents } from '../../../../src/sample/sampleRespondents.ts';
import { recount } from '../../../examples/recount.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';
import { consistentTables } from '../disclosure/consistentTables.ts';

/** The sum of a headline over the groups of a cut, where every group prints it and nobody is left over. */
function sumOfCut(all: readonly ShownTable[], whole: ShownTable, n: number, id: string): number | undefined {
  for (const { table, segment, vintage, groups } of all) {
    if (segment === null || table !== `${whole.table} ${segment}` || vintage !== whole.vintage) continue;
    let [people, x] = [0, 0];
    for (const group of Object.values(groups)) {
      if (group.status !== 'published') continue;
      const cell = group.cells[id];
      people += group.n;
      x += cell?.status === 'published' ? cell.x : NaN;
    }
    if (people === n && !Number.isNaN(x)) return x;
  }
  return undefined;
}

/** The small counts that someone who has only the tables of a release reads, or finds to have one value. */
function given(all: readonly ShownTable[]): readonly string[] {
  return tables.flatMap(({ name, series, segment }) => {
    const table = all.find((entry) => entry.table === name);
    const group = table?.groups[ANSWERED];
    if (table === undefined || segment !== null || group?.status !== 'published') return [];
    const { n, cells } = group;
    const headlines = Object.fromEntries(
      Object.entries(group.headlines ?? {}).map(([id, cell]): [string, ShownCell] => {
        const x = sumOfCut(all, table, n, id);
        return [id, x === undefined ? cell : { status: 'published', x }];
      }),
    );
    const printed = [headlines, cells]
      .flatMap(Object.entries<ShownCell>)
      .flatMap(([code, cell]) =>
        cell.status === 'published' && cell.x > 0 && cell.x < 5 ? [`${name} ${code} = ${cell.x}`] : [],
      );
    const codes = Object.keys(cells);
    const values = new Map(
      codes.filter((code) => cells[code]?.status === 'small_cell').map((code) => [code, new Set<number>()]),
    );
    const catalogued = Object.fromEntries(series.indicators.map((one) => [one.id, one.cells]));
    if (values.size > 0)
      for (const one of consistentTables(n, { cells, headlines }, catalogued)) {
        for (const [code, found] of values) found.add(one[codes.indexOf(code)] ?? NaN);
        if ([...values.values()].every(({ size }) => size > 1)) break;
      }
    const fixed = [...values].filter(([, { size }]) => size < 2).map(([code]) => `${name} ${code}`);
    return [...printed, ...fixed];
  });
}

/** More with RELEASES=40. */
const seeds = Array.from({ length: Number(process.env.RELEASES ?? 2) }, (_, i) => `seed ${i + 1}`);

test('the committed sample prints no count from 1 to 4 and gives none away, read by itself', () => {
  expect(given(sampleSource.release.tables)).toEqual([]);
});

test.each([60, 120, 300])('nor does a release of %i made-up people a side', (n) => {
  for (const seed of seeds) {
    const { release } = makeRelease({
      tally: recount(sampleRespondents({ seed, jobSeekers: n, employers: n })),
      head: { ...sampleSource.release, id: '2026-12', made_up: false, commit: 'c0ffee'.padEnd(40, '0') },
      earlier: [],
      ledger: openLedger([]),
    });
    expect(given(release.tables), seed).toEqual([]);
  }
});
