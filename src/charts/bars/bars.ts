import type { Bars } from '../../figures/barsFigure.ts';
import type { BarsLayout } from './barsLayout.ts';
import { canvasOf, paint, stillOptions, type Drawing, type Frame, type Mark } from '../canvas/drawing.ts';
import { isWithheld } from '../../figures/parts.ts';
import { footing } from '../marks/footing.ts';
import { paintBars } from './paintBars.ts';
import type { Pen } from '../canvas/pen.ts';
import { pixelAxis } from '../canvas/pixelAxis.ts';
import { barsFooting, placeBars, placedBars } from './placeBars.ts';
import { sideColour } from '../marks/sideMark.ts';
import type { Size } from '../canvas/size.ts';
import type { SideId } from '../../survey/question.ts';
import type { Words } from '../../words/words.ts';

/** In which order the sides are drawn: a dataset each. */
export const sidesInOrder: readonly SideId[] = ['job_seeker', 'employer'];

/**
 * Bars from nought with their ranges, each beside its name. The axes count pixels, so that words are given their room
 * before the bars are drawn; there is no printed scale, because every bar prints its share.
 * @param placed where the bars come to stand
 * @param now where they stand while they are painted: elsewhere only as long as they move there
 */
export function bars(
  figure: Bars,
  words: Words,
  size: Size,
  frame: Frame,
  pen: Pen,
  placed: BarsLayout = placeBars(figure, words, size, frame, pen),
  now: () => BarsLayout = () => placed,
): Drawing {
  const { left } = frame;
  const top = placed.bottom + 6 * size.unit;
  const foot = footing(figure, barsFooting(words, placed), { size, left, top, pen });
  const { width, height } = canvasOf(frame, size.width, foot.bottom);
  return {
    width,
    height,
    bottom: foot.bottom,
    config: {
      type: 'bar',
      data: {
        datasets: sidesInOrder.map((side) => ({
          data: barMarks(placed, side),
          backgroundColor: sideColour(side, pen.colour),
          barThickness: placed.thick,
          grouped: false,
          inflateAmount: 0,
          clip: false,
        })),
      },
      options: {
        ...stillOptions({ left: 0, top: 0, right: 0, bottom: 0 }),
        indexAxis: 'y',
        scales: {
          x: pixelAxis(width),
          y: { ...pixelAxis(height), reverse: true, offset: false },
        },
      },
      plugins: [
        paint('over', 'bars', ({ ctx }) => {
          paintBars(ctx, now(), { size, left, pen });
          foot.draw(ctx);
        }),
      ],
    },
  };
}

/** The bars of one side as Chart.js draws them. A blank and a nought are no bars. */
export function barMarks(layout: BarsLayout, side: SideId): Mark[] {
  const { zero, perShare } = layout;
  return placedBars(layout).flatMap(({ side: of, value, y }) =>
    of === side && !isWithheld(value) && value.x > 0
      ? [{ x: [zero, zero + value.share * perShare] as const, y }]
      : [],
  );
}
