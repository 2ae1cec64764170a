import { isWideRange } from '../../statistics/precision.ts';
import type { Implied } from '../../figures/gapFigure.ts';
import { isWithheld, type Share, type Withheld } from '../../figures/parts.ts';
import { hatch } from '../marks/hatch.ts';
import { labelWidth, writeLabel, type Run } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { percent, percentRange } from '../../figures/percent.ts';
import type { Size } from '../canvas/size.ts';
import { whisker } from '../marks/whisker.ts';
import { withheldBox } from '../marks/withheldBox.ts';

/** From a share to a pixel. */
export type Place = (share: number) => number;

interface Plot {
  readonly place: Place;
  readonly size: Size;
  readonly pen: Pen;
  readonly left: number;
  readonly right: number;
}

/** Draws the range of a job seekers’ share and writes it beside; Chart.js has drawn the round mark. */
export function drawSeeker(
  ctx: CanvasRenderingContext2D,
  seeker: Share | Withheld,
  y: number,
  plot: Plot,
): void {
  const { place, size, pen } = plot;
  const { colour } = pen;
  if (isWithheld(seeker)) {
    drawWithheld(ctx, seeker, y, plot);
    return;
  }
  const [from, to] = [place(seeker.lo), place(seeker.hi)];
  const half = 5 * size.unit;
  ctx.strokeStyle = colour.seeker;
  ctx.lineWidth = 2 * Math.sqrt(size.unit);
  whisker(ctx, { from, to, y, half });
  const wide = isWideRange(seeker);
  if (wide) {
    ctx.lineWidth = 1;
    hatch(ctx, { x: from, y: y - half, width: to - from, height: 2 * half }, 6 * size.unit);
  }
  const range = `${wide ? ' wide range' : ''} ${percentRange(seeker.lo, seeker.hi)}`;
  besideMark(ctx, from, to, y, plot, [
    { text: percent(seeker), weight: 600, colour: colour.seeker, size: size.value },
    { text: range, colour: colour['ink-2'] },
  ]);
}

/** Draws the interval that employers’ bands allow: hatched over the bar of Chart.js, with square ends. */
export function drawEmployer(
  ctx: CanvasRenderingContext2D,
  employer: Implied | Withheld,
  y: number,
  plot: Plot,
): void {
  const { place, size, pen } = plot;
  const { colour } = pen;
  if (isWithheld(employer)) {
    drawWithheld(ctx, employer, y, plot);
    return;
  }
  const [from, to] = [place(employer.lower), place(employer.upper)];
  const half = 8 * size.unit;
  ctx.strokeStyle = colour.employer;
  ctx.lineWidth = 2;
  hatch(ctx, { x: from, y: y - half, width: to - from, height: 2 * half }, 10 * size.unit);
  ctx.lineWidth = 4;
  ctx.beginPath();
  for (const x of [from, to]) {
    ctx.moveTo(x, y - half);
    ctx.lineTo(x, y + half);
  }
  ctx.stroke();
  const text = percentRange(employer.lower, employer.upper);
  besideMark(ctx, from, to, y, plot, [{ text, weight: 600, colour: colour.employer, size: size.value }]);
}

function drawWithheld(ctx: CanvasRenderingContext2D, { because }: Withheld, y: number, plot: Plot): void {
  const { size, pen, left, right } = plot;
  const half = 10 * size.unit;
  const box = {
    x: left,
    y: size.id === 'narrow' ? y - half + 4 : y - half,
    width: right - left,
    height: 2 * half,
  };
  withheldBox(ctx, box, { because, size: size.small, colour: pen.colour });
}

/** Writes to the right of a mark where there is room, else to its left. */
export function besideMark(
  ctx: CanvasRenderingContext2D,
  from: number,
  to: number,
  y: number,
  { size, pen, right }: Pick<Plot, 'size' | 'pen' | 'right'>,
  runs: readonly Run[],
): void {
  const away = 10 * size.unit;
  const label = { y: y + size.value * 0.34, size: size.small, halo: pen.colour.paper, runs };
  const fits = to + away + labelWidth(label, pen.measure) <= right;
  writeLabel(ctx, fits ? { ...label, x: to + away } : { ...label, x: from - away, align: 'right' });
}
