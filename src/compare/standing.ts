import type { SeriesDefinition } from '../release/series.ts';
import type { Answers } from '../survey/answers.ts';
import { holds } from '../survey/condition.ts';

/**
 * Where one person stands in a series: in a cell of its base; asked but outside the base (`aside`, with the code that
 * says why, `blank` where nothing was answered); or not among those it is about.
 */
export type Standing =
  | { readonly in: 'cell'; readonly code: string }
  | { readonly in: 'aside'; readonly code: string }
  | { readonly in: 'none' };

/** Reads it off the same conditions by which the release is counted. */
export function standing({ base, cells, asides }: SeriesDefinition, answers: Answers): Standing {
  if (!holds(base.where, answers)) return { in: 'none' };
  const cell = cells.find(({ where }) => holds(where, answers));
  if (cell !== undefined) return { in: 'cell', code: cell.code };
  // The database writes a code for what was skipped; here it is simply absent.
  return { in: 'aside', code: asides.find(({ where }) => holds(where, answers))?.code ?? 'blank' };
}
