import type { Figure } from '../../src/figures/figure.ts';
import type { LadderSeries } from '../../src/figures/ladderFigure.ts';
import type { Provenance } from '../../src/figures/baseFigure.ts';
import type { Share, Withheld } from '../../src/figures/parts.ts';
import type { SideId } from '../../src/survey/question.ts';
import { wilson } from '../../src/statistics/wilson.ts';
import { describe } from '../../src/words/describe.ts';
import type { DescribedFigure } from '../../src/words/words.ts';

/** What the figures of all forms are put together from. */

/** A figure as pictures take it. */
export const described = (figure: Figure): DescribedFigure => ({ figure, words: describe(figure) });

export const sample = (path: string): Provenance => ({
  release: { id: 'sample', published: '2026-01-31' },
  madeUp: true,
  address: `nobutwhy.example/charts/${path}/`,
});

export function share(code: string, label: string, short: string, x: number, n: number): Share {
  const found = wilson(x, n);
  if (found === null) throw new Error('An example needs answers.');
  return { code, label, short, ...found };
}

/** A count that is hidden, with its base (protocol 3.3, P5 and P11). */
export const fewOf = (id: string, side: SideId, label: string, n: number): Withheld => ({
  id,
  side,
  label,
  shortLabel: label,
  withheld: true,
  because: `Fewer than 5 of ${n}`,
  status: 'small_cell',
  bound: 'low',
  n,
});

/** The last two parts of a bar drawn as one, because their counts are hidden, and with them that of its sum. */
export function hiddenAtTheEnd(like: LadderSeries): LadderSeries {
  const { n, side, sum } = like;
  const [one, other] = like.parts.slice(-2);
  if (one === undefined || other === undefined) throw new Error('An example needs parts.');
  const short = `${one.short} or ${other.short.toLowerCase()}`;
  const together = share(`${one.code}_or_${other.code}`, short, short, one.x + other.x, n);
  const stands = [one, other].map(({ code, label }) => fewOf(code, side, label, n));
  return {
    ...like,
    parts: [...like.parts.slice(0, -2), { ...together, tone: one.tone, stands }],
    sum: fewOf('hidden', side, sum.label, n),
  };
}

export const tooFew = (id: string, side: SideId, label: string): Withheld => ({
  id,
  side,
  label,
  shortLabel: label,
  withheld: true,
  because: 'Too few answers yet: under 30',
});
