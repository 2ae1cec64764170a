import { describe, expect, test } from 'vitest';
import { estimateOf, seriesIn } from '../../../../src/release/catalogue.ts';
import { candidate } from '../../../../src/release/disclosure/candidate.ts';
import { openLedger } from '../../../../src/release/disclosure/ledger.ts';
import { rowsOf } from '../../../../src/release/disclosure/rowsOf.ts';
import { compositionPartition } from '../../../../src/release/partitions/compositionPartition.ts';
import { readCounts } from '../../../../src/release/partitions/readCounts.ts';
import { tableName, tables } from '../../../../src/release/tables.ts';
import { attack } from '../../../../src/release/verify/attack.ts';
import { scan } from '../../../../src/release/verify/scan.ts';
import { crowd } from '../../../examples/crowds.ts';
import { recount } from '../../../examples/recount.ts';

const whoAnswered = estimateOf('who-answered');

/** A profile of a side, of so many people, of whom all but `before` came after the first release. */
function profile(id: string, size: number, before?: number) {
  const people = crowd(size, size);
  const side = seriesIn(whoAnswered, id).side;
  const place = new Map(people.map((one, i) => [one, i % size]));
  const standings = people.map((one) => ({
    counted: true,
    epoch: before !== undefined && (place.get(one) ?? 0) >= before ? 1 : 0,
  }));
  const table = tables.find(({ name }) => name === tableName('E16', id));
  const partedBy = table?.series.partedBy;
  if (table === undefined || partedBy === undefined) throw new Error(`There is no profile ${id}.`);
  const releases = before === undefined ? [] : ['2026-11'];
  return compositionPartition(table, partedBy, readCounts(recount(people, standings), side, releases));
}

describe('a profile of who answered (E16)', () => {
  test('holds everybody on its side, and knows which bases its groups are', () => {
    const roles = profile('employer_e_last', 90);
    const n = [...Object.values(roles.categories), roles.rest].reduce((sum, group) => sum + group.n, 0);
    expect(n).toBe(90);
    expect(roles).toMatchObject({
      segment: 'e_last',
      population: 'employers',
      printsRest: true,
      indicators: [],
    });
    expect([...(roles.unions ?? [])]).toEqual([['describes_person', ['int1', 'int2', 'int3']]]);
    expect(profile('job_seeker_stage3', 90).categories.applied?.population).toBe('job_seekers_applied');
  });

  test('shows groups from ten on, and all the others as one sum of nobody or at least ten', () => {
    for (const { id } of whoAnswered.series)
      for (const size of [50, 90]) {
        const { table } = candidate(profile(id, size), '2026-11');
        const shown = Object.values(table.groups).flatMap((group) =>
          group.status === 'published' ? [group.n] : [],
        );
        expect(
          shown.filter((n) => n > 0 && n < 10),
          id,
        ).toEqual([]);
        if (shown.length === 0) expect(table.rest, id).toBeNull();
        else
          expect(table.rest, id).toEqual({
            status: 'published',
            n: size - shown.reduce((sum, n) => sum + n, 0),
          });
        expect(scan([table]), id).toEqual([]);
      }
  });

  test('is scanned: a small sum of the others is named', () => {
    const { table } = candidate(profile('employer_size3', 90), '2026-11');
    expect(scan([{ ...table, rest: { status: 'published', n: 9 } }])).toEqual([
      'E16 employer_size3, fewer than ten people are in no printed group (P4).',
    ]);
    expect(scan([{ ...table, rest: { status: 'few' } }])).toHaveLength(1);
  });

  test('is attacked: a publisher who shows every group each time is found out, within a release and between two', () => {
    const naive = (release: string, partition: ReturnType<typeof profile>) =>
      rowsOf(partition, Object.keys(partition.categories), release);
    const first = profile('employer_e_role', 60);
    const found = attack(
      openLedger([...naive('2026-11', first), ...naive('2026-12', profile('employer_e_role', 66, 60))]),
    );
    expect(found.filter(({ from, to }) => from === to).length).toBeGreaterThan(0);
    expect(found.filter(({ from, to }) => from !== to).length).toBeGreaterThan(0);
    const { shown } = candidate(first, '2026-11');
    expect(attack(openLedger(rowsOf(first, shown, '2026-11')))).toEqual([]);
  });
});
