/** Of `n` values in order, the ranks (from 1) between which the median lies with probability `coverage`. */
export interface MedianRanks {
  readonly lower: number;
  readonly upper: number;
  readonly coverage: number;
}

/** The most that may lie outside on either side of a 95 % range. */
const OUTSIDE = 0.025;

/** A binomial term this small relative to the middle one no longer changes a sum of doubles. */
const NOTHING = 1e-30;

/** Binomial(n, ½) probabilities from n/2 down to 0, relative to the middle one, until they are negligible. */
function fallingTerms(n: number): number[] {
  let term = 1;
  const terms = [term];
  for (let k = Math.floor(n / 2); k > 0; k -= 1) {
    term = (term * k) / (n - k + 1);
    if (term < NOTHING) break;
    terms.push(term);
  }
  return terms;
}

/**
 * A distribution-free confidence interval for a median: with X ~ Binomial(n, ½) and j the largest integer for which
 * P(X ≤ j−1) ≤ 0.025, the values ranked j and n−j+1. Exact to the last digits of a double, for any n:
 * terms are relative to the middle one, because 2⁻ⁿ itself underflows from n = 1075 on.
 * @returns null for n ≤ 5, where no two ranks are far enough apart.
 * @throws RangeError unless n is a whole number from 0.
 * @see Conover, Practical Nonparametric Statistics, 3rd ed. 1999, section 3.2
 */
export function medianRanks(n: number): MedianRanks | null {
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new RangeError(`The number of values must be a whole number from 0, not ${n}.`);
  }
  const middle = Math.floor(n / 2);
  const terms = fallingTerms(n);
  const half = terms.reduceRight((sum, term) => sum + term, 0);
  const all = n % 2 === 0 ? 2 * half - 1 : 2 * half;
  let tail = 0;
  let lower = middle - terms.length + 1;
  for (const term of [...terms].reverse()) {
    if ((tail + term) / all > OUTSIDE) break;
    tail += term;
    lower += 1;
  }
  return lower === 0 ? null : { lower, upper: n - lower + 1, coverage: 1 - (2 * tail) / all };
}
