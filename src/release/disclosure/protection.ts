import type { EarlierRelease } from './checkLedger.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import type { Partition } from './partition.ts';
import type { ShownTable } from './shown.ts';

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

/** Which rule withheld what. Without numbers, so that the job’s output may be public. */
export interface Withholding {
  readonly table: string;
  /** Null: the whole table. */
  readonly category: string | null;
  readonly indicator: string | null;
  /** P1, P3, P4, P5, complementary suppression for P5, P6, P11 and P12. */
  readonly rule: 'calendar' | 'base' | 'residual' | 'cell' | 'complement' | 'change' | 'small' | 'nested';
}

/** What may be published, which rule withheld the rest, and the new rows of the private ledger. */
export interface Protection {
  readonly tables: readonly ShownTable[];
  readonly withheld: readonly Withholding[];
  readonly ledger: readonly LedgerRow[];
}

/** The same of one table, beside its exact counts. */
export interface Protected extends Protection {
  readonly partition: Partition;
}
