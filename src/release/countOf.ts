import type { ShownCell } from './disclosure/shown.ts';
import type { PublishedSeries, ReleaseSeries } from './findSeries.ts';
import type { Indicator } from './series.ts';

/** A headline, as far as its answers go. */
type Declared = Pick<Indicator, 'id' | 'cells'>;

/** What is printed of the answers of a series. */
export type PrintedCounts = Pick<PublishedSeries, 'n_answered' | 'cells' | 'headlines'> &
  Pick<ReleaseSeries, 'estimate' | 'id'>;

/** What is printed of one answer. Throws when the release lacks it. */
export function cellOf({ estimate, id, cells }: PrintedCounts, code: string): ShownCell {
  const found = cells[code];
  if (found === undefined) throw new Error(`The series ${estimate} ${id} of the release has no ${code}.`);
  return found;
}

/** The sums that a reader can work out of the hidden answers: those inside a headline and outside the next finer one. */
function hiddenSums({ n_answered, cells, headlines }: PrintedCounts, catalogued: readonly Declared[]) {
  const hidden = Object.keys(cells).filter((code) => cells[code]?.status !== 'published');
  const visible = (codes: readonly string[]): number =>
    codes.reduce((sum, code) => {
      const cell = cells[code];
      return cell?.status === 'published' ? sum + cell.x : sum;
    }, 0);
  const nested = [
    { codes: Object.keys(cells), x: n_answered },
    ...catalogued.flatMap(({ id, cells: codes }) => {
      const headline = headlines[id];
      return headline?.status === 'published' ? [{ codes, x: headline.x }] : [];
    }),
  ].map(({ codes, x }) => ({ codes: hidden.filter((code) => codes.includes(code)), x: x - visible(codes) }));
  return nested.map(({ codes, x }, i) => {
    const inner = nested[i + 1] ?? { codes: [], x: 0 };
    return { codes: codes.filter((code) => !inner.codes.includes(code)), x: x - inner.x };
  });
}

/**
 * How many gave one of these answers, where a reader can work it out from what is printed.
 * @returns undefined where some of them are hidden and their sum does not follow.
 */
export function countOf(
  series: PrintedCounts,
  { indicators }: { readonly indicators: readonly Declared[] },
  codes: readonly string[],
): number | undefined {
  let sum = 0;
  const hidden = new Set<string>();
  for (const code of codes) {
    const cell = cellOf(series, code);
    if (cell.status === 'published') sum += cell.x;
    else hidden.add(code);
  }
  if (hidden.size === 0) return sum;
  for (const { codes: together, x } of hiddenSums(series, indicators)) {
    const found = together.filter((code) => hidden.delete(code)).length;
    if (found > 0 && found < together.length) return undefined;
    if (found > 0) sum += x;
  }
  return sum;
}
