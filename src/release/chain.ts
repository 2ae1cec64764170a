import type { SideId } from '../survey/question.ts';
import type { Release } from './release.ts';
import { chainName } from './tables.ts';

/** The one group of a chain: the responses that are counted. */
const INCLUDED = 'included';

/**
 * What became of the responses of a side (protocol 2.5): n_submitted ≥ n_eligible ≥ n_included. What would tell of
 * fewer than ten people is not split, and then only the two ends are known.
 */
export interface Chain {
  readonly n_submitted: number;
  readonly n_included: number;
  /** Not counted, and why; null where the release prints the two together. */
  readonly parts: {
    readonly screened_out: number;
    readonly left_out: number;
    readonly n_eligible: number;
  } | null;
  /** The release it was counted for, and whether that is an earlier one. */
  readonly vintage: string | null;
  readonly carried: boolean;
}

/**
 * The chain of a side, or null while the side has not been released.
 * @throws Error when the release holds no such table.
 */
export function chainOf(release: Release, side: SideId): Chain | null {
  const name = chainName(side);
  const table = release.tables.find((entry) => entry.table === name);
  const group = table?.groups[INCLUDED];
  if (table === undefined || group === undefined)
    throw new Error(
      `The release “${release.id}” does not say what became of its responses: ${name} is missing.`,
    );
  if (group.status !== 'published') return null;
  const { screened_out, left_out, ...merged } = table.asides ?? {};
  const notCounted = Object.values(table.asides ?? {}).reduce((sum, x) => sum + x, 0);
  const isSplit = screened_out !== undefined && left_out !== undefined && Object.keys(merged).length === 0;
  return {
    n_submitted: group.n + notCounted,
    n_included: group.n,
    parts: isSplit ? { screened_out, left_out, n_eligible: group.n + left_out } : null,
    vintage: table.vintage,
    carried: table.carried,
  };
}
