import { release, type Release } from '../../src/release/release.ts';

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, x) => total + x, 0);

/** A table of one series as a whole, renewed in this release. */
const series = (
  table: string,
  counts: Readonly<Record<string, number>>,
  asides: Readonly<Record<string, number>> = {},
) => ({
  table,
  segment: null,
  vintage: 'sample',
  carried: false,
  groups: {
    answered: {
      status: 'published',
      n: sum(counts),
      cells: Object.fromEntries(
        Object.entries(counts).map(([code, x]) => [code, { status: 'published', x }] as const),
      ),
    },
  },
  asides,
});

/** How many employers chose each band, from none to all, and what they are beside it. */
const bands = (table: string, counts: readonly number[], asides: readonly number[]) => {
  const named = (codes: readonly string[], values: readonly number[]) =>
    Object.fromEntries(codes.map((code, i) => [code, values[i] ?? 0]));
  return series(
    table,
    named(['none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all'], counts),
    named(['na_stage', 'dk', 'pnts', 'blank'], asides),
  );
};

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
          asides: null,
        }
      : table,
  ),
});

/** A release in which the counts of one series are others. */
export const withCounts = (
  whole: Release,
  name: string,
  counts: Readonly<Record<string, number>>,
  asides: Readonly<Record<string, number>>,
): Release => {
  const { tables, ...head } = whole;
  const changed = series(name, counts, asides);
  return release.parse({ ...head, tables: tables.map((table) => (table.table === name ? changed : table)) });
};

/** A made-up release whose counts stay what they are, whatever happens to the sample. */
export const exampleRelease: Release = release.parse({
  id: 'sample',
  published: '2026-11-24',
  made_up: true,
  instrument: '1',
  commit: null,
  tables: [
    series(
      'E3 job_seeker_interviewed',
      { silence: 60, form: 99, generic: 76, specific: 51, actionable: 22 },
      { dk: 4, pnts: 3, blank: 3 },
    ),
    series(
      'E3 employer_interviewed',
      { silence: 42, form: 135, generic: 128, specific: 84, actionable: 35 },
      { varies: 45, dk: 6, pnts: 2, blank: 3 },
    ),
    series(
      'E2 job_seeker_45_days',
      { d2: 38, d7: 79, d14: 107, d30: 78, d45: 49, later: 30, never: 435 },
      { dk: 7, pnts: 1, blank: 6 },
    ),
    series('E11 job_seeker_applied', { told: 131, not_told: 315 }),
    bands('E11 employer_applied', [58, 89, 60, 53, 86, 108], [15, 4, 5, 2]),
    series('E11 job_seeker_screened', { told: 92, not_told: 76 }),
    bands('E11 employer_screened', [14, 35, 47, 58, 119, 172], [13, 10, 5, 7]),
    series('E11 job_seeker_interviewed', { told: 258, not_told: 60 }),
    bands('E11 employer_interviewed', [13, 15, 20, 41, 103, 263], [1, 11, 6, 7]),
    series('E11 job_seeker_reason_applied', { given: 14, not_given: 432 }),
    bands('E11 employer_reason_applied', [284, 106, 17, 16, 6, 2], [15, 10, 5, 6]),
    series('E11 job_seeker_reason_screened', { given: 19, not_given: 147 }),
    bands('E11 employer_reason_screened', [154, 155, 61, 32, 28, 5], [13, 4, 3, 12]),
    series('E11 job_seeker_reason_interviewed', { given: 73, not_given: 235 }, { dk: 4, pnts: 3, blank: 3 }),
    bands('E11 employer_reason_interviewed', [98, 117, 66, 69, 69, 32], [0, 6, 5, 5]),
  ],
});
