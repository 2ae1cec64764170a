import type { SideId } from '../../survey/question.ts';
import { isWideRange } from '../../statistics/precision.ts';
import { canvasOf, paint, stillOptions, type Drawing, type Frame } from '../canvas/drawing.ts';
import type { Dumbbell, DumbbellRow } from '../../figures/dumbbellFigure.ts';
import { dumbbellLayout, type PlacedDumbbell } from './dumbbellLayout.ts';
import { isWithheld, type Share, type Withheld } from '../../figures/parts.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { besideMark, type Place } from '../gap/gapMarks.ts';
import { hatch } from '../marks/hatch.ts';
import { labelWidth, writeLabel } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { scaleEnd } from '../canvas/scaleEnd.ts';
import { shareLabel } from '../marks/shareLabel.ts';
import { sideColour } from '../marks/sideMark.ts';
import { drawSides, type SideBases } from '../marks/sidesLine.ts';
import { axisHeight, insetOf, type Size } from '../canvas/size.ts';
import { shareAxis } from '../canvas/shareAxis.ts';
import { whisker } from '../marks/whisker.ts';
import { withheldBox } from '../marks/withheldBox.ts';
import type { Words } from '../../words/words.ts';

const sides = ['job_seeker', 'employer'] as const;

/** What one side gave as its answer in a row. */
const of = (row: DumbbellRow, side: SideId): Share | Withheld =>
  side === 'job_seeker' ? row.seeker : row.employer;

/**
 * Both sides’ shares of the same answer on one scale: job seekers round, employers square, each with its range, and a
 * thin line from one to the other.
 */
export function dumbbell(figure: Dumbbell, words: Words, size: Size, frame: Frame, pen: Pen): Drawing {
  const { colour } = pen;
  const u = size.unit;
  const { rows, sidesY, top, bottom, column } = dumbbellLayout(
    figure.rows,
    basesOf(figure.rows),
    size,
    frame,
    pen.measure,
  );
  const shown = figure.rows
    .flatMap((row) => sides.map((side) => of(row, side)))
    .filter((value): value is Share => !isWithheld(value));
  const max = roomyEnd(figure.rows, column, size, pen);
  // A card prints every share and has no room for a scale.
  const axis = size.id === 'card' ? 0 : axisHeight(size);
  const foot = footing(figure, size.id === 'card' ? [] : sentencesOf(words.footing), {
    size,
    left: frame.left,
    top: bottom + axis,
    pen,
  });
  const page = canvasOf(frame, size.width, foot.bottom);
  const inset = insetOf(size);
  const yOf = (row: PlacedDumbbell, side: SideId) => (side === 'job_seeker' ? row.seekerY : row.employerY);
  return {
    width: page.width,
    height: page.height,
    bottom: foot.bottom,
    config: {
      type: 'scatter',
      data: {
        datasets: sides.map((side) => ({
          type: 'scatter',
          data: rows.flatMap((row) => {
            const value = of(row.row, side);
            return isWithheld(value) ? [] : [{ x: value.share, y: yOf(row, side) }];
          }),
          clip: false,
          pointRadius: (side === 'job_seeker' ? 6 : 7.5) * u,
          pointStyle: side === 'job_seeker' ? 'circle' : 'rect',
          pointBackgroundColor: sideColour(side, colour),
          pointBorderWidth: 0,
        })),
      },
      options: {
        ...stillOptions({
          left: frame.left + column,
          top,
          right: page.width - frame.left - size.width,
          bottom: page.height - bottom - axis,
        }),
        scales: {
          x: shareAxis({ max, size, colour, shown: shown.length > 0 && axis > 0, height: axis }),
          y: { type: 'linear', display: false, min: top, max: bottom, reverse: true, offset: false },
        },
      },
      plugins: [
        paint('under', 'dumbbell-lines', ({ ctx, scales: { x } }) => {
          if (x === undefined) return;
          ctx.strokeStyle = colour.line;
          ctx.lineWidth = 1;
          ctx.beginPath();
          for (const { row, seekerY, employerY } of rows) {
            if (isWithheld(row.seeker) || isWithheld(row.employer)) continue;
            ctx.moveTo(x.getPixelForValue(row.seeker.share), seekerY);
            ctx.lineTo(x.getPixelForValue(row.employer.share), employerY);
          }
          ctx.stroke();
        }),
        paint('over', 'dumbbell-words', ({ ctx, scales: { x } }) => {
          if (x === undefined) return;
          const place: Place = (share) => x.getPixelForValue(share);
          drawSides(ctx, basesOf(figure.rows), { x: frame.left, y: sidesY, size }, pen);
          for (const placed of rows) {
            for (const { text, y } of placed.lines) {
              const runs = [{ text, colour: colour.ink }];
              writeLabel(ctx, { x: frame.left + inset, y, size: size.label, halo: colour.paper, runs });
            }
            for (const side of sides) drawMark(ctx, of(placed.row, side), side, yOf(placed, side), place);
          }
          foot.draw(ctx);
        }),
      ],
    },
  };

  function drawMark(
    ctx: CanvasRenderingContext2D,
    value: Share | Withheld,
    side: SideId,
    y: number,
    place: Place,
  ): void {
    const [left, right] = [frame.left + column, frame.left + size.width];
    if (isWithheld(value)) {
      const half = 9 * u;
      const box = { x: left, y: y - half, width: right - left, height: 2 * half };
      withheldBox(ctx, box, { because: value.because, size: size.small, colour });
      return;
    }
    const [from, to] = [place(value.lo), place(value.hi)];
    const half = 4.5 * u;
    ctx.strokeStyle = sideColour(side, colour);
    ctx.lineWidth = 2;
    whisker(ctx, { from, to, y, half });
    if (isWideRange(value)) {
      ctx.lineWidth = 1;
      hatch(ctx, { x: from, y: y - half, width: to - from, height: 2 * half }, 6 * u);
    }
    const runs = shareLabel(value, side, { size, colour, n: false, terse: true });
    besideMark(ctx, from, to, y, { size, pen, right }, runs);
  }
}

/** Who answered on each side, and since when it stands: one series a side, so the same in every row. */
const basesOf = (rows: readonly DumbbellRow[]): readonly SideBases[] =>
  sides.map((side) => {
    const all = rows.map((row) => of(row, side));
    return {
      side,
      ns: all.flatMap((value) => (isWithheld(value) ? [] : [value.n])),
      asOf: all.map(({ asOf }) => asOf).find((release) => release !== undefined),
    };
  });

/** Where the scale ends: past every mark, and far enough for the words of each to have room on one side of it. */
function roomyEnd(rows: readonly DumbbellRow[], column: number, size: Size, pen: Pen): number {
  const width = size.width - column;
  const marks = rows.flatMap((row) =>
    sides.flatMap((side) => {
      const value = of(row, side);
      if (isWithheld(value)) return [];
      const runs = shareLabel(value, side, { size, colour: pen.colour, n: false, terse: true });
      return [{ ...value, words: labelWidth({ size: size.small, runs }, pen.measure) + 10 * size.unit }];
    }),
  );
  const least = scaleEnd(marks.map(({ hi }) => hi));
  const fits = (end: number) =>
    marks.every(({ lo, hi, words }) => (hi / end) * width + words <= width || (lo / end) * width >= words);
  return [least, least + 0.2, least + 0.4].find((end) => end <= 1 && fits(end)) ?? 1;
}
