import { describe, expect, test } from 'vitest';
import type { ShownCell } from '../../../../src/release/disclosure/shown.ts';
import type { Release } from '../../../../src/release/release.ts';
import { isolatedGroups, isolatedNumbers } from '../../../../src/release/verify/isolated.ts';
import { printedCounts } from '../../../../src/release/verify/printedCounts.ts';
import { committedSample, sampleRespondents } from '../../../../src/sample/sampleRespondents.ts';
import { holds } from '../../../../src/survey/condition.ts';
import { qualityRules } from '../../../../src/survey/quality.ts';
import { flagsOf, storedOf } from '../../../examples/recount.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';

const sample = sampleSource.release;

/** The made-up people in the figures of the sample, as rows. */
const everybody = sampleRespondents(committedSample);
const flags = flagsOf(everybody);
const included = everybody
  .filter((_, i) => qualityRules.every(({ flag, leftOutFrom }) => Number(flags[i]?.[flag]) < leftOutFrom))
  .map(({ side, answers }) => ({ side, row: storedOf(side, answers) }));

/** The release with these tables alone shown. */
const only = (...names: readonly string[]): Release => ({
  ...sample,
  tables: sample.tables.map((table) =>
    names.includes(table.table)
      ? table
      : {
          ...table,
          rest: null,
          groups: Object.fromEntries(
            Object.keys(table.groups).map((code) => [code, { status: 'withheld' as const }]),
          ),
        },
  ),
});

describe('what one subtraction of two printed numbers isolates', () => {
  test('starts from every printed number, each of the people that its condition names', () => {
    const counts = printedCounts(sample);
    expect(counts.length).toBeGreaterThan(900);
    for (const { name, side, where, n } of counts)
      expect(included.filter((one) => one.side === side && holds(where, one.row)).length, name).toBe(n);
  });

  test('is, in the sample, people who are that few, and each group once', () => {
    const groups = isolatedGroups(sample);
    const members = groups.map(({ outer, inner }) =>
      included.flatMap(({ side, row }, i) =>
        side === outer.side && holds(outer.where, row) && !holds(inner.where, row) ? [i] : [],
      ),
    );
    expect(groups.length).toBeGreaterThan(20);
    expect(members.map(({ length }) => length)).toEqual(groups.map(({ people }) => people));
    expect(Math.max(...members.map(({ length }) => length))).toBeLessThan(10);
    expect(isolatedNumbers(groups)).toEqual({
      few: groups.filter(({ people }) => people < 5).length,
      small: groups.length,
    });
  });

  test('is one group, whichever table tells the number of those around it', () => {
    const groups = isolatedGroups(
      only('E10 employer', 'E15 employer_worry', 'E16 employer_size3', 'E16 employer_region3'),
    );
    expect(groups.map(({ outer, inner }) => [outer.n, inner.name])).toEqual([
      [485, 'E15 employer_worry, answered'],
    ]);
  });

  test('leaves out those who are an answer that is printed', () => {
    const cells = (yes: ShownCell): Record<string, ShownCell> => ({
      yes,
      no: { status: 'published', x: 393 },
    });
    const withYes = (yes: ShownCell): Release => {
      const { tables, ...head } = only('E15 employer_worry');
      const answered = { status: 'published' as const, n: 400, cells: cells(yes), headlines: {} };
      return {
        ...head,
        tables: tables.map((table) =>
          table.table === 'E15 employer_worry' ? { ...table, groups: { answered }, rest: null } : table,
        ),
      };
    };
    expect(isolatedGroups(withYes({ status: 'published', x: 7 }))).toEqual([]);
    expect(isolatedGroups(withYes({ status: 'withheld' })).map(({ people }) => people)).toEqual([7]);
  });

  test('is nobody where one table is shown, and somebody beside another table of people within it', () => {
    expect(isolatedGroups(only('E11 job_seeker_interviewed'))).toEqual([]);
    const both = isolatedGroups(only('E11 job_seeker_interviewed', 'E17 job_seeker_interviewed'));
    expect(both.length).toBeGreaterThan(0);
    // Carried over from another release, the one is not of the same people as the other.
    const carried = only('E11 job_seeker_interviewed', 'E17 job_seeker_interviewed');
    const tables = carried.tables.map((table) =>
      table.table === 'E17 job_seeker_interviewed' ? { ...table, vintage: '2026-11' } : table,
    );
    expect(isolatedGroups({ ...carried, tables })).toEqual([]);
  });
});
