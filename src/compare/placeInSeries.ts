import type { SeriesDefinition } from '../release/series.ts';
import type { Answers } from '../survey/answers.ts';
import { holds } from '../survey/condition.ts';

/**
 * Where one person’s answer is in a series: in a cell of its base; outside the base though asked (`aside`, with the code
 * that says why, `blank` for no answer); or nowhere, because the series is not about this person.
 */
export type PlaceInSeries =
  | { readonly in: 'cell'; readonly code: string }
  | { readonly in: 'aside'; readonly code: string }
  | { readonly in: 'none' };

/** Uses the same conditions by which the release was counted. */
export function placeInSeries({ base, cells, asides }: SeriesDefinition, answers: Answers): PlaceInSeries {
  if (!holds(base.where, answers)) return { in: 'none' };
  const cell = cells.find(({ where }) => holds(where, answers));
  if (cell !== undefined) return { in: 'cell', code: cell.code };
  // The database has a code for a question that was skipped; on the device the answer is missing.
  return { in: 'aside', code: asides.find(({ where }) => holds(where, answers))?.code ?? 'blank' };
}
