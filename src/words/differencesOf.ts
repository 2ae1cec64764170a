import type { Compared } from '../figures/finding.ts';
import { count, percent } from '../figures/percent.ts';

/** One comparison as a row of a table. */
export interface Difference {
  /** What is counted of both sides: “were given a date”. */
  readonly what: string;
  /** Who they are, and their shares: “52% (172 of 331)”. */
  readonly a: { readonly who: string; readonly share: string };
  readonly b: { readonly who: string; readonly share: string };
  /** In points, a less b: “9”, “−4”. */
  readonly difference: string;
  /** “2 to 16”, “−1 to 11”. */
  readonly range: string;
  /** Whether a sentence may call one of them higher. */
  readonly said: boolean;
}

/** A difference of shares in points, with a true minus sign. */
function points(share: number): string {
  const whole = Math.round(Number((share * 100).toFixed(10)));
  return whole < 0 ? `−${-whole}` : String(whole + 0);
}

const sideOf = ({ who, x, n }: Compared['a']): Difference['a'] => {
  const share = percent({ x, n });
  return { who, share: share.includes(' of ') ? share : `${share} (${count(x)} of ${count(n)})` };
};

/** Every comparison of a figure, whatever came of it: a list of what was found alone would be picked after looking. */
export const differencesOf = (compared: readonly Compared[]): readonly Difference[] =>
  compared.map(({ does, a, b, d, lo, hi, higher }) => ({
    what: does,
    a: sideOf(a),
    b: sideOf(b),
    difference: points(d),
    range: `${points(lo)} to ${points(hi)}`,
    said: higher !== null,
  }));
