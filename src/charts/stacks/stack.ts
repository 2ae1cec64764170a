import { drawNames } from './drawNames.ts';
import { drawSegment } from './drawSegment.ts';
import { canvasOf, paint, stillOptions, type Drawing, type Frame } from '../canvas/drawing.ts';
import type { Diverging, Ladder } from '../../figures/ladderFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { writeLabel } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { sideColour, sideMark } from '../marks/sideMark.ts';
import type { Size } from '../canvas/size.ts';
import { stackedBars } from './stackedBars.ts';
import { stackLayout, type StackRow } from './stackLayout.ts';
import { withheldBox } from '../marks/withheldBox.ts';
import type { Words } from '../../words/words.ts';

/**
 * Stacked bars close under each other: five points that straddle the middle of the third, so that leaning one way or
 * the other can be seen; or, on a card, a ladder with more bars than its usual form has room for.
 */
export function stack(figure: Diverging | Ladder, words: Words, size: Size, frame: Frame, pen: Pen): Drawing {
  const { colour } = pen;
  const straddling = figure.form === 'diverging';
  const room = frame.height === undefined ? Infinity : frame.top + frame.height;
  const over = stackLayout(figure.series, { straddling, beside: false }, size, frame, pen);
  const beside = over.bottom > room;
  const layout = beside ? stackLayout(figure.series, { straddling, beside }, size, frame, pen) : over;
  const { rows, bottom, left, width, thick, centre } = layout;
  const foot = footing(figure, size.id === 'card' ? [] : sentencesOf(words.footing), {
    size,
    left: frame.left,
    top: bottom,
    pen,
  });
  const page = canvasOf(frame, size.width, foot.bottom);
  return {
    width: page.width,
    height: page.height,
    bottom: foot.bottom,
    config: {
      type: 'bar',
      data: { datasets: stackedBars(rows, thick, colour) },
      options: {
        ...stillOptions({ left: 0, top: 0, right: 0, bottom: 0 }),
        indexAxis: 'y',
        scales: {
          x: { type: 'linear', min: 0, max: page.width, display: false },
          y: { type: 'linear', min: 0, max: page.height, reverse: true, offset: false, display: false },
        },
      },
      plugins: [
        paint('over', 'stack-bars', ({ ctx }) => {
          for (const { segments, barTop } of rows)
            for (const segment of segments) drawSegment(ctx, segment, { top: barTop, thick, size, colour });
          if (centre !== undefined) drawCentre(ctx, centre);
        }),
        paint('over', 'stack-words', ({ ctx }) => {
          for (const row of rows) drawRow(ctx, row);
          foot.draw(ctx);
        }),
      ],
    },
  };

  /** The middle that all bars straddle; where a number stands on it, only above and under the bar. */
  function drawCentre(ctx: CanvasRenderingContext2D, x: number): void {
    ctx.save();
    ctx.strokeStyle = colour['ink-2'];
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    for (const { segments, barTop } of rows) {
      const met = segments.some(
        ({ textX, textWidth }) => textX !== undefined && x > textX - 3 && x < textX + textWidth + 3,
      );
      if (segments.length === 0) continue;
      const [top, foot] = [barTop - 4, barTop + thick + 4];
      for (const [from, to] of met
        ? [[top, barTop] as const, [foot - 4, foot] as const]
        : [[top, foot] as const]) {
        ctx.moveTo(x, from);
        ctx.lineTo(x, to);
      }
    }
    ctx.stroke();
    ctx.restore();
  }

  function drawRow(ctx: CanvasRenderingContext2D, row: StackRow): void {
    const { series, lines, sum, names, barTop, leftOut } = row;
    const { side } = series;
    const type = beside ? size.label : size.heading;
    const [head] = lines;
    if (head !== undefined) {
      const mark = { x: frame.left + type * 0.36, y: head.y - type * 0.33, size: type * 0.72, colour };
      sideMark(ctx, side, mark);
    }
    for (const { text, facts, y } of lines) {
      const runs = [
        ...(text === '' ? [] : [{ text, weight: 600 as const, colour: sideColour(side, colour) }]),
        ...(facts === '' ? [] : [{ text: text === '' ? facts : ` ${facts}`, colour: colour['ink-2'] }]),
      ];
      writeLabel(ctx, { x: frame.left + type * 1.15, y, size: type, runs });
    }
    if (isWithheld(series)) {
      const box = { x: left, y: barTop, width, height: thick };
      withheldBox(ctx, box, { because: series.because, size: size.label, colour });
      return;
    }
    drawNames(ctx, names, barTop, { size, colour });
    if (sum !== undefined) writeLabel(ctx, sum);
    for (const { text, y } of leftOut) {
      const runs = [{ text, colour: colour['ink-2'] }];
      writeLabel(ctx, { x: left, y, size: size.small, runs });
    }
  }
}
