import type { ShownCell } from '../../src/release/disclosure/shown.ts';
import type { Release } from '../../src/release/release.ts';
import { ANSWERED } from '../../src/release/tables.ts';

/** A count, or how it is hidden: fewer than five, all but fewer than five, or held because it would give one away. */
export type Told = number | 'few' | 'most' | 'held';

function cellOf(told: Told): ShownCell {
  switch (told) {
    case 'few':
      return { status: 'small_cell', bound: 'low' };
    case 'most':
      return { status: 'small_cell', bound: 'high' };
    case 'held':
      return { status: 'withheld' };
    default:
      return { status: 'published', x: told };
  }
}

const cellsOf = (told: Readonly<Record<string, Told>>): Record<string, ShownCell> =>
  Object.fromEntries(Object.entries(told).map(([code, one]) => [code, cellOf(one)]));

/** What a release prints of one series, as P11 could hide it (protocol 3.3). */
export interface ToldSeries {
  readonly n: number;
  readonly cells: Readonly<Record<string, Told>>;
  readonly headlines?: Readonly<Record<string, Told>>;
  /** Those who did not say; null: fewer than ten. */
  readonly unsaid?: number | null;
}

/** A release that prints this of one series, and of all others what it did. */
export const telling = (
  whole: Release,
  name: string,
  { n, cells, headlines = {}, unsaid = 0 }: ToldSeries,
): Release => ({
  ...whole,
  tables: whole.tables.map((table) =>
    table.table === name
      ? {
          ...table,
          groups: {
            [ANSWERED]: {
              status: 'published',
              n,
              cells: cellsOf(cells),
              headlines: cellsOf(headlines),
            },
          },
          rest: unsaid === null ? { status: 'few' } : { status: 'published', n: unsaid },
        }
      : table,
  ),
});

/** A release that prints this of who answered by one variable, and how many are in no printed group. */
export const composed = (
  whole: Release,
  name: string,
  of: Readonly<Record<string, number | 'small_base' | 'withheld'>>,
  rest: number,
): Release => ({
  ...whole,
  tables: whole.tables.map((table) =>
    table.table === name
      ? {
          ...table,
          groups: Object.fromEntries(
            Object.entries(of).map(([code, n]) => [
              code,
              typeof n === 'number' ? { status: 'published' as const, n, cells: {} } : { status: n },
            ]),
          ),
          rest: { status: 'published', n: rest },
        }
      : table,
  ),
});
