import type { Ladder } from '../../figures/ladderFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import type { Words } from '../../words/words.ts';
import { hiddenAxis } from '../canvas/axes.ts';
import type { Drawing, Frame } from '../canvas/drawing.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { rowChart } from '../canvas/rowChart.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { seriesHeading } from '../marks/seriesHeading.ts';
import { unshown } from '../marks/unshown.ts';
import { headingOf, ladderLayout, type LadderRow } from './ladderLayout.ts';
import { paintNames } from './paintNames.ts';
import { paintPart } from './paintPart.ts';
import { stackedBars } from './stackedBars.ts';
import { sumRange } from './sumRange.ts';

/**
 * A bar a series, cut by what was answered. Silence is drawn as nothing, a dashed, empty box; a line under the bar adds
 * up the parts that it is read for.
 */
export function ladder(figure: Ladder, words: Words, frame: Frame, usual: Pen): Drawing {
  const { left, top } = frame;
  const isCard = usual.size.id === 'card';
  // One bar alone takes the room of two: a feed shows a card at half its size.
  const isTall = isCard && figure.series.length === 1;
  const pen = isTall ? { ...usual, size: { ...usual.size, bar: 2 * usual.size.bar } } : usual;
  const { colour, size } = pen;
  const { rows, bottom } = ladderLayout(figure, frame, pen);
  const right = left + size.width;
  const sentences = isCard ? [] : sentencesOf(words.footing);
  const foot = footing(figure, sentences, { left, top: bottom }, pen);
  const { hatching } = words.footing;
  const noteY = rows[0]?.headingY;
  return rowChart({
    frame,
    size,
    bottom: foot.bottom,
    plot: { left, top, right, bottom },
    x: hiddenAxis(0, 1),
    datasets: stackedBars(rows, size.bar, colour),
    over: (ctx) => {
      for (const { parts, barTop } of rows)
        for (const part of parts) paintPart(ctx, part, { top: barTop, thick: size.bar }, pen);
      for (const row of rows) paintRow(ctx, row, left, pen);
      foot.draw(ctx);
      // The foot of a card is full: there the note stands beside the first heading.
      if (!isCard || hatching === undefined || noteY === undefined) return;
      const runs = [{ text: hatching, colour: colour['ink-2'] }];
      writeLabel(ctx, { x: right, y: noteY, size: size.small, align: 'right', runs });
    },
  });
}

function paintRow(ctx: CanvasRenderingContext2D, row: LadderRow, left: number, pen: Pen): void {
  const { series, headingY, barTop, leftOut, leftOutY } = row;
  const { colour, size } = pen;
  seriesHeading(ctx, { ...headingOf(series, size), x: left, y: headingY }, pen, row.drop);
  if (isWithheld(series)) {
    const box = { x: left, y: barTop, width: size.width, height: size.bar };
    unshown(ctx, series, box, { size: size.label }, pen);
    return;
  }
  paintNames(ctx, row.names, barTop, pen);
  sumRange(ctx, series, row, left, pen);
  // Words of a sum from the right stand on the right.
  const apart = leftOutY > row.sumY || series.sumFrom === 'end';
  for (const [i, text] of leftOut.entries())
    writeLabel(ctx, {
      x: apart ? left : left + size.width,
      y: leftOutY + i * size.small * 1.25,
      size: size.small,
      align: apart ? 'left' : 'right',
      runs: [{ text, colour: colour['ink-2'] }],
    });
}
