import type { Payload } from 'altcha-lib/types';

/** What a response, a comment or a report is sent with. */
export interface Seal {
  readonly proof: Payload;
  /** What stands in the field that people do not see: nothing. */
  readonly trap: string;
}
