import type { EarlierRelease } from './checkLedger.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import type { Partition } from './partition.ts';
import type { ShownTable } from './shown.ts';
import type { Withholding } from './withholding.ts';

/** What is known before a release is made. */
export interface ReleaseRequest {
  /** The release to make, later than every earlier one. */
  readonly release: string;
  readonly partitions: readonly Partition[];
  readonly earlier: readonly EarlierRelease[];
  readonly ledger: Ledger;
  /** P1: the sides whose tables may be renewed. */
  readonly due: ReadonlySet<Partition['side']>;
}

/** What may be published, why the rest may not, and the rows the private ledger gains. */
export interface Protection {
  readonly tables: readonly ShownTable[];
  readonly withheld: readonly Withholding[];
  readonly ledger: readonly LedgerRow[];
}
