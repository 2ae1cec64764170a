/** Above this share of missing answers the bounds are printed beside the estimate (protocol 2.5). */
export const MUCH_MISSING = 0.1;

/** What a share among the valid answers could be among all who were asked; `lower` and `upper` run from 0 to 1. */
export interface WorstCase {
  readonly asked: number;
  readonly missing: number;
  readonly lower: number;
  readonly upper: number;
  /** Whether so many are missing that the bounds belong beside the estimate. */
  readonly mustShow: boolean;
}

/**
 * Bounds on a share with missing answers: all of them a no, and all of them a yes. Not a confidence interval: no value
 * inside is likelier than another.
 * @param yes Answers that count; @param no valid answers that do not; @param missing don’t know, prefer not to say, blank.
 * @returns null when no one was asked.
 * @throws RangeError when a count is impossible.
 * @see Manski 1989, https://doi.org/10.2307/145818
 */
export function worstCase(yes: number, no: number, missing: number): WorstCase | null {
  for (const count of [yes, no, missing]) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`A count of answers must be a whole number from 0, not ${count}.`);
    }
  }
  const asked = yes + no + missing;
  if (asked === 0) return null;
  return {
    asked,
    missing,
    lower: yes / asked,
    upper: (yes + missing) / asked,
    mustShow: missing / asked > MUCH_MISSING,
  };
}
