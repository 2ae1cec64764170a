import type { SideId } from '../survey/question.ts';
import { qualityRules, type Flag } from '../survey/quality.ts';
import { keptWithFlagSql } from '../survey/database/leftOutSql.ts';
import type { Counted } from './counted.ts';
import { keptName } from './counts.ts';
import type { Release } from './release.ts';
import { chainName } from './tables.ts';

/** What became of the people who came to a side’s survey. Null where the number would disclose fewer than ten people (protocol 3.3, P9). */
export interface Chain {
  readonly vintage: string | null;
  readonly included: number | null;
  readonly left_out: number | null;
  readonly screened_out: number | null;
  /** Left out by each rule; a response can break several. */
  readonly byRule: Readonly<Record<Flag, number | null>>;
  /** Included although the flag is set, for the rules that leave out from a higher count. */
  readonly kept: Readonly<Record<string, number | null>>;
}

/** The chain of a side as a release prints it. Throws when the release does not hold it. */
export function chainOf(release: Release, side: SideId): Chain {
  const read = (table: string, code: string): number | null => {
    const found = release.tables.find((entry) => entry.table === table);
    const group = found?.groups[code];
    if (group === undefined)
      throw new Error(
        `The release “${release.id}” does not hold ${table}, ${code}: it is of another version.`,
      );
    return group.status === 'published' ? group.n : null;
  };
  const chain = chainName(side);
  const byRule = Object.fromEntries(
    qualityRules.map(({ flag }) => [flag, read(`${chain} ${flag}`, 'left_out')]),
  ) as Record<Flag, number | null>;
  return {
    vintage: release.tables.find(({ table }) => table === chain)?.vintage ?? null,
    included: read(chain, 'included'),
    left_out: read(chain, 'left_out'),
    screened_out: read(chain, 'screened_out'),
    byRule,
    kept: Object.fromEntries(
      keptWithFlagSql.map(([flag]) => [flag, read(`${chain} ${keptName(flag)}`, 'kept')]),
    ),
  };
}

/** How many a rule left out, or kept with its flag set, and as of which release: the counts of a chain are renewed one by one. */
export function ruleCountOf(release: Release, side: SideId, rule: string): Counted | null {
  const found = release.tables.find(({ table }) => table === `${chainName(side)} ${rule}`);
  const [group] = Object.values(found?.groups ?? {});
  const vintage = found?.vintage ?? null;
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
