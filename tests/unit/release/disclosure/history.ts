import { openLedger, type Ledger } from '../../../../src/release/disclosure/ledger.ts';
import type { Partition } from '../../../../src/release/disclosure/partition.ts';
import { protect } from '../../../../src/release/disclosure/protect.ts';
import type { EarlierRelease } from '../../../../src/release/disclosure/checkLedger.ts';
import type { Protection } from '../../../../src/release/disclosure/protection.ts';

/** What stands after some releases. */
export interface History {
  readonly earlier: readonly EarlierRelease[];
  readonly ledger: Ledger;
  readonly last: Protection;
}

export const due: ReadonlySet<Partition['side']> = new Set(['job_seeker', 'employer']);

/** Makes one release after another, each with the tables given for it. */
export function history(releases: Readonly<Record<string, readonly Partition[]>>): History {
  let now: History = { earlier: [], ledger: openLedger([]), last: { tables: [], withheld: [], ledger: [] } };
  for (const [release, partitions] of Object.entries(releases)) {
    const { earlier, ledger } = now;
    const last = protect({ release, partitions, earlier, ledger, due });
    now = {
      earlier: [...earlier, { id: release, tables: last.tables }],
      ledger: openLedger([...ledger.rows, ...last.ledger]),
      last,
    };
  }
  return now;
}
