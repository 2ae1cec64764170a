import type { ShownCell } from '../../release/disclosure/shown.ts';
import { cellOf, countOf } from '../../release/countOf.ts';
import type { PublishedSeries, ReleaseSeries } from '../../release/findSeries.ts';
import type { SeriesDefinition } from '../../release/series.ts';

/** A series whose counts are printed, but for those that P11 hides. */
export interface Printed {
  readonly definition: SeriesDefinition;
  readonly published: PublishedSeries & ReleaseSeries;
}

const isSame = (codes: readonly string[], others: readonly string[]): boolean =>
  codes.length === others.length && codes.every((code) => others.includes(code));

/** What is printed of those who are in none of the answers that a count is of. */
function complement(cell: ShownCell): ShownCell {
  if (cell.status !== 'small_cell') return { status: 'withheld' };
  return { status: 'small_cell', bound: cell.bound === 'low' ? 'high' : 'low' };
}

/** What is printed of those who gave one of these answers: their count where a reader can work it out (protocol 3.3, P11). */
export function shownOf({ definition, published }: Printed, codes: readonly string[]): ShownCell {
  const x = countOf(published, definition, codes);
  if (x !== undefined) return { status: 'published', x };
  const [only] = codes;
  if (only !== undefined && codes.length === 1) return cellOf(published, only);
  const others = definition.cells.flatMap(({ code }) => (codes.includes(code) ? [] : [code]));
  for (const { id, cells } of definition.indicators) {
    const headline = published.headlines[id];
    if (headline !== undefined && isSame(codes, cells)) return headline;
    if (headline !== undefined && isSame(others, cells)) return complement(headline);
  }
  return { status: 'withheld' };
}
