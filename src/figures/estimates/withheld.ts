import type { ShownCell } from '../../release/disclosure/shown.ts';
import { FIRST_RELEASE, MINIMUM_BASE, MINIMUM_CELL } from '../../release/disclosure/thresholds.ts';
import type { FewAnswers, PublishedSeries, ReleaseSeries } from '../../release/findSeries.ts';
import type { Run, SeriesDefinition } from '../../release/series.ts';
import { count } from '../percent.ts';
import type { Few, Share, Withheld } from '../parts.ts';
import { dated } from './dated.ts';

/**
 * What the blank says where a series is not shown. A side that was never released has no vintage yet (protocol 3.3, P1), nor
 * has a series that restarted since the last release.
 */
export function whyWithheld(
  { status, vintage }: Pick<ReleaseSeries, 'status' | 'vintage'>,
  { since, until }: Partial<Run> = {},
): string {
  if (until !== undefined && (vintage === null || status !== 'withheld'))
    return `Asked until version ${until}: too few answers`;
  if (since !== undefined && (vintage === null || status !== 'withheld'))
    return `Asked since version ${since}: too few answers yet`;
  if (vintage === null) return `Too few answers yet: under ${FIRST_RELEASE} on this side`;
  if (status === 'small_base' || status === 'few_answers')
    return `Too few answers yet: under ${MINIMUM_BASE}`;
  return 'Held back, as it would give away a small group';
}

/** Whether nothing of its side has been released yet; a series that some versions alone ask has its own reason. */
export const isUnreleased = (
  { vintage }: Pick<ReleaseSeries, 'vintage'>,
  { since, until }: Partial<Run> = {},
): boolean => vintage === null && since === undefined && until === undefined;

type Published = Pick<ReleaseSeries, 'status' | 'vintage'> &
  Partial<Pick<ReleaseSeries, 'carried'> & Pick<FewAnswers, 'people' | 'counted'>>;

/** Which headline a chart reads, where it is not the first, and what a title says that it counts. */
interface ReadFor {
  readonly indicator?: string | undefined;
  readonly does?: string | undefined;
}

/** The count that is told of 10 to 29 answers. */
function fewOf({ indicators }: SeriesDefinition, { people, counted }: Published, read: ReadFor) {
  if (people === undefined) return undefined;
  const found = indicators.find(({ id }) => id === (read.indicator ?? id) && counted?.[id] !== undefined);
  const many = counted?.[found?.id ?? ''];
  if (found === undefined || many === undefined) return undefined;
  return { code: found.id, counted: many, of: people, does: read.does ?? found.label };
}

/** What is said of 10 to 29 answers (protocol 2.11). */
export const fewInWords = ({ counted, of, does }: Few): string =>
  `So far ${counted} of ${of} ${does}; one answer more or less would change this`;

/** A group of which no share is shown, and why, in the words of every chart. */
export function withheld(definition: SeriesDefinition, published: Published, read: ReadFor = {}): Withheld {
  const { id, side, label, shortLabel, run: { since, until } = {} } = definition;
  const { status, vintage, carried = false } = published;
  const few = status === 'few_answers' ? fewOf(definition, published, read) : undefined;
  const isOfSome = since !== undefined || until !== undefined;
  const isSmall = status === 'small_base' || status === 'few_answers' || (isOfSome && vintage === null);
  return {
    id,
    side,
    label,
    shortLabel,
    withheld: true,
    because: few === undefined ? whyWithheld(published, definition.run) : fewInWords(few),
    ...(isUnreleased(published, definition.run) && { unreleased: true }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    status: few !== undefined ? 'few_answers' : isSmall ? 'small_base' : 'withheld',
    ...(few !== undefined && { few, n: few.of }),
    ...dated({ carried, vintage }),
  };
}

/** What stands in the place of a count that is hidden, in a base of `n` (protocol 3.3, P5 and P11). */
export function whyHidden(cell: Exclude<ShownCell, { status: 'published' }>, n: number): string {
  if (cell.status === 'withheld') return 'Not shown, as it would give away a smaller count';
  return cell.bound === 'low'
    ? `Fewer than ${MINIMUM_CELL} of ${count(n)}`
    : `More than ${count(n - MINIMUM_CELL)} of ${count(n)}`;
}

/** One count of a series that is shown without it. */
export const hidden = (
  { code, label, short }: Pick<Share, 'code' | 'label' | 'short'>,
  cell: Exclude<ShownCell, { status: 'published' }>,
  { side }: Pick<SeriesDefinition, 'side'>,
  published: PublishedSeries & ReleaseSeries,
): Withheld => ({
  id: code,
  side,
  label,
  shortLabel: short,
  withheld: true,
  because: whyHidden(cell, published.n_answered),
  status: cell.status,
  n: published.n_answered,
  ...(cell.status === 'small_cell' && { bound: cell.bound }),
  ...dated(published),
});
