import type { Compared } from '../figures/finding.ts';
import { count, percent } from '../figures/percent.ts';

/** One comparison as a row of a table, and as a sentence. */
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
  readonly sentence: string;
}

/** A difference of shares in points, with a true minus sign. */
function points(share: number): string {
  const whole = Math.round(Number((share * 100).toFixed(10)));
  return whole < 0 ? `−${-whole}` : String(whole + 0);
}

/** The near end of a range that leaves out 0: it may round to 0 and is not 0. */
const least = (share: number): string => (points(share) === '0' ? 'less than 1' : points(share));

function verdict({ d, lo, hi, higher }: Compared): string {
  if (higher === null) return 'no clear difference';
  const [near = 0, far = 0] = [Math.abs(lo), Math.abs(hi)].toSorted((one, other) => one - other);
  return `${points(Math.abs(d))} points ${d > 0 ? 'more' : 'fewer'}, range ${least(near)} to ${points(far)}`;
}

const sideOf = ({ who, x, n }: Compared['a']): Difference['a'] => {
  const share = percent({ x, n });
  return { who, share: share.includes(' of ') ? share : `${share} (${count(x)} of ${count(n)})` };
};

/** Every comparison of a figure, whatever came of it: a list of what was found alone would be picked after looking. */
export const differencesOf = (compared: readonly Compared[]): readonly Difference[] =>
  compared.map((one) => {
    const { does, a, b, d, lo, hi, higher } = one;
    return {
      what: does,
      a: sideOf(a),
      b: sideOf(b),
      difference: points(d),
      range: `${points(lo)} to ${points(hi)}`,
      said: higher !== null,
      sentence: `${percent(a)} of ${a.who} ${does}, against ${percent(b)} of ${b.who}: ${verdict(one)}.`,
    };
  });
