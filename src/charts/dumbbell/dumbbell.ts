import type { Dumbbell } from '../../figures/dumbbellFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import type { Words } from '../../words/words.ts';
import type { Drawing, Frame } from '../canvas/drawing.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { points, rowChart } from '../canvas/rowChart.ts';
import { shareAxis } from '../canvas/axes.ts';
import { axisHeight } from '../canvas/size.ts';
import { footing, hatchingOn, sentencesOf } from '../marks/footing.ts';
import { rangeMark } from '../marks/rangeMark.ts';
import { seriesHeading } from '../marks/seriesHeading.ts';
import { sideColour, sideMark } from '../marks/sideMark.ts';
import { strokeLines, type Line } from '../marks/strokes.ts';
import { unshown } from '../marks/unshown.ts';
import { dumbbellLayout, type DumbbellLayout, type PlacedShare } from './dumbbellLayout.ts';

/**
 * Both sides’ shares of the same answer on one scale: job seekers round, employers square, each with its range, and a
 * thin line from one to the other.
 */
export function dumbbell(figure: Dumbbell, words: Words, frame: Frame, pen: Pen): Drawing {
  const { colour, size } = pen;
  const layout = dumbbellLayout(figure, frame, pen);
  const { sides, rows, plot, end } = layout;
  const marks = rows.flatMap((row) => row.marks);
  // A card prints every share and has no room for a scale.
  const axis = size.id === 'card' ? 0 : axisHeight(size);
  const room = frame.height === undefined ? Infinity : frame.top + frame.height - plot.bottom;
  const sentences = size.id === 'card' ? hatchingOn(words.footing, room, pen) : sentencesOf(words.footing);
  const foot = footing(figure, sentences, { left: frame.left, top: plot.bottom + axis }, pen);
  const shown = axis > 0 && !marks.every(({ value }) => isWithheld(value));
  const datasetOf = (side: PlacedShare['side'], radius: number, shape: 'circle' | 'rect') =>
    points(
      radius * size.unit,
      sideColour(side, colour),
      shape,
      marks.flatMap(({ side: of, value, y }) =>
        of === side && !isWithheld(value) ? [{ x: value.share, y }] : [],
      ),
    );
  return rowChart({
    frame,
    size,
    bottom: foot.bottom,
    plot,
    x: shareAxis({ max: end, size, colour, shown, height: axis }),
    axis,
    datasets: [datasetOf('job_seeker', 6, 'circle'), datasetOf('employer', 7.5, 'rect')],
    under: (ctx) => {
      strokeLines(ctx, { stroke: colour.line }, linesOf(layout));
    },
    over: (ctx) => {
      for (const heading of sides) seriesHeading(ctx, heading, pen);
      for (const row of rows) {
        for (const name of row.names) writeLabel(ctx, name);
        for (const mark of row.marks) paintMark(ctx, mark, layout, pen);
      }
      foot.draw(ctx);
    },
  });
}

/** From one side’s share to the other’s, where both are shown. */
const linesOf = ({ rows, place }: DumbbellLayout): readonly Line[] =>
  rows.flatMap(({ marks }) => {
    const ends = marks.flatMap(({ value, y }) => (isWithheld(value) ? [] : [{ x: place(value.share), y }]));
    const [from, to] = ends;
    return from === undefined || to === undefined ? [] : [[from.x, from.y, to.x, to.y] as const];
  });

function paintMark(
  ctx: CanvasRenderingContext2D,
  { side, value, y, words }: PlacedShare,
  { plot: { left, right }, place }: DumbbellLayout,
  pen: Pen,
): void {
  const { colour, size } = pen;
  const u = size.unit;
  if (isWithheld(value)) {
    const mark = size.small * 0.72;
    sideMark(ctx, side, { x: left + mark, y, size: mark, colour });
    const x = left + 2.2 * mark;
    // A box that says nothing leaves no room for words.
    const width = value.because === '' ? right - x : 26 * u;
    const box = { x, y: y - 6 * u, width, height: 12 * u };
    unshown(ctx, value, box, { size: size.small, beside: true, room: right - x }, pen);
    return;
  }
  rangeMark(ctx, value, {
    y,
    place,
    half: 4.5 * u,
    stroke: sideColour(side, colour),
    lineWidth: 2,
    unit: u,
  });
  if (words !== undefined) writeLabel(ctx, words);
}
