import { isWideRange } from '../../statistics/precision.ts';
import type { LadderSeries, Sum } from '../../figures/ladderFigure.ts';
import { isWithheld, type Withheld } from '../../figures/parts.ts';
import type { Label, Pen } from '../canvas/label.ts';
import { percentRange } from '../../figures/percent.ts';
import { sumInWords } from '../../figures/sumInWords.ts';

/** The sum in words: “75% no reason about the person, small-numbers range 65–83%”; a hidden one has no range. */
export function wholeSumLabel(sum: Sum | Withheld, { colour, size }: Pen): Pick<Label, 'size' | 'runs'> {
  if (isWithheld(sum))
    return hiddenLabel(sum, size.id === 'narrow' ? sum.shortLabel : sum.label, { colour, size });
  const { lo, hi } = sum;
  const words = size.id === 'narrow' ? sum.short : sum.label;
  const range = size.id === 'wide' && !isWideRange(sum) ? 'small-numbers range' : 'range';
  const wide = isWideRange(sum) ? 'wide ' : '';
  return {
    size: size.label,
    runs: [
      { text: sumInWords(sum, words), weight: 600, colour: colour.ink },
      { text: `, ${wide}${range} ${percentRange(lo, hi)}`, colour: colour['ink-2'] },
    ],
  };
}

const hiddenLabel = (sum: Withheld, words: string, { colour, size }: Pick<Pen, 'colour' | 'size'>) => ({
  size: size.label,
  runs: [{ text: sumInWords(sum, words), weight: 600 as const, colour: colour['ink-2'] }],
});

/** The sum beside a bar of a close stack. A card has room for the number and its range alone; its title says the rest. */
export function sumLabel({ sum }: LadderSeries, pen: Pen): Pick<Label, 'size' | 'runs'> {
  const { size } = pen;
  if (size.id !== 'card') return wholeSumLabel(sum, pen);
  if (isWithheld(sum)) return hiddenLabel(sum, sum.shortLabel, pen);
  const { lo, hi, short } = sum;
  const wide = isWideRange(sum) ? ' wide' : '';
  return {
    size: size.label,
    runs: [
      { text: sumInWords(sum, short), weight: 600, colour: pen.colour.ink },
      { text: ` ${percentRange(lo, hi)}${wide}`, colour: pen.colour['ink-2'] },
    ],
  };
}
