import type { SideId } from '../survey/question.ts';
import type { Counted } from './counted.ts';
import type { Release } from './release.ts';
import { tableIn } from './tableIn.ts';
import { chainName } from './tables.ts';

/** What became of the people who came to a side’s survey. Null where the number would disclose fewer than ten people (protocol 3.3, P9). */
export interface Chain {
  readonly vintage: string | null;
  readonly included: number | null;
  readonly left_out: number | null;
  readonly screened_out: number | null;
}

/** The chain of a side as a release prints it. Throws when the release does not hold it. */
export function chainOf(release: Release, side: SideId): Chain {
  const { vintage, groups } = tableIn(release, chainName(side));
  const read = (code: string): number | null =>
    groups[code]?.status === 'published' ? groups[code].n : null;
  return {
    vintage,
    included: read('included'),
    left_out: read('left_out'),
    screened_out: read('screened_out'),
  };
}

/**
 * How many a rule left out, or kept with its flag set, and as of which release: the counts of a chain are renewed one by
 * one. Throws when the release does not hold it.
 * @param rule the flag, or `keptName` of it
 */
export function ruleCountOf(release: Release, side: SideId, rule: string): Counted | null {
  const { vintage, groups } = tableIn(release, `${chainName(side)} ${rule}`);
  const [group] = Object.values(groups);
  return group?.status === 'published' && vintage !== null ? { n: group.n, vintage } : null;
}

/** How many people came to a side’s survey, sent answers and are included (protocol 2.5). */
export interface Participation {
  /** Sent answers, or were screened out before. */
  readonly n_came: number;
  readonly n_eligible: number;
  readonly n_included: number;
}

/** The sums of a chain, or null where one of its parts is not printed, because a sum would disclose it. */
export function participation({ included, left_out, screened_out }: Chain): Participation | null {
  if (included === null || left_out === null || screened_out === null) return null;
  const n_eligible = included + left_out;
  return { n_came: n_eligible + screened_out, n_eligible, n_included: included };
}
