import { imbensManskiZ } from './imbensManskiZ.ts';
import { wilsonEnds } from './wilson.ts';

/** How many people chose a band, and the band’s limits in percent (a band “1 in 4 to just under half” is 25 to 49). */
export interface BandCount {
  readonly n: number;
  readonly lower: number;
  readonly upper: number;
  /** How much each of them counts: 1 unless said. */
  readonly weight?: number;
}

/** What people’s bands allow their mean share to be; shares run from 0 to 1. */
export interface ImpliedShare {
  /** People who chose a band. */
  readonly n: number;
  /** Kish’s effective number of them: `n` if all weigh the same, fewer otherwise. */
  readonly effective: number;
  /** The mean of the bands’ lower limits, and that of their upper limits. */
  readonly lower: number;
  readonly upper: number;
  /** Both ends with their sampling part: covers the mean share in 95 of 100 random samples, wherever it lies. */
  readonly range: { readonly lo: number; readonly hi: number };
}

function check({ n, lower, upper, weight = 1 }: BandCount): void {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(`A band’s count must be a whole number, not ${n}.`);
  if (!(0 <= lower && lower <= upper && upper <= 100))
    throw new RangeError(`A band’s limits must be percents in order, not ${lower} to ${upper}.`);
  if (!(weight > 0 && Number.isFinite(weight)))
    throw new RangeError(`A weight must be a positive number, not ${weight}.`);
}

const sumOver = (bands: readonly BandCount[], of: (band: BandCount, weight: number) => number): number =>
  bands.reduce((sum, band) => sum + band.n * of(band, band.weight ?? 1), 0);

/**
 * A mean of limits with its standard error by linearization, that of a ratio of two sums.
 * @see Lohr, Sampling: Design and Analysis, 3rd ed. 2021, section 9.1
 */
function meanOf(bands: readonly BandCount[], end: 'lower' | 'upper') {
  const weights = sumOver(bands, (_, weight) => weight);
  const mean = sumOver(bands, (band, weight) => (weight * band[end]) / 100) / weights;
  const squares = sumOver(bands, (band, weight) => (weight * (band[end] / 100 - mean)) ** 2);
  const n = sumOver(bands, () => 1);
  return { mean, error: Math.sqrt((squares * n) / Math.max(1, n - 1)) / weights };
}

/** One end of the interval: the mean of that limit, its standard error, and how many yes-or-no answers would have both. */
export interface ImpliedEnd {
  readonly mean: number;
  readonly error: number;
  readonly likeYesNo: number;
}

/** The steps of an implied share: `z` is that of Imbens and Manski for ends `distance` standard errors apart. */
export interface ImpliedSteps {
  readonly n: number;
  readonly effective: number;
  readonly lower: ImpliedEnd;
  readonly upper: ImpliedEnd;
  readonly distance: number;
  readonly z: number;
}

/**
 * Works out both ends and how far apart they are.
 * @returns null when no one chose a band.
 * @throws RangeError when a count, a limit or a weight is impossible.
 */
export function impliedSteps(bands: readonly BandCount[]): ImpliedSteps | null {
  bands.forEach(check);
  const n = sumOver(bands, () => 1);
  if (n === 0) return null;
  const effective = sumOver(bands, (_, weight) => weight) ** 2 / sumOver(bands, (_, weight) => weight ** 2);
  const endOf = (limit: 'lower' | 'upper'): ImpliedEnd => {
    const { mean, error } = meanOf(bands, limit);
    // Where all named one band it is the number of the people.
    return { mean, error, likeYesNo: error === 0 ? effective : (mean * (1 - mean)) / error ** 2 };
  };
  const [lower, upper] = [endOf('lower'), endOf('upper')];
  const width = upper.mean - lower.mean;
  const distance = width === 0 ? 0 : width / Math.max(lower.error, upper.error);
  return { n, effective, lower, upper, distance, z: imbensManskiZ(distance) };
}

/**
 * The interval in which the mean share must lie when each person named a band only: the mean of the lower limits and the
 * mean of the upper limits. No point inside it is likelier than another (protocol 2.7). Around it stands its sampling part
 * after Imbens and Manski, its ends drawn as Wilson’s: means near 0 or 1 are missed too often by straight ones.
 * @returns null when no one chose a band.
 * @throws RangeError when a count, a limit or a weight is impossible.
 * @see Manski, Partial Identification of Probability Distributions, 2003, https://doi.org/10.1007/b97478
 */
export function impliedShare(bands: readonly BandCount[]): ImpliedShare | null {
  const steps = impliedSteps(bands);
  if (steps === null) return null;
  const { n, effective, lower, upper, z } = steps;
  return {
    n,
    effective,
    lower: lower.mean,
    upper: upper.mean,
    range: {
      lo: wilsonEnds(lower.mean, lower.likeYesNo, z).lo,
      hi: wilsonEnds(upper.mean, upper.likeYesNo, z).hi,
    },
  };
}
