/** The smallest group that subtraction may reach, between two tables or two releases (protocol, decision 6). */
export const MINIMUM_GROUP = 10;

/** In a segment a count is printed only with at least this many on either side of it (protocol 3.3, P5). */
export const MINIMUM_CELL = 5;

/** A side’s first release waits for this many responses (protocol 3.3, P1). */
export const FIRST_RELEASE = 50;

/** Whether a group of `n` people that somebody can work out is nobody, or enough of them. */
export const isSafeGroup = (n: number): boolean => n === 0 || n >= MINIMUM_GROUP;
