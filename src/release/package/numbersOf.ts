import type { ImpliedShare } from '../../statistics/impliedShare.ts';
import { median } from '../../statistics/median.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { ReleaseSeries } from '../findSeries.ts';
import { shareOfEmployers, shareOfPeople } from '../impliedShares.ts';
import type { Release } from '../release.ts';
import type { Cell, EstimateDefinition } from '../series.ts';
import type { Numbers } from './estimateLine.ts';
import type { Measure } from './measures.ts';

type Published = Extract<ReleaseSeries, { status: 'published' }>;

function countOf({ estimate, id, counts, asides }: Published, { code }: Cell): number {
  const x = counts[code] ?? asides[code];
  if (x === undefined) throw new Error(`The release holds no count for ${estimate} ${id} ${code}.`);
  return x;
}

/** The implied share of bands with its range. */
const implied = ({ lower, upper, range }: ImpliedShare): Pick<Numbers, 'implied' | 'lo' | 'hi'> => ({
  implied: { lower, upper },
  ...range,
});

/** The median of ordered classes. */
function middle(found: Published, cells: readonly Cell[]): Pick<Numbers, 'median'> {
  const ofAll = median(cells.map((cell) => ({ value: cell.code, n: countOf(found, cell) })));
  if (ofAll === null) return {};
  const { value, range } = ofAll;
  return { median: { value, lo: range?.lo ?? null, hi: range?.hi ?? null } };
}

function made(release: Release, { kind, cells }: Measure, found: Published): Omit<Numbers, 'status'> {
  switch (kind) {
    case 'not_in_base':
      return { x: cells.reduce((sum, cell) => sum + countOf(found, cell), 0) };
    case 'implied_share': {
      const share = shareOfEmployers(release, found.id);
      return share === null ? {} : implied(share);
    }
    // Of several series: ofPeople.
    case 'implied_share_of_people':
      return {};
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

/** The share weighted by people: of several series, each with a vintage of its own. */
function ofPeople(release: Release): Made {
  const people = shareOfPeople(release);
  if (people.status === 'not_computed') return { vintage: null, numbers: { status: 'small_base' } };
  const { share, vintage, carried } = people;
  const status = carried ? 'carried' : 'published';
  return {
    vintage,
    numbers: { ...implied(share), status, n_answered: share.n, n_effective: share.effective },
  };
}

/** The numbers of a line, and the release they are from. */
interface Made {
  readonly vintage: string | null;
  readonly numbers: Numbers;
}

/**
 * The numbers of one measure of a whole series, from printed counts alone (P8).
 * @throws Error when the release lacks a count.
 */
export function numbersOf(
  release: Release,
  { isComposition }: EstimateDefinition,
  measure: Measure,
  found: ReleaseSeries,
): Made {
  if (measure.kind === 'implied_share_of_people') return ofPeople(release);
  const { status, vintage } = found;
  if (status !== 'published') return { vintage, numbers: { status } };
  const { n_asked, n_answered, carried } = found;
  const { lo, hi, ...fact } = made(release, measure, found);
  return {
    vintage,
    numbers: {
      ...fact,
      ...(isComposition !== true && { lo, hi }),
      status: carried ? 'carried' : 'published',
      n_asked,
      n_answered,
    },
  };
}
