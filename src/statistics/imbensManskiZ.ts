import { normalQuantile } from './normalQuantile.ts';

/** What may lie outside. */
const OUTSIDE = 0.05;

/**
 * The z at which both ends of an interval are moved outwards, so that it covers a value that is known only to lie between
 * them in 95 of 100 samples, wherever it lies: the c that solves Φ(c + distance) − Φ(−c) = 0.95. It falls from 1.96 for a
 * point to 1.645 for ends far apart, because then only one of them can miss.
 * @param distance between the ends, in standard errors: those of the end that has the larger one.
 * @throws RangeError unless it is a number from 0.
 * @see Imbens, Manski 2004, https://doi.org/10.1111/j.1468-0262.2004.00555.x
 */
export function imbensManskiZ(distance: number): number {
  if (!(distance >= 0)) throw new RangeError(`A distance must be a number from 0, not ${distance}.`);
  // With t = 1 − Φ(c + distance), the equation reads Φ(−c) = 0.05 − t: what both ends leave out. Halving finds t.
  let low = 0;
  let high = OUTSIDE / 2;
  for (let step = 0; step < 60; step += 1) {
    const t = (low + high) / 2;
    if (normalQuantile(OUTSIDE - t) - normalQuantile(t) > distance) low = t;
    else high = t;
  }
  return -normalQuantile(OUTSIDE - (low + high) / 2);
}
