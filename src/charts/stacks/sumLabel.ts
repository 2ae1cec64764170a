import { isWideRange } from '../../statistics/precision.ts';
import type { LadderSeries } from '../../figures/ladderFigure.ts';
import { headlineLabel } from './headlineRange.ts';
import type { Label } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { percent, percentRange } from '../../figures/percent.ts';
import type { Size } from '../canvas/size.ts';

/** The sum beside a bar of a close stack. A card has room for the number and its range alone; its title says the rest. */
export function sumLabel({ headline }: LadderSeries, size: Size, pen: Pen): Pick<Label, 'size' | 'runs'> {
  if (size.id !== 'card') return headlineLabel(headline, size, pen);
  const { lo, hi, short } = headline;
  const wide = isWideRange(headline) ? ' wide' : '';
  return {
    size: size.label,
    runs: [
      { text: `${percent(headline)} ${short}`, weight: 600, colour: pen.colour.ink },
      { text: ` ${percentRange(lo, hi)}${wide}`, colour: pen.colour['ink-2'] },
    ],
  };
}
