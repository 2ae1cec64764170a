import type { Figure } from '../../src/figures/figure.ts';
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
  release: 'sample',
  published: '2026-01-31',
  madeUp: true,
  address: `nobutwhy.example/charts/${path}/`,
});

export function share(code: string, label: string, short: string, x: number, n: number): Share {
  const found = wilson(x, n);
  if (found === null) throw new Error('An example needs answers.');
  return { code, label, short, ...found };
}

export const tooFew = (id: string, side: SideId, label: string): Withheld => ({
  id,
  side,
  label,
  shortLabel: label,
  withheld: true,
  because: 'Too few answers yet: under 30',
});
