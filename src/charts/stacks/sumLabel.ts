import { isWideRange } from '../../statistics/precision.ts';
import type { LadderSeries } from '../../figures/ladderFigure.ts';
import { wholeSumLabel } from './sumRange.ts';
import type { Label } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { percent, percentRange } from '../../figures/percent.ts';
import type { Size } from '../canvas/size.ts';

/** The sum beside a bar of a close stack. A card has room for the number and its range alone; its title says the rest. */
export function sumLabel({ sum }: LadderSeries, size: Size, pen: Pen): Pick<Label, 'size' | 'runs'> {
  if (size.id !== 'card') return wholeSumLabel(sum, size, pen);
  const { lo, hi, short } = sum;
  const wide = isWideRange(sum) ? ' wide' : '';
  return {
    size: size.label,
    runs: [
      { text: `${percent(sum)} ${short}`, weight: 600, colour: pen.colour.ink },
      { text: ` ${percentRange(lo, hi)}${wide}`, colour: pen.colour['ink-2'] },
    ],
  };
}
