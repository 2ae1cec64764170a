import type { Gap, Implied } from '../../figures/gapFigure.ts';
import { isWithheld, type Withheld } from '../../figures/parts.ts';
import type { Words } from '../../words/words.ts';
import type { Drawing, Frame } from '../canvas/drawing.ts';
import { font, type Pen, writeLabel } from '../canvas/label.ts';
import { exactBars, points, rowChart } from '../canvas/rowChart.ts';
import { shareAxis } from '../canvas/axes.ts';
import { axisHeight } from '../canvas/size.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { type Line, strokeLines, whisker } from '../marks/strokes.ts';
import { rangeMark } from '../marks/rangeMark.ts';
import { seriesHeading } from '../marks/seriesHeading.ts';
import { unshown } from '../marks/unshown.ts';
import { gapLayout, type GapLayout, type PlacedStage } from './gapLayout.ts';

/**
 * What each side says of the same stage. A job seeker tells of one application, so theirs is a share: a round mark
 * with its range. An employer chose a band, so theirs is an interval, a pale box with square ends, and has no point.
 */
export function gap(figure: Gap, words: Words, frame: Frame, pen: Pen): Drawing {
  const { colour, size } = pen;
  const layout = gapLayout(figure, frame, pen);
  const { rows, plot, end } = layout;
  const axis = axisHeight(size);
  const sentences = sentencesFor(words, pen);
  // On a card the title of the axis stands left of its numbers where there is room.
  const titleWidth = pen.measure(sentences.join(' '), font(size.small));
  const beside = size.id === 'card' && titleWidth < plot.left - frame.left;
  const top = beside ? plot.bottom + 4 * size.unit : plot.bottom + axis;
  const foot = footing(figure, sentences, { left: frame.left, top }, pen);
  const seekers = rows.flatMap(({ seeker: { value, y } }) =>
    isWithheld(value) ? [] : [{ x: value.share, y }],
  );
  const employers = rows.flatMap(({ employer }) =>
    employer === undefined || isWithheld(employer.value)
      ? []
      : [{ x: [employer.value.lower, employer.value.upper] as const, y: employer.y }],
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
      { ...points(7 * size.unit, colour.seeker, 'circle', seekers), order: 0 },
      { ...exactBars(16 * size.unit, colour['employer-wash'], employers), order: 1 },
    ],
    over: (ctx) => {
      for (const row of rows) paintStage(ctx, row, layout, pen);
      foot.draw(ctx);
    },
  });
}

/** A card has no room for more than what the axis counts and what is hatched. */
const sentencesFor = ({ footing }: Words, { size }: Pen): readonly string[] => {
  if (size.id !== 'card') return sentencesOf(footing);
  const { axis, hatching } = footing;
  return sentencesOf({ axis: axis.slice(0, 1), ...(hatching !== undefined && { hatching }) });
};

function paintStage(
  ctx: CanvasRenderingContext2D,
  { title, seeker, employer }: PlacedStage,
  layout: GapLayout,
  pen: Pen,
): void {
  const { place } = layout;
  const { unit } = pen.size;
  writeLabel(ctx, title);
  seriesHeading(ctx, seeker.heading, pen);
  if (isWithheld(seeker.value)) paintWithheld(ctx, seeker.value, seeker.y, layout, pen);
  else {
    const lineWidth = 2 * Math.sqrt(unit);
    const stroke = pen.colour.seeker;
    rangeMark(ctx, seeker.value, { y: seeker.y, place, half: 5 * unit, stroke, lineWidth, unit });
  }
  if (seeker.words !== undefined) writeLabel(ctx, seeker.words);
  if (employer === undefined) return;
  seriesHeading(ctx, employer.heading, pen);
  if (isWithheld(employer.value)) paintWithheld(ctx, employer.value, employer.y, layout, pen);
  else paintInterval(ctx, employer.value, employer.y, layout, pen);
  if (employer.words !== undefined) writeLabel(ctx, employer.words);
}

/** The interval that employers’ bands allow: a pale box between thick ends, and a line through it to where chance could move them. */
function paintInterval(
  ctx: CanvasRenderingContext2D,
  { lower, upper, range }: Implied,
  y: number,
  { place }: GapLayout,
  { colour, size: { unit } }: Pen,
): void {
  const [from, to] = [place(lower), place(upper)];
  const half = 8 * unit;
  const ends = [from, to].map((x): Line => [x, y - half, x, y + half]);
  strokeLines(ctx, { stroke: colour.employer }, [
    [from, y - half, to, y - half],
    [from, y + half, to, y + half],
  ]);
  strokeLines(ctx, { stroke: colour.employer, width: 4 }, ends);
  whisker(
    ctx,
    { stroke: colour.employer, width: 2 },
    { from: place(range.lo), to: place(range.hi), y, half: half / 2 },
  );
}

function paintWithheld(
  ctx: CanvasRenderingContext2D,
  value: Withheld,
  y: number,
  { plot: { left, right } }: GapLayout,
  pen: Pen,
): void {
  const half = 10 * pen.size.unit;
  const top = pen.size.id === 'narrow' ? y - half + 4 : y - half;
  unshown(
    ctx,
    value,
    { x: left, y: top, width: right - left, height: 2 * half },
    { size: pen.size.small },
    pen,
  );
}
