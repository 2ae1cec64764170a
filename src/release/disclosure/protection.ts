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

/** Which rule kept back what. Without numbers, so that a log of the job may be read by anybody. */
export interface Withholding {
  readonly table: string;
  /** Null: the whole table. */
  readonly category: string | null;
  readonly indicator: string | null;
  /** P1, P3, P4, P5, what P5 needs beside it, and P6. */
  readonly rule: 'calendar' | 'base' | 'residual' | 'cell' | 'complement' | 'change';
}

/** What may be published, why the rest may not, and the rows the private ledger gains. */
export interface Protection {
  readonly tables: readonly ShownTable[];
  readonly withheld: readonly Withholding[];
  readonly ledger: readonly LedgerRow[];
}
