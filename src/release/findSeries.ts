import type { Release } from './release.ts';
import { ANSWERED, tableName } from './tables.ts';

/** What a release says of one series as a whole. Withheld ones carry no number. */
export type ReleaseSeries = (
  | {
      readonly status: 'published';
      /** People asked, by routing. */
      readonly n_asked: number;
      /** People in the base: the sum of `counts`. */
      readonly n_answered: number;
      readonly counts: Readonly<Record<string, number>>;
      /** Asked but not in the base: don’t know, prefer not to say, blank. */
      readonly asides: Readonly<Record<string, number>>;
    }
  | { readonly status: 'small_base' | 'withheld' }
) & {
  readonly estimate: string;
  readonly id: string;
  /** The release whose numbers these are, and whether it is an earlier one (“as of”). */
  readonly vintage: string | null;
  readonly carried: boolean;
};

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, x) => total + x, 0);

/**
 * One series of a release.
 * @throws Error when the release does not hold it, or its counts do not add up, saying which.
 */
export function findSeries(release: Release, estimate: string, id: string): ReleaseSeries {
  const name = tableName(estimate, id);
  const table = release.tables.find((entry) => entry.table === name);
  const group = table?.groups[ANSWERED];
  if (table === undefined || group === undefined)
    throw new Error(
      `The release “${release.id}” holds no series ${estimate} ${id}: it was made from another catalogue.`,
    );
  const head = { estimate, id, vintage: table.vintage, carried: table.carried };
  if (group.status !== 'published') return { ...head, status: group.status };
  const counts = Object.fromEntries(
    Object.entries(group.cells).map(([code, cell]) => {
      if (cell.status !== 'published')
        throw new Error(`The release “${release.id}” prints no count for ${name} ${code}.`);
      return [code, cell.x];
    }),
  );
  const asides = table.asides ?? {};
  if (sum(counts) !== group.n)
    throw new Error(
      `The release “${release.id}”, ${name}: its counts add up to ${sum(counts)} and not to ${group.n}.`,
    );
  return {
    ...head,
    status: 'published',
    n_asked: group.n + sum(asides),
    n_answered: group.n,
    counts,
    asides,
  };
}
