import { catalogueChecksum } from '../../src/release/catalogueChecksum.ts';
import { definitions } from '../../src/release/definitions.ts';
import { candidate } from '../../src/release/disclosure/candidate.ts';
import type { ShownTable } from '../../src/release/disclosure/shown.ts';
import { release, type Release } from '../../src/release/release.ts';
import type { SeriesDefinition } from '../../src/release/series.ts';
import { ANSWERED, tables } from '../../src/release/tables.ts';

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, x) => total + x, 0);

/** A series with these counts as a release prints it, so that small ones are hidden here too (protocol 3.3, P11). */
export function series(
  table: string,
  counts: Readonly<Record<string, number>>,
  unsaid: Readonly<Record<string, number>> = {},
): ShownTable {
  const definition = tables.find(({ name }) => name === table);
  if (definition === undefined) throw new Error(`The catalogue has no table ${table}.`);
  const everybody = { n: sum(counts), x: counts, added: {} };
  const rest = { n: sum(unsaid), x: unsaid, added: {} };
  return candidate(
    {
      table,
      side: definition.series.side,
      segment: null,
      population: table,
      indicators: Object.keys(counts),
      headlines: Object.fromEntries(definition.series.indicators.map(({ id, cells }) => [id, cells])),
      categories: { [ANSWERED]: everybody },
      rest,
    },
    'sample',
  ).table;
}

const bands = ['none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all'];

/** A series of employers’ bands, from none to all. */
const ofBands = (
  table: string,
  counts: readonly number[],
  unsaid: Readonly<Record<string, number>> = { na_stage: 0, dk: 0, pnts: 0, blank: 0 },
) => series(table, Object.fromEntries(bands.map((code, i) => [code, counts[i] ?? 0])), unsaid);

/** A release in which some series, named “E3 employer_interviewed”, are too small to show. */
export const withholding = (whole: Release, ...names: readonly string[]): Release => ({
  ...whole,
  tables: whole.tables.map((table) =>
    names.includes(table.table)
      ? {
          ...table,
          groups: Object.fromEntries(
            Object.keys(table.groups).map((code) => [code, { status: 'small_base' as const }]),
          ),
          rest: null,
        }
      : table,
  ),
});

/** A release in which some tables are others. */
export const withTables = (whole: Release, changed: readonly ShownTable[]): Release => {
  const { tables: all, ...head } = whole;
  const byName = new Map(changed.map((table) => [table.table, table]));
  return release.parse({ ...head, tables: all.map((table) => byName.get(table.table) ?? table) });
};

/** A release in which the counts of one series are others; of those who did not say, it prints the sum. */
export const withCounts = (
  whole: Release,
  name: string,
  counts: Readonly<Record<string, number>>,
  unsaid: Readonly<Record<string, number>>,
): Release => withTables(whole, [series(name, counts, unsaid)]);

/** A release in which every series has other counts, and so many did not say. */
export const recounted = (
  whole: Release,
  countsOf: (series: SeriesDefinition) => Readonly<Record<string, number>>,
  unsaidOf: (series: SeriesDefinition) => number = () => 3,
): Release => ({
  ...whole,
  tables: whole.tables.map((table) => {
    const found = tables.find(({ name }) => name === table.table);
    if (found?.segment !== null || found.series.partedBy !== undefined) return table;
    return {
      ...table,
      ...pick(series(found.name, countsOf(found.series), { unsaid: unsaidOf(found.series) })),
    };
  }),
});

const pick = ({ groups, rest }: ShownTable) => ({ groups, rest });

/** A made-up release whose counts stay what they are, whatever happens to the sample. */
export const exampleRelease: Release = release.parse({
  id: 'sample',
  published: '2026-11-24',
  versions: ['1'],
  catalogue: catalogueChecksum(),
  definitions: definitions(),
  door: {},
  made_up: true,
  instrument: '1',
  commit: null,
  tables: [
    series(
      'E3 job_seeker_interviewed',
      { none: 60, form: 99, generic: 76, specific: 51, actionable: 22 },
      { dk: 4, pnts: 3, blank: 3 },
    ),
    series(
      'E3 job_seeker_interviewed_at_no',
      { none: 60, form: 107, generic: 80, specific: 38, actionable: 22 },
      { dk: 5, pnts: 3, blank: 3 },
    ),
    series(
      'E3 employer_interviewed',
      { none: 42, form: 135, generic: 128, specific: 84, actionable: 35 },
      { cancelled: 12, unseen: 33, dk: 6, pnts: 2, blank: 3 },
    ),
    series(
      'E3 employer_interviewed_at_no',
      { none: 42, form: 147, generic: 133, specific: 65, actionable: 35 },
      { cancelled: 12, unseen: 35, dk: 6, pnts: 2, blank: 3 },
    ),
    series(
      'E2 job_seeker_45_days',
      { d2: 38, d7: 79, d14: 107, d30: 78, d45: 49, later: 30, never: 435 },
      { dk: 7, pnts: 1, blank: 6 },
    ),
    series('E11 job_seeker_applied', { told: 131, not_told: 315 }),
    series('E11 job_seeker_screened', { told: 92, not_told: 76 }),
    series('E11 job_seeker_interviewed', { told: 258, not_told: 60 }),
    series(
      'E11 job_seeker_only_applied',
      { told: 102, not_told: 260 },
      { other: 12, none: 60, dk: 9, pnts: 2, blank: 3 },
    ),
    ofBands('E11 employer_applied', [58, 89, 60, 53, 86, 108], { na_stage: 15, dk: 4, pnts: 5, blank: 2 }),
    ofBands('E11 employer_interviewed', [13, 15, 20, 41, 103, 263], {
      na_stage: 1,
      dk: 11,
      pnts: 6,
      blank: 7,
    }),
    ofBands('E11 employer_interviewed_v1_10', [6, 6, 8, 13, 28, 88]),
    ofBands('E11 employer_interviewed_v11_50', [3, 4, 5, 12, 33, 85]),
    ofBands('E11 employer_interviewed_v51_200', [2, 3, 4, 8, 22, 50]),
    ofBands('E11 employer_interviewed_v201_1000', [1, 1, 2, 4, 11, 24]),
    ofBands('E11 employer_interviewed_v1000p', [1, 1, 1, 4, 9, 16]),
  ],
});
