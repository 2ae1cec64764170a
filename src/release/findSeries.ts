import type { ShownCell } from './disclosure/shown.ts';
import { MINIMUM_GROUP } from './disclosure/thresholds.ts';
import type { Release } from './release.ts';
import { tableIn } from './tableIn.ts';
import { ANSWERED, tableName } from './tables.ts';

/** What a release says of one series as a whole, where it says anything. */
export interface PublishedSeries {
  readonly status: 'published';
  /** People in the base: those in any of the answers. */
  readonly n_answered: number;
  /** By answer; 1 to 4, and what would give them away, are hidden (protocol 3.3, P11). */
  readonly cells: Readonly<Record<string, ShownCell>>;
  /** By indicator of the catalogue. */
  readonly headlines: Readonly<Record<string, ShownCell>>;
  /** Asked but not in the base, as one sum; null where they are one to nine (protocol 2.5). */
  readonly unsaid: number | null;
}

/** From 10 to 29 answers, in names of their own: no code that makes shares of x and n can take them (protocol 2.11). */
export interface FewAnswers {
  readonly status: 'few_answers';
  /** In the base. */
  readonly people: number;
  /** How many of them each headline counts that may be told. */
  readonly counted: Readonly<Record<string, number>>;
}

/** Withheld ones carry no number. */
export type ReleaseSeries = (
  PublishedSeries | FewAnswers | { readonly status: 'small_base' | 'withheld' }
) & {
  readonly estimate: string;
  readonly id: string;
  /** The release whose numbers these are, and whether it is an earlier one (“as of”). */
  readonly vintage: string | null;
  readonly carried: boolean;
};

/**
 * One series of a release.
 * @param name its table, where it is not the one that the series has now
 * @throws Error when the release does not hold it, saying which.
 */
export function findSeries(
  release: Pick<Release, 'id' | 'tables'>,
  estimate: string,
  id: string,
  name = tableName(estimate, id),
): ReleaseSeries {
  const table = tableIn(release, name);
  const group = table.groups[ANSWERED];
  if (group === undefined) throw new Error(`The release “${release.id}”, ${name}: it has no answers.`);
  const head = { estimate, id, vintage: table.vintage, carried: table.carried };
  if (group.status === 'few_answers')
    return { ...head, status: group.status, people: group.n, counted: group.headlines };
  if (group.status !== 'published') return { ...head, status: group.status };
  return {
    ...head,
    status: 'published',
    n_answered: group.n,
    cells: group.cells,
    headlines: group.headlines ?? {},
    unsaid: table.rest?.status === 'published' ? table.rest.n : null,
  };
}

/** At most how many were asked and are not in the base. */
export const mostUnsaid = ({ unsaid }: Pick<PublishedSeries, 'unsaid'>): number =>
  unsaid ?? MINIMUM_GROUP - 1;
