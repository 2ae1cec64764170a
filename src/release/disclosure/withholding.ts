/** Which rule kept back what. Without numbers, so that a log of the job may be read by anybody. */
export interface Withholding {
  readonly table: string;
  /** Null: the whole table. */
  readonly category: string | null;
  readonly indicator: string | null;
  /** P1, P3, P4, P5, what P5 needs beside it, and P6. */
  readonly rule: 'calendar' | 'base' | 'residual' | 'cell' | 'complement' | 'change';
}
