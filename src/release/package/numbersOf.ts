import type { ImpliedShare } from '../../statistics/impliedShare.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { ShownCell } from '../disclosure/shown.ts';
import { cellOf, countOf } from '../countOf.ts';
import type { FewAnswers, PublishedSeries, ReleaseSeries } from '../findSeries.ts';
import { impliedBy, shareOfPeople } from '../impliedShares.ts';
import { certainMedian } from '../mediansOf.ts';
import type { Release } from '../release.ts';
import type { Cell, SeriesDefinition } from '../series.ts';
import type { Numbers } from './estimateLine.ts';
import type { Measure } from './measures.ts';

type Published = PublishedSeries & ReleaseSeries;

/** The numbers of a line; with a status where they are hidden although the series is printed. */
type Printed = Omit<Numbers, 'status'> & { readonly status?: 'small_cell' | 'withheld' };

/** One printed or hidden count (P11). */
function ofCell(cell: ShownCell, n: number): Printed {
  switch (cell.status) {
    case 'published':
      return wilson(cell.x, n) ?? { x: cell.x };
    case 'small_cell':
      return { status: 'small_cell', bound: cell.bound };
    case 'withheld':
      return { status: 'withheld' };
  }
}

/** The implied share of bands with its range. */
const implied = ({ lower, upper, range }: ImpliedShare): Pick<Numbers, 'implied' | 'lo' | 'hi'> => ({
  implied: { lower, upper },
  ...range,
});

/** The median of ordered classes, where it is the same wherever the hidden people are. */
function middle(found: Published, cells: readonly Cell[]): Printed {
  const median = certainMedian(found, cells);
  return median === 'hidden' ? { status: 'withheld' } : median === null ? {} : { median };
}

function made(series: SeriesDefinition, { kind, option, cells }: Measure, found: Published): Printed {
  switch (kind) {
    case 'not_in_base':
      return found.unsaid === null ? { status: 'small_cell' } : { x: found.unsaid };
    case 'implied_share': {
      const share = impliedBy(found, series);
      return share === null ? {} : implied(share);
    }
    // Of several series: ofPeople.
    case 'implied_share_of_people':
      return {};
    case 'median':
      return middle(found, cells);
    case 'answer':
      return ofCell(cellOf(found, option), found.n_answered);
    case 'headline': {
      const headline = found.headlines[option];
      if (headline === undefined)
        throw new Error(`The release holds no headline ${option} of ${found.estimate} ${found.id}.`);
      return ofCell(headline, found.n_answered);
    }
    case 'by_day': {
      const x = countOf(
        found,
        series,
        cells.map(({ code }) => code),
      );
      return ofCell(x === undefined ? { status: 'withheld' } : { status: 'published', x }, found.n_answered);
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

/** From 10 to 29 answers a headline is a count, and everything else too few (protocol 2.11). */
function ofFew({ people, counted }: FewAnswers, { kind, option }: Measure): Numbers {
  const x = kind === 'headline' ? counted[option] : undefined;
  return x === undefined ? { status: 'small_base' } : { status: 'few_answers', n_answered: people, x };
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
  series: SeriesDefinition,
  measure: Measure,
  found: ReleaseSeries,
): Made {
  if (measure.kind === 'implied_share_of_people') return ofPeople(release);
  const { status, vintage } = found;
  if (status === 'few_answers') return { vintage, numbers: ofFew(found, measure) };
  if (status !== 'published') return { vintage, numbers: { status } };
  const { unsaid, n_answered, carried } = found;
  const { status: hidden, ...numbers } = made(series, measure, found);
  return {
    vintage,
    numbers: {
      ...numbers,
      status: hidden ?? (carried ? 'carried' : 'published'),
      ...(unsaid !== null && { n_asked: n_answered + unsaid }),
      n_answered,
    },
  };
}
