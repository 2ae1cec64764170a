import { normalQuantile } from './normalQuantile.ts';

/** Below it no double tells two tails apart. */
const LEAST = 1e-300;

/**
 * The probability that a standard normal variable lies above `z`, for z from 0, found by halving on the scale of
 * its logarithm, so that it is the inverse of normalQuantile in small tails, too.
 * @throws RangeError unless z is a number from 0.
 */
export function normalTail(z: number): number {
  if (!(z >= 0)) throw new RangeError(`A tail begins at a number from 0, not at ${z}.`);
  if (z === 0) return 0.5;
  let low = Math.log(LEAST);
  let high = Math.log(0.5);
  if (-normalQuantile(LEAST) <= z) return 0;
  for (let step = 0; step < 70; step += 1) {
    const middle = (low + high) / 2;
    if (-normalQuantile(Math.exp(middle)) > z) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
