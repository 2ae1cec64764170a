import type { Condition } from '../survey/condition.ts';

/** A variable holds one of these codes. */
export const is = (variable: string, ...codes: string[]): Condition => ({ variable, in: codes });

/** All of these hold. */
export const all = (...conditions: Condition[]): Condition => ({ all: conditions });

/** At least one of these holds. */
export const either = (...conditions: Condition[]): Condition => ({ any: conditions });
