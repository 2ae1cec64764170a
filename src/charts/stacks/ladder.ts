import { drawNames } from './drawNames.ts';
import { drawSegment } from './drawSegment.ts';
import { canvasOf, paint, stillOptions, type Drawing, type Frame } from '../canvas/drawing.ts';
import type { Ladder } from '../../figures/ladderFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { sumRange } from './sumRange.ts';
import { writeLabel } from '../canvas/label.ts';
import { headingOf, ladderLayout, type LadderRow } from './ladderLayout.ts';
import type { Pen } from '../canvas/pen.ts';
import { seriesHeading } from '../marks/seriesHeading.ts';
import type { Size } from '../canvas/size.ts';
import { stackedBars } from './stackedBars.ts';
import { withheldBox } from '../marks/withheldBox.ts';
import type { Words } from '../../words/words.ts';

/**
 * A bar a series, cut by what was answered. Silence is drawn as nothing, a dashed, empty box; a line under the bar adds
 * up the parts that it is read for.
 * The y axis counts pixels, so that words can be given their room before the bars are drawn.
 */
export function ladder(figure: Ladder, words: Words, drawn: Size, frame: Frame, pen: Pen): Drawing {
  const { colour } = pen;
  // One bar alone takes the room of two: a feed shows a card at half its size.
  const alone = drawn.id === 'card' && figure.series.length === 1;
  const size = alone ? { ...drawn, bar: 2 * drawn.bar } : drawn;
  const { rows, bottom } = ladderLayout(figure, size, frame, pen);
  const right = frame.left + size.width;
  const foot = footing(figure, size.id === 'card' ? [] : sentencesOf(words.footing), {
    size,
    left: frame.left,
    top: bottom,
    pen,
  });
  const { width, height } = canvasOf(frame, size.width, foot.bottom);
  const bars = rows.flatMap((row) => row.segments.map((segment) => ({ row, segment })));
  return {
    width,
    height,
    bottom: foot.bottom,
    config: {
      type: 'bar',
      data: {
        datasets: stackedBars(rows, size.bar, colour),
      },
      options: {
        ...stillOptions({ left: 0, top: 0, right: 0, bottom: 0 }),
        indexAxis: 'y',
        scales: {
          x: { type: 'linear', min: 0, max: width, display: false },
          y: { type: 'linear', min: 0, max: height, reverse: true, offset: false, display: false },
        },
      },
      plugins: [
        paint('over', 'ladder-bars', ({ ctx }) => {
          for (const { row, segment } of bars)
            drawSegment(ctx, segment, { top: row.barTop, thick: size.bar, size, colour });
        }),
        paint('over', 'ladder-words', ({ ctx }) => {
          for (const row of rows) drawRow(ctx, row, size, frame.left);
          foot.draw(ctx);
          // The foot of a card is full: there the note stands beside the first heading.
          const noteY = rows[0]?.headingY;
          const note = words.footing.hatching;
          if (size.id !== 'card' || note === undefined || noteY === undefined) return;
          const runs = [{ text: note, colour: colour['ink-2'] }];
          writeLabel(ctx, { x: right, y: noteY, size: size.small, align: 'right', runs });
        }),
      ],
    },
  };

  function drawRow(ctx: CanvasRenderingContext2D, row: LadderRow, of: Size, left: number): void {
    const { series, headingY, barTop } = row;
    seriesHeading(ctx, { ...headingOf(series, of), x: left, y: headingY }, pen, row.drop);
    if (isWithheld(series)) {
      const box = { x: left, y: barTop, width: of.width, height: of.bar };
      withheldBox(ctx, box, { because: series.because, size: of.label, colour });
      return;
    }
    drawNames(ctx, row.names, barTop, { size: of, colour });
    sumRange(ctx, series, { row, size: of, left, pen });
    if (row.leftOut !== '') {
      // Words of a sum from the right stand on the right.
      const apart = row.leftOutY > row.sumY || series.sumFrom === 'end';
      writeLabel(ctx, {
        x: apart ? left : right,
        y: row.leftOutY,
        size: of.small,
        align: apart ? 'left' : 'right',
        runs: [{ text: row.leftOut, colour: colour['ink-2'] }],
      });
    }
  }
}
