import { smallestBase, smallestCount, smallestGroup } from '../../survey/consent.ts';

/** Fewer answers than this make no percentage (protocol 2.6 and 3.3, P3). */
export const MINIMUM_BASE = smallestBase;

/** The smallest group that may be disclosed by subtraction, between two tables or two releases (protocol, decision 6). */
export const MINIMUM_GROUP = smallestGroup;

/** In a segment a count is printed only if this many people are in it and this many are not (protocol 3.3, P5). */
export const MINIMUM_CELL = smallestCount;

/** A side’s first release waits for this many responses (protocol 3.3, P1). */
export const FIRST_RELEASE = 50;

/** Whether a group of `n` people may be disclosed by subtraction: it is empty or large enough. */
export const isSafeGroup = (n: number): boolean => n === 0 || n >= MINIMUM_GROUP;

/** Whether so many may lie between two routing bases, one inside the other: nobody, or enough for a count of them (P12). */
export const isSafeBetween = (n: number): boolean => n === 0 || n >= MINIMUM_CELL;

/** Whether `n` answers are enough for a percentage. */
export const hasMinimumBase = (n: number): boolean => n >= MINIMUM_BASE;

/** Whether `n` answers are told as counts of people, because they are too few for a percentage (protocol 2.11). */
export const isFew = (n: number): boolean => n >= MINIMUM_GROUP && n < MINIMUM_BASE;

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
