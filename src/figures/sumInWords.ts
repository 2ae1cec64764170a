import type { Sum } from './ladderFigure.ts';
import { count, percent } from './percent.ts';

/** A sum with its words: “75% no reason about the person”, or, of few people, “57 of 274 (21%) told something specific”. */
export function sumInWords(sum: Sum, words = sum.label): string {
  const share = percent(sum);
  const counts = `${count(sum.x)} of ${count(sum.n)}`;
  if (sum.countsFirst !== true) return `${share} ${words}`;
  return share.includes(' of ') ? `${counts} ${words}` : `${counts} (${share}) ${words}`;
}
