import type { Gap, Implied } from '../../figures/gapFigure.ts';
import { isWithheld, type Withheld } from '../../figures/parts.ts';
import type { Words } from '../../words/words.ts';
import type { Drawing, Frame } from '../canvas/drawing.ts';
import { font, type Pen, writeLabel } from '../canvas/label.ts';
import { exactBars, points, rowChart } from '../canvas/rowChart.ts';
import { shareAxis } from '../canvas/axes.ts';
import { axisHeight } from '../canvas/size.ts';
import { footing } from '../marks/footing.ts';
import { hatch, type Line, strokeLines } from '../marks/strokes.ts';
import { rangeMark } from '../marks/rangeMark.ts';
import { seriesHeading } from '../marks/seriesHeading.ts';
import { withheldBox } from '../marks/withheldBox.ts';
import { gapLayout, type GapLayout, type PlacedStage } from './gapLayout.ts';

/**
 * What each side says of the same stage. A job seeker tells of one application, so theirs is a share: a round mark
 * with its range. An employer chose a band, so theirs is an interval, hatched and square, and has no point.
 */
export function gap(figure: Gap, words: Words, frame: Frame, pen: Pen): Drawing {
  const { colour, size } = pen;
  const u = size.unit;
  const layout = gapLayout(figure, frame, pen);
  const { rows, measures, plot, end } = layout;
  const axis = axisHeight(size);
  const top = plot.bottom + (size.id === 'card' ? 4 * u : axis);
  const sentences = sentencesFor(figure, words, plot.left - frame.left, pen);
  const foot = footing(figure, sentences, { left: frame.left, top }, pen);
  const seekers = rows.flatMap(({ seeker: { value, y } }) =>
    isWithheld(value) ? [] : [{ x: value.share, y }],
  );
  const employers = rows.flatMap(({ employer: { value, y } }) =>
    isWithheld(value) ? [] : [{ x: [value.lower, value.upper] as const, y }],
  );
  const shown = seekers.length + employers.length > 0;
  return rowChart({
    frame,
    size,
    bottom: Math.max(foot.bottom, plot.bottom + axis),
    plot,
    x: shareAxis({ max: end, size, colour, shown, height: axis }),
    axis,
    datasets: [
      { ...points(7 * u, colour.seeker, 'circle', seekers), order: 0 },
      { ...exactBars(16 * u, colour['employer-wash'], employers), order: 1 },
    ],
    over: (ctx) => {
      for (const label of measures) writeLabel(ctx, label);
      for (const row of rows) paintStage(ctx, row, layout, pen);
      foot.draw(ctx);
    },
  });
}

/** A phone has no room for more than what the axis counts, and a card for that only beside the axis. */
function sentencesFor(
  { measure: counted }: Gap,
  { footing: { axis } }: Words,
  column: number,
  { measure, size }: Pen,
): readonly string[] {
  switch (size.id) {
    case 'wide':
      return axis;
    case 'narrow':
      return axis.slice(0, -1);
    case 'card':
      return measure(counted, font(size.small)) < column ? [counted] : [];
  }
}

function paintStage(
  ctx: CanvasRenderingContext2D,
  { title, seeker, employer }: PlacedStage,
  layout: GapLayout,
  pen: Pen,
): void {
  const { place } = layout;
  const { unit } = pen.size;
  writeLabel(ctx, title);
  for (const { heading } of [seeker, employer]) seriesHeading(ctx, heading, pen);
  if (isWithheld(seeker.value)) paintWithheld(ctx, seeker.value, seeker.y, layout, pen);
  else {
    const lineWidth = 2 * Math.sqrt(unit);
    const stroke = pen.colour.seeker;
    rangeMark(ctx, seeker.value, { y: seeker.y, place, half: 5 * unit, stroke, lineWidth, unit });
  }
  if (seeker.words !== undefined) writeLabel(ctx, seeker.words);
  if (isWithheld(employer.value)) paintWithheld(ctx, employer.value, employer.y, layout, pen);
  else paintInterval(ctx, employer.value, employer.y, layout, pen);
  if (employer.words !== undefined) writeLabel(ctx, employer.words);
}

/** The interval that employers’ bands allow: hatched over its bar, with square ends. */
function paintInterval(
  ctx: CanvasRenderingContext2D,
  { lower, upper }: Implied,
  y: number,
  { place }: GapLayout,
  { colour, size: { unit } }: Pen,
): void {
  const [from, to] = [place(lower), place(upper)];
  const half = 8 * unit;
  ctx.strokeStyle = colour.employer;
  ctx.lineWidth = 2;
  hatch(ctx, { x: from, y: y - half, width: to - from, height: 2 * half }, 10 * unit);
  const ends = [from, to].map((x): Line => [x, y - half, x, y + half]);
  strokeLines(ctx, { stroke: colour.employer, width: 4 }, ends);
}

function paintWithheld(
  ctx: CanvasRenderingContext2D,
  { because }: Withheld,
  y: number,
  { plot: { left, right } }: GapLayout,
  { colour, size }: Pen,
): void {
  const half = 10 * size.unit;
  const top = size.id === 'narrow' ? y - half + 4 : y - half;
  withheldBox(
    ctx,
    { x: left, y: top, width: right - left, height: 2 * half },
    { because, size: size.small, colour },
  );
}
