import { isSafeGroup } from './thresholds.ts';

/**
 * P9: a second figure of the same thing (with flagged responses, without one channel, of a base inside another) may be
 * shown only if the people in one and not in the other are none or at least ten.
 * @throws RangeError when `inner` is more than `outer`.
 */
export function byProductRule(inner: number, outer: number): boolean {
  if (!Number.isSafeInteger(inner) || !Number.isSafeInteger(outer) || inner < 0 || inner > outer)
    throw new RangeError(`${inner} people cannot lie inside ${outer}.`);
  return isSafeGroup(outer - inner);
}
