/** One step of a calculation, as a statistician would write it on paper. */
export interface Step {
  /** What is done, in a sentence. */
  readonly says: string;
  /** The arithmetic with its numbers, a line each. */
  readonly sums: readonly string[];
}

/** A number between two steps: one decimal more than what is printed in the end, so that rounding comes last. */
export const between = (value: number): string => value.toFixed(7);

/** The last printed decimal of a package. */
export const rounded = (value: number): string => value.toFixed(6);
