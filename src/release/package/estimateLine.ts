import { isWideRange } from '../../statistics/precision.ts';
import { MINIMUM_BASE, MINIMUM_CELL, MINIMUM_GROUP } from '../disclosure/thresholds.ts';
import type { Cell } from '../series.ts';
import type { TableDefinition } from '../tables.ts';
import type { Measure } from './measures.ts';
import type { Provenance } from './provenance.ts';

/** Why a line has a number or has none, with what the code means. */
export const statuses = [
  { value: 'published', label: 'Counted for this release' },
  { value: 'carried', label: 'As it was in the release named in “vintage”: too little has changed since' },
  { value: 'small_cell', label: 'Too few people, or all but too few: no count, no share, no range' },
  {
    value: 'few_answers',
    label: `${MINIMUM_GROUP} to ${MINIMUM_BASE - 1} answers: a count of people, at least ${MINIMUM_CELL} of them and ${MINIMUM_CELL} others; no share and no range`,
  },
  { value: 'small_base', label: 'Too few answers yet: no number' },
  {
    value: 'withheld',
    label: 'Would give another number away, or depends on a hidden one: no number of its own',
  },
] as const;

export const methods = [
  { value: 'wilson', label: 'Wilson score interval, 95 percent' },
  {
    value: 'imbens_manski',
    label:
      'After Imbens and Manski (2004), around the mean of the bands’ lower and upper limits, with Wilson’s ends, 95 percent',
  },
  { value: 'median_ranks', label: 'Order statistics: the values ranked j and n−j+1, at least 95 percent' },
] as const;

export const bounds = [
  { value: 'low', label: 'Fewer than 5 of n_answered' },
  { value: 'high', label: 'More than n_answered − 5' },
] as const;

/** The numbers of a line. Shares and limits from 0 to 1; null where there is none or it is withheld. */
export interface Numbers {
  readonly status: (typeof statuses)[number]['value'];
  readonly n_asked?: number;
  readonly n_answered?: number;
  /** Kish’s effective number, where respondents are weighted. */
  readonly n_effective?: number;
  readonly x?: number;
  readonly share?: number;
  readonly lo?: number;
  readonly hi?: number;
  /** What bands allow their mean share to be. */
  readonly implied?: { readonly lower: number; readonly upper: number };
  /** Codes of answers: the one the median is in, and the ends of its range. */
  readonly median?: { readonly value: string; readonly lo: string | null; readonly hi: string | null };
  readonly bound?: (typeof bounds)[number]['value'];
}

/** One line of estimates.csv: one measure of one group of one table. */
export interface EstimateLine extends Provenance {
  readonly vintage: string | null;
  readonly table: TableDefinition;
  readonly measure: Measure;
  /** Null for a table not cut by a segment. */
  readonly cut: { readonly segment: string; readonly category: Cell } | null;
  readonly numbers: Numbers;
}

const methodOf = {
  answer: 'wilson',
  headline: 'wilson',
  by_day: 'wilson',
  implied_share: 'imbens_manski',
  implied_share_of_people: 'imbens_manski',
  median: 'median_ranks',
  not_in_base: null,
} as const;

/** How the range of a line is computed; null where it has none by its nature. */
export const methodFor = ({ measure, table: { estimate } }: EstimateLine) =>
  estimate.isComposition === true ? null : methodOf[measure.kind];

/** Whether a range is too wide to quote without it; null where there is no sampling range. */
export const isWide = ({ measure, numbers: { lo, hi } }: EstimateLine): boolean | null =>
  methodOf[measure.kind] === 'wilson' && lo !== undefined && hi !== undefined
    ? isWideRange({ lo, hi })
    : null;
