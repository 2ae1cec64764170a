import type { Diverging, Ladder } from '../../figures/ladderFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import type { Words } from '../../words/words.ts';
import { hiddenAxis } from '../canvas/axes.ts';
import type { Drawing, Frame } from '../canvas/drawing.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { rowChart } from '../canvas/rowChart.ts';
import { footing, hatchingOn, sentencesOf } from '../marks/footing.ts';
import { sideColour, sideMark } from '../marks/sideMark.ts';
import { strokeLines, type Line } from '../marks/strokes.ts';
import { unshown } from '../marks/unshown.ts';
import { paintNames } from './paintNames.ts';
import { paintPart } from './paintPart.ts';
import { stackedBars } from './stackedBars.ts';
import { stackLayout, type StackLayout, type StackRow } from './stackLayout.ts';

/**
 * Stacked bars close under each other: five points that straddle the middle of the third, so that leaning one way or
 * the other can be seen; or, on a card, a ladder with more bars than its usual form has room for.
 */
export function stack(figure: Diverging | Ladder, words: Words, frame: Frame, pen: Pen): Drawing {
  const { colour, size } = pen;
  const straddling = figure.form === 'diverging' && figure.straddles;
  const room = frame.height === undefined ? Infinity : frame.top + frame.height;
  const over = stackLayout(figure.series, { straddling, beside: false }, frame, pen);
  const layout =
    over.bottom > room ? stackLayout(figure.series, { straddling, beside: true }, frame, pen) : over;
  const { rows, bottom, left, width, low, high, thick } = layout;
  const sentences =
    size.id === 'card' ? hatchingOn(words.footing, room - bottom, pen) : sentencesOf(words.footing);
  // What is not explained is not hatched.
  const hatched = words.footing.hatching !== undefined && sentences.includes(words.footing.hatching);
  const foot = footing(figure, sentences, { left: frame.left, top: bottom }, pen);
  return rowChart({
    frame,
    size,
    bottom: foot.bottom,
    plot: { left, top: frame.top, right: left + width, bottom },
    x: hiddenAxis(-low, high),
    datasets: stackedBars(rows, thick, colour),
    over: (ctx) => {
      for (const { parts, barTop } of rows)
        for (const part of parts)
          paintPart(ctx, { ...part, wide: part.wide && hatched }, { top: barTop, thick }, pen);
      paintCentre(ctx, layout, colour['ink-2']);
      for (const row of rows) paintRow(ctx, row, layout, frame.left, pen);
      foot.draw(ctx);
    },
  });
}

/** The middle that all bars straddle; where a number stands on it, only above and under the bar. */
function paintCentre(
  ctx: CanvasRenderingContext2D,
  { rows, centre: x, thick }: StackLayout,
  stroke: string,
): void {
  if (x === undefined) return;
  const lines = rows.flatMap(({ parts, barTop }): readonly Line[] => {
    if (parts.length === 0) return [];
    const isMet = parts.some(
      ({ textX, textWidth }) => textX !== undefined && x > textX - 3 && x < textX + textWidth + 3,
    );
    const [top, bottom] = [barTop, barTop + thick];
    if (!isMet) return [[x, top - 4, x, bottom + 4]];
    return [
      [x, top - 4, x, top],
      [x, bottom, x, bottom + 4],
    ];
  });
  ctx.save();
  ctx.setLineDash([2, 3]);
  strokeLines(ctx, { stroke }, lines);
  ctx.restore();
}

function paintRow(
  ctx: CanvasRenderingContext2D,
  { series, lines, sum, names, barTop, leftOut }: StackRow,
  { type, left, width, thick }: StackLayout,
  namesLeft: number,
  pen: Pen,
): void {
  const { colour, size } = pen;
  const { side } = series;
  const [head] = lines;
  if (head !== undefined) {
    const mark = { x: namesLeft + type * 0.36, y: head.y - type * 0.33, size: type * 0.72, colour };
    sideMark(ctx, side, mark);
  }
  for (const { text, facts, y } of lines) {
    const runs = [
      ...(text === '' ? [] : [{ text, weight: 600 as const, colour: sideColour(side, colour) }]),
      ...(facts === '' ? [] : [{ text: text === '' ? facts : ` ${facts}`, colour: colour['ink-2'] }]),
    ];
    writeLabel(ctx, { x: namesLeft + type * 1.15, y, size: type, runs });
  }
  if (isWithheld(series)) {
    const box = { x: left, y: barTop, width, height: thick };
    unshown(ctx, series, box, { size: size.label }, pen);
    return;
  }
  paintNames(ctx, names, barTop, pen);
  if (sum !== undefined) writeLabel(ctx, sum);
  for (const { text, y } of leftOut) {
    const runs = [{ text, colour: colour['ink-2'] }];
    writeLabel(ctx, { x: left, y, size: size.small, runs });
  }
}
