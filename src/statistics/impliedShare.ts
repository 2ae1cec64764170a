/** How many people chose a band, and the band’s limits in percent (a band “1 in 4 to just under half” is 25 to 49). */
export interface BandCount {
  readonly n: number;
  readonly lower: number;
  readonly upper: number;
}

/** What `n` people’s bands allow their mean share to be; `lower` and `upper` run from 0 to 1. */
export interface ImpliedShare {
  readonly n: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The interval in which the mean share must lie when each person named a band only:
 * the mean of the lower limits and the mean of the upper limits. It is a bound, not a confidence interval,
 * and no point inside it is likelier than another (protocol 2.7).
 * @returns null when no one chose a band.
 * @throws RangeError when a count or a limit is impossible.
 * @see Manski, Partial Identification of Probability Distributions, 2003, https://doi.org/10.1007/b97478
 */
export function impliedShare(bands: readonly BandCount[]): ImpliedShare | null {
  for (const { n, lower, upper } of bands) {
    if (!Number.isSafeInteger(n) || n < 0)
      throw new RangeError(`A band’s count must be a whole number, not ${n}.`);
    if (!(0 <= lower && lower <= upper && upper <= 100)) {
      throw new RangeError(`A band’s limits must be percents in order, not ${lower} to ${upper}.`);
    }
  }
  const n = bands.reduce((sum, band) => sum + band.n, 0);
  if (n === 0) return null;
  return {
    n,
    lower: bands.reduce((sum, band) => sum + band.n * band.lower, 0) / (100 * n),
    upper: bands.reduce((sum, band) => sum + band.n * band.upper, 0) / (100 * n),
  };
}
