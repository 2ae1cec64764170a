import { paint, stillOptions, type Drawing, type Frame } from './drawing.ts';
import { isWithheld, type Ladder } from './figure.ts';
import { footing } from './footing.ts';
import { hatch } from './hatch.ts';
import { headlineRange } from './headlineRange.ts';
import { writeLabel } from './label.ts';
import { ladderLayout, type LadderRow, type Segment } from './ladderLayout.ts';
import type { Pen } from './pen.ts';
import { count } from './percent.ts';
import { seriesHeading } from './seriesHeading.ts';
import { silenceBox } from './silenceBox.ts';
import type { Size } from './size.ts';
import type { ColourName, Palette } from './theme.ts';
import { withheldBox } from './withheldBox.ts';

const SILENCE = { fill: 'paper', text: 'ink' } as const;
const RUNGS: readonly { readonly fill: ColourName; readonly text: ColourName }[] = [
  SILENCE,
  { fill: 'rung-1', text: 'on-rung-1' },
  { fill: 'rung-2', text: 'on-rung-2' },
  { fill: 'rung-3', text: 'on-rung-3' },
  { fill: 'rung-4', text: 'on-rung-4' },
];

/**
 * The explanation ladder: a bar a series, cut by what was said. Silence is the first part and is drawn as nothing,
 * a dashed, empty box; a line under the bar adds up the parts without a reason about the person.
 * The y axis counts pixels, so that words can be given their room before the bars are drawn.
 */
export function ladder(figure: Ladder, size: Size, frame: Frame, pen: Pen): Drawing {
  const { colour } = pen;
  const { rows, bottom } = ladderLayout(figure, size, frame, pen);
  const right = frame.left + size.width;
  const hatched = rows.some(({ segments }) => segments.some(({ wide }) => wide));
  const note = hatched ? 'Hatched: wide range' : '';
  const foot = footing(figure, size.id === 'card' ? '' : note, {
    size,
    left: frame.left,
    top: bottom,
    pen,
  });
  const { width, height } = frame.page ?? { width: right + frame.left, height: foot.bottom };
  const bars = rows.flatMap((row) => row.segments.map((segment) => ({ row, segment })));
  const middle = (row: LadderRow) => row.barTop + size.bar / 2;
  return {
    width,
    height: foot.bottom,
    config: {
      type: 'bar',
      data: {
        datasets: RUNGS.slice(1).map(({ fill }, above) => ({
          data: bars
            .filter(({ segment }) => segment.rung === above + 1 && segment.width > 0)
            .map(({ row, segment }) => ({
              x: [segment.x, segment.x + segment.width] as const,
              y: middle(row),
            })),
          backgroundColor: colour[fill],
          barThickness: size.bar,
          grouped: false,
          inflateAmount: 0,
          clip: false,
        })),
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
          for (const { row, segment } of bars) drawSegment(ctx, segment, row.barTop, size, colour);
        }),
        paint('over', 'ladder-words', ({ ctx }) => {
          for (const row of rows) drawRow(ctx, row, size, frame.left);
          foot.draw(ctx);
          // The foot of a card is full: there the note stands beside the first heading.
          const noteY = rows[0]?.headingY;
          if (size.id !== 'card' || note === '' || noteY === undefined) return;
          const runs = [{ text: note, colour: colour['ink-2'] }];
          writeLabel(ctx, { x: right, y: noteY, size: size.small, align: 'right', runs });
        }),
      ],
    },
  };

  function drawRow(ctx: CanvasRenderingContext2D, row: LadderRow, of: Size, left: number): void {
    const { series, headingY, barTop } = row;
    const text = of.id === 'narrow' ? series.shortLabel : series.label;
    const n = isWithheld(series) ? undefined : count(series.n);
    const { side, asOf } = series;
    seriesHeading(ctx, { side, text, n, asOf, x: left, y: headingY, size: of.heading }, pen);
    if (isWithheld(series)) {
      const box = { x: left, y: barTop, width: of.width, height: of.bar };
      withheldBox(ctx, box, { because: series.because, size: of.label, colour });
      return;
    }
    drawNames(ctx, row, of, colour);
    headlineRange(ctx, series.headline, { row, size: of, left, pen });
    if (row.leftOut !== '') {
      const apart = row.leftOutY > row.sumY;
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

function drawSegment(
  ctx: CanvasRenderingContext2D,
  segment: Segment,
  top: number,
  size: Size,
  colour: Palette,
): void {
  const { x, width, rung, text, textX, textWidth, wide } = segment;
  const { fill, text: on } = RUNGS[rung] ?? SILENCE;
  if (width === 0) return;
  if (rung === 0) silenceBox(ctx, { x, y: top, width, height: size.bar }, colour);
  else if (wide) {
    ctx.strokeStyle = colour.paper;
    ctx.lineWidth = 1.5;
    hatch(ctx, { x, y: top, width, height: size.bar }, 9 * size.unit);
    if (textX !== undefined) {
      // A plate of the bar’s own colour, so that no line runs through the number.
      const tall = size.value * 1.5;
      ctx.fillStyle = colour[fill];
      ctx.fillRect(textX - 5, top + (size.bar - tall) / 2, textWidth + 10, tall);
    }
  }
  if (textX === undefined) return;
  writeLabel(ctx, {
    x: textX,
    y: top + size.bar / 2 + size.value * 0.35,
    size: size.value,
    runs: [{ text, weight: 600, colour: colour[on] }],
  });
}

function drawNames(
  ctx: CanvasRenderingContext2D,
  { names, barTop }: LadderRow,
  size: Size,
  colour: Palette,
): void {
  ctx.strokeStyle = colour['ink-2'];
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const { tick, level } of names) {
    ctx.moveTo(tick + 0.5, barTop - (6 + 17 * level) * size.unit);
    ctx.lineTo(tick + 0.5, barTop - 2);
  }
  ctx.stroke();
  for (const { text, x, align, level } of names) {
    const y = barTop - (10 + 17 * level) * size.unit;
    writeLabel(ctx, { x, y, size: size.label, align, runs: [{ text, colour: colour['ink-2'] }] });
  }
}
