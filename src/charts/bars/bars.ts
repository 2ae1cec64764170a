import type { Bars } from '../../figures/barsFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import type { Words } from '../../words/words.ts';
import { hiddenAxis } from '../canvas/axes.ts';
import type { Drawing, Frame } from '../canvas/drawing.ts';
import type { Pen } from '../canvas/label.ts';
import { exactBars, rowChart } from '../canvas/rowChart.ts';
import { footing } from '../marks/footing.ts';
import { sideColour } from '../marks/sideMark.ts';
import { paintBars } from './paintBars.ts';
import { barsFooting, placeBars, placedBars } from './placeBars.ts';
import { sideIds } from '../../survey/sides.ts';

/** Bars with their ranges, each beside its name. There is no printed scale, because every bar prints its share. */
export function bars(figure: Bars, words: Words, frame: Frame, pen: Pen): Drawing {
  const { size } = pen;
  const layout = placeBars(figure, words, frame, pen);
  const { bottom, scale, thick } = layout;
  const { left, top } = frame;
  const foot = footing(figure, barsFooting(words, layout), { left, top: bottom + 6 * size.unit }, pen);
  return rowChart({
    frame,
    size,
    bottom: foot.bottom,
    plot: { left: scale.zero, top, right: scale.right, bottom },
    x: hiddenAxis(0, scale.end),
    datasets: sideIds.map((side) =>
      exactBars(
        thick,
        sideColour(side, pen.colour),
        placedBars(layout).flatMap(({ side: of, value, y }) =>
          of === side && !isWithheld(value) && value.x > 0 ? [{ x: [0, value.share] as const, y }] : [],
        ),
      ),
    ),
    over: (ctx) => {
      paintBars(ctx, layout, pen);
      foot.draw(ctx);
    },
  });
}
