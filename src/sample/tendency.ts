import type { Condition } from '../survey/condition.ts';
import type { SeedPath } from './seededRandom.ts';

/** How often each code is chosen, in parts: 2 is twice as often as 1, 0 is never. */
export type Weights = Readonly<Record<string, number>>;

/** What is true of one made-up person, whether they answer it or not: a code by variable. */
export type Facts = Readonly<Record<string, string>>;

/** How often each missing code is given, as shares of the people asked; never where left out. */
export interface Missing {
  readonly dk?: number;
  readonly pnts?: number;
  readonly unseen?: number;
  readonly blank?: number;
}

/**
 * How made-up people answer one variable. Tendencies are listed in the order in which they are drawn, and each may depend
 * on those before it; there is no other correlation. The codes are those of the questionnaire, which `checkTendencies`
 * verifies.
 */
export interface Tendency {
  /** A variable of the questionnaire, or any other name for a hidden one. */
  readonly about: string;
  /** True for what drives answers and is never asked, such as how an employer treats people. */
  readonly hidden?: true;
  /** The first case that holds gives the weights; a number is drawn from the whole numbers listed. */
  readonly cases: readonly { readonly when?: Condition; readonly weights: Weights }[];
  /** Every tilt that holds multiplies; a code it does not name stays as it is. */
  readonly tilts?: readonly { readonly when: Condition; readonly times: Weights }[];
  /** In place of what is usual (`usualMissing`). */
  readonly missing?: Missing;
  /** Tilts of the shares that are missing. */
  readonly missingTilts?: readonly { readonly when: Condition; readonly times: Missing }[];
}

/**
 * What a made-up person could describe, and the one that the survey’s own rule (src/survey/frame.ts) picks from it. It
 * stands among the tendencies, at the place where it is drawn.
 */
export interface History {
  /** Drawn for each process or person in it. */
  readonly each: readonly Tendency[];
  /** What else it tells of the one that is picked: hidden variables with their codes. */
  readonly tells: Readonly<Record<string, readonly string[]>>;
  /**
   * The facts of the one that is picked.
   * @param draw draws `each`, on top of what is known
   */
  readonly pick: (facts: Facts, person: SeedPath, draw: (known: Facts, path: SeedPath) => Facts) => Facts;
}

export type Step = Tendency | History;

/** People skip little in a survey of five minutes, and each missing code must occur, because every chart counts it. */
export const usualMissing: Required<Missing> = { dk: 0.015, pnts: 0.01, unseen: 0.04, blank: 0.012 };
