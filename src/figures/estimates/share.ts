import { wilson } from '../../statistics/wilson.ts';
import type { Share } from '../parts.ts';

/** A count among the answered, with the share and range that follow from it. Throws when nobody answered. */
export function share(words: Pick<Share, 'code' | 'label' | 'short'>, x: number, n: number): Share {
  const proportion = wilson(x, n);
  if (proportion === null) throw new RangeError(`There is no share of nobody (${words.code}).`);
  return { ...words, ...proportion };
}
