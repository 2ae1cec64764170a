import { impliedShare } from '../../statistics/impliedShare.ts';
import { median } from '../../statistics/median.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { ReleaseSeries } from '../findSeries.ts';
import type { Cell } from '../series.ts';
import type { Numbers } from './estimateLine.ts';
import type { Measure } from './measures.ts';

type Published = Extract<ReleaseSeries, { status: 'published' }>;

function countOf({ estimate, id, counts, asides }: Published, { code }: Cell): number {
  const x = counts[code] ?? asides[code];
  if (x === undefined) throw new Error(`The release holds no count for ${estimate} ${id} ${code}.`);
  return x;
}

/** The implied share of bands. */
function implied(found: Published, cells: readonly Cell[]): Pick<Numbers, 'lo' | 'hi'> {
  const share = impliedShare(
    cells.map((cell) => {
      const [lower, upper] = cell.percent ?? [0, 100];
      return { n: countOf(found, cell), lower, upper };
    }),
  );
  return share === null ? {} : { lo: share.lower, hi: share.upper };
}

/** The median of ordered classes. */
function middle(found: Published, cells: readonly Cell[]): Pick<Numbers, 'median'> {
  const ofAll = median(cells.map((cell) => ({ value: cell.code, n: countOf(found, cell) })));
  if (ofAll === null) return {};
  const { value, range } = ofAll;
  return { median: { value, lo: range?.lo ?? null, hi: range?.hi ?? null } };
}

function made({ kind, cells }: Measure, found: Published): Omit<Numbers, 'status'> {
  switch (kind) {
    case 'not_in_base':
      return { x: cells.reduce((sum, cell) => sum + countOf(found, cell), 0) };
    case 'implied_share':
      return implied(found, cells);
    case 'median':
      return middle(found, cells);
    case 'answer':
    case 'headline':
    case 'by_day': {
      const x = cells.reduce((sum, cell) => sum + countOf(found, cell), 0);
      return wilson(x, found.n_answered) ?? { x };
    }
  }
}

/**
 * The numbers of one measure of a whole series, from printed counts alone (P8).
 * @throws Error when the release lacks a count.
 */
export function numbersOf(measure: Measure, found: ReleaseSeries): Numbers {
  if (found.status !== 'published') return { status: found.status };
  const { n_asked, n_answered, carried } = found;
  return { ...made(measure, found), status: carried ? 'carried' : 'published', n_asked, n_answered };
}
