import type { Sum } from './ladderFigure.ts';
import { isWithheld, type Withheld } from './parts.ts';
import { count, percent } from './percent.ts';

/**
 * A sum with its words: “75% no reason about the person”, of few people “57 of 274 (21%) told something specific”, and,
 * where its count is hidden, “Fewer than 5 of 87 told something specific”.
 */
export function sumInWords(sum: Sum | Withheld, words = sum.label): string {
  if (isWithheld(sum)) return sum.status === 'small_cell' ? `${sum.because} ${words}` : `${words}: not shown`;
  const share = percent(sum);
  const counts = `${count(sum.x)} of ${count(sum.n)}`;
  if (sum.countsFirst !== true) return `${share} ${words}`;
  return share.includes(' of ') ? `${counts} ${words}` : `${counts} (${share}) ${words}`;
}
