import { percent } from '../figures/percent.ts';
import { tenths } from '../figures/tenths.ts';
import type { Counted } from '../figures/finding.ts';

/** A share in words, as it stands before the people: “four in ten”, “a quarter of”, “57% of”. */
export interface Quantity {
  readonly words: string;
  /** “four in ten job seekers”, but “a third of job seekers”. */
  readonly takesOf: boolean;
}

interface Fraction extends Quantity {
  readonly part: number;
  readonly whole: number;
}

const fractions: readonly Fraction[] = [
  ...(
    [
      ['a quarter', 1, 4],
      ['a third', 1, 3],
      ['half', 1, 2],
      ['two thirds', 2, 3],
      ['three quarters', 3, 4],
    ] as const
  ).map(([words, part, whole]) => ({ words, part, whole, takesOf: true })),
  ...tenths
    .map((words, i) => ({ words, part: i + 1, whole: 10, takesOf: false }))
    // Nobody says five in ten.
    .filter(({ part }) => part !== 5),
];

/** How far a share may lie from the words for it, in thousandths (protocol 2.10). */
const FROM_A_TENTH = 20;
const FROM_A_FRACTION = 15;

/** In whole numbers, so that 2 points are 2 points. */
function fits({ x, n }: Counted, { part, whole, takesOf }: Fraction): boolean {
  const distance = Math.abs(whole * x - part * n);
  if (takesOf) return 1000 * distance <= FROM_A_FRACTION * whole * n;
  return 1000 * distance <= FROM_A_TENTH * whole * n && distance <= x;
}

const distance = ({ x, n }: Counted, { part, whole }: Fraction): number => Math.abs(x / n - part / whole);

/** A share in whole percents; no symbol stands for “less” in a title. */
export const percentInTitle = (of: Counted): string =>
  percent(of).replace(/^</, 'less than ').replace(/^>/, 'more than ');

/** A share in whole percents, before the people. */
export const inPercent = (of: Counted): Quantity => ({ words: percentInTitle(of), takesOf: true });

/** A share in words: the nearest tenth or fraction that is near enough, else in whole percents (protocol 2.10). */
export function shareInWords(of: Counted): Quantity {
  const [nearest] = fractions
    .filter((fraction) => fits(of, fraction))
    .toSorted((one, other) => distance(of, one) - distance(of, other));
  return nearest ?? inPercent(of);
}

/**
 * On which side of half a share lies, where its whole range does; else, and below a third or above two thirds, where that
 * would say too little, as any other share.
 */
export function byHalf(of: Counted & { readonly lo: number; readonly hi: number }): Quantity {
  if (3 * of.x <= of.n || 3 * of.x >= 2 * of.n) return shareInWords(of);
  if (of.lo > 0.5) return { words: 'more than half', takesOf: true };
  if (of.hi < 0.5) return { words: 'fewer than half', takesOf: true };
  return shareInWords(of);
}
