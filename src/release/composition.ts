import type { ShownGroup } from './disclosure/shown.ts';
import type { Release } from './release.ts';
import type { Cell, EstimateDefinition, SeriesDefinition } from './series.ts';
import { tableIn } from './tableIn.ts';
import { tableName } from './tables.ts';

/** One kind of people among those who answered; without a number where it is too small, or would give another away. */
export type CompositionCategory = Pick<Cell, 'code' | 'label'> &
  (
    | { readonly status: 'published'; readonly n: number }
    | { readonly status: Exclude<ShownGroup['status'], 'published'> }
  );

/** Who answered on one side, by one variable: every share is of everybody included there in that vintage. */
export type Composition = {
  /** The release whose numbers these are, and whether it is an earlier one (“as of”). */
  readonly vintage: string | null;
  readonly carried: boolean;
  /** In the order of the catalogue. */
  readonly categories: readonly CompositionCategory[];
} & (
  | {
      readonly status: 'published';
      /** Everybody included on the side. */
      readonly total: number;
      /** Those in no printed category: they did not say, or theirs is withheld. None, or at least ten. */
      readonly rest: number;
    }
  | { readonly status: 'withheld' }
);

/**
 * Who answered, by one variable, as a release prints it.
 * @param name its table, where it is not the one that the series has now
 * @throws Error when the release does not hold it, or not in this form, saying which.
 */
export function compositionOf(
  release: Release,
  estimate: Pick<EstimateDefinition, 'id'>,
  series: Pick<SeriesDefinition, 'id' | 'cells'>,
  name = tableName(estimate.id, series.id),
): Composition {
  const { vintage, carried, groups, rest: others } = tableIn(release, name);
  const categories = series.cells.map(({ code, label }): CompositionCategory => {
    const group = groups[code];
    if (group === undefined)
      throw new Error(`The release “${release.id}”, ${name}: it has no group ${code}.`);
    return group.status === 'published'
      ? { code, label, status: 'published', n: group.n }
      : { code, label, status: group.status };
  });
  const head = { vintage, carried, categories };
  if (others?.status !== 'published') return { ...head, status: 'withheld' };
  const rest = others.n;
  const total = categories.reduce((sum, one) => sum + (one.status === 'published' ? one.n : 0), rest);
  return { ...head, status: 'published', total, rest };
}
