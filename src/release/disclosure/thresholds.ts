import { smallestBase } from '../../survey/consent.ts';

/** Fewer answers than this make no percentage and no mark, only “Too few answers yet” (protocol 2.6 and 3.3, P3). */
export const MINIMUM_BASE = smallestBase;

/** The smallest group that may be disclosed by subtraction, between two tables or two releases (protocol, decision 6). */
export const MINIMUM_GROUP = 10;

/** In a segment a count is printed only if this many people are in it and this many are not (protocol 3.3, P5). */
export const MINIMUM_CELL = 5;

/** A side’s first release waits for this many responses (protocol 3.3, P1). */
export const FIRST_RELEASE = 50;

/** Whether a group of `n` people may be disclosed by subtraction: it is empty or large enough. */
export const isSafeGroup = (n: number): boolean => n === 0 || n >= MINIMUM_GROUP;

/** Whether `n` answers are enough for a percentage. */
export const hasMinimumBase = (n: number): boolean => n >= MINIMUM_BASE;

const words: Readonly<Record<number, string>> = {
  5: 'five',
  10: 'ten',
  20: 'twenty',
  30: 'thirty',
  50: 'fifty',
};

/** A threshold as running text spells it. Throws on a number that has no word here. */
export function spelled(threshold: number): string {
  const word = words[threshold];
  if (word === undefined) throw new Error(`thresholds.ts has no word for ${threshold}.`);
  return word;
}
