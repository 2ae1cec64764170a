import type { Quality } from './qualityOf.ts';

/** From all the responses of a side that were sent in to those that are counted (protocol 2.5). */
export interface Participation {
  readonly n_submitted: number;
  readonly n_eligible: number;
  readonly n_included: number;
}

/** The sums of a chain, or null where one of its parts is not printed: a sum would give it back. */
export function participation({ included, left_out, screened_out }: Quality): Participation | null {
  if (included === null || left_out === null || screened_out === null) return null;
  const n_eligible = included + left_out;
  return { n_submitted: n_eligible + screened_out, n_eligible, n_included: included };
}
