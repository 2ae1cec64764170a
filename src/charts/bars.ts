import type { Bars } from './barsFigure.ts';
import { barsLayout, type BarsLayout, type PlacedBar, type PlacedBarGroup } from './barsLayout.ts';
import { oneRowFewer } from './barsOnCard.ts';
import { barWhiskers } from './barWhiskers.ts';
import { paint, stillOptions, type Drawing, type Frame } from './drawing.ts';
import { isWithheld } from './figure.ts';
import { footing } from './footing.ts';
import { hatch } from './hatch.ts';
import { font, writeLabel } from './label.ts';
import type { Pen } from './pen.ts';
import { sideColour, sideMark } from './sideMark.ts';
import { drawSides } from './sidesLine.ts';
import type { Size } from './size.ts';
import { isWideRange } from '../statistics/precision.ts';
import { withheldBox } from './withheldBox.ts';

/**
 * Bars from nought with their ranges, each beside its name. The axes count pixels, so that words are given their room
 * before the bars are drawn; there is no printed scale, because every bar prints its share.
 */
export function bars(figure: Bars, size: Size, frame: Frame, pen: Pen): Drawing {
  const { colour } = pen;
  const u = size.unit;
  const { groups, bottom, zero, markRoom, perShare, thick, leftOut } = fitted(figure, size, frame, pen);
  const right = frame.left + size.width;
  const all = groups.flatMap(({ rows }) => rows.flatMap((row) => row.bars));
  const foot = footing(figure, footNote(all, leftOut), { size, left: frame.left, top: bottom + 6 * u, pen });
  const { width, height } = frame.page ?? { width: right + frame.left, height: foot.bottom };
  const place = (share: number) => zero + share * perShare;
  return {
    width,
    height: foot.bottom,
    config: {
      type: 'bar',
      data: {
        datasets: (['job_seeker', 'employer'] as const).map((side) => ({
          data: all.flatMap(({ side: of, value, y }) =>
            of === side && !isWithheld(value) && value.x > 0
              ? [{ x: [zero, place(value.share)] as const, y }]
              : [],
          ),
          backgroundColor: sideColour(side, colour),
          barThickness: thick,
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
        paint('over', 'bars', ({ ctx }) => {
          for (const group of groups) drawGroup(ctx, group);
          foot.draw(ctx);
        }),
      ],
    },
  };

  function drawGroup(ctx: CanvasRenderingContext2D, group: PlacedBarGroup): void {
    drawHeading(ctx, group);
    drawZero(ctx, group);
    for (const { lines, bars: placed } of group.rows) {
      const phone = size.id === 'narrow';
      for (const { text, y } of lines) {
        const x = phone ? frame.left : zero - markRoom - 12 * u;
        const runs = [{ text, colour: colour.ink }];
        writeLabel(ctx, { x, y, size: size.label, align: phone ? 'left' : 'right', runs });
      }
      for (const bar of placed) drawBar(ctx, bar);
    }
    const shown = group.rows.flatMap((row) =>
      row.bars.flatMap(({ value, y }) =>
        isWithheld(value) ? [] : [{ from: place(value.lo), to: place(value.hi), end: place(value.share), y }],
      ),
    );
    barWhiskers(ctx, shown, Math.min(5 * u, thick / 2 - 1), colour);
  }

  /** The line that all bars of a group begin at; on a phone their names lie between, and it stops for them. */
  function drawZero(ctx: CanvasRenderingContext2D, { top, bottom: end, rows }: PlacedBarGroup): void {
    const stretches =
      size.id === 'narrow'
        ? rows.map(
            ({ bars: [first, ...more] }) =>
              [(first?.y ?? 0) - thick / 2, ((more.at(-1) ?? first)?.y ?? 0) + thick / 2] as const,
          )
        : [[top, end] as const];
    ctx.strokeStyle = colour.line;
    ctx.lineWidth = 1;
    ctx.beginPath();
    for (const [from, to] of stretches) {
      ctx.moveTo(zero - 0.5, from);
      ctx.lineTo(zero - 0.5, to);
    }
    ctx.stroke();
  }

  function drawHeading(
    ctx: CanvasRenderingContext2D,
    { label, labelY, sidesX, sidesY, sides }: PlacedBarGroup,
  ): void {
    if (label !== '') {
      const runs = [{ text: label, weight: 600 as const, colour: colour.ink }];
      writeLabel(ctx, { x: frame.left, y: labelY, size: size.heading, runs });
    }
    drawSides(ctx, sides, { x: sidesX, y: sidesY, size }, pen);
  }

  function drawBar(ctx: CanvasRenderingContext2D, { side, y, value, marked, runs }: PlacedBar): void {
    // Two bars of a row differ by more than hue, and by more than which is the upper.
    if (marked) sideMark(ctx, side, { x: zero - markRoom / 2, y, size: Math.min(8 * u, thick), colour });
    if (isWithheld(value)) {
      // A box too low for its words has them beside it, where a bar has its share.
      const low = thick < size.small * 1.3;
      const words = pen.measure(value.because, font(size.small)) + size.small * 0.5;
      const wide = low ? Math.max(14, Math.min(40 * u, right - zero - words)) : right - zero;
      const box = { x: zero, y: y - thick / 2, width: wide, height: thick };
      withheldBox(ctx, box, { because: value.because, size: size.small, colour, beside: low });
      return;
    }
    const [to, end] = [place(value.hi), place(value.share)];
    if (isWideRange(value)) {
      ctx.strokeStyle = colour.paper;
      ctx.lineWidth = 1.5;
      // Up to its own range, so that no line runs into the whisker.
      hatch(
        ctx,
        { x: zero, y: y - thick / 2, width: Math.min(place(value.lo), end) - zero, height: thick },
        7 * u,
      );
    }
    writeLabel(ctx, { x: to + 8 * u, y: y + size.value * 0.34, size: size.value, runs });
  }
}

/** A card’s last line needs room that its rows must leave; rows that have none are left to the page. */
function fitted(figure: Bars, size: Size, frame: Frame, pen: Pen, dropped = 0): BarsLayout {
  const layout = barsLayout(figure, size, frame, pen);
  if (frame.height === undefined) return layout;
  const noted = dropped > 0 || footNote(barsIn(layout), layout.leftOut) !== '';
  const height = frame.height - (noted ? 26 * size.unit : 0);
  const fits = ({ bottom }: BarsLayout) => bottom <= frame.top + height;
  const closer = (closeness: number) => barsLayout(figure, size, { ...frame, height }, pen, closeness);
  const placed = [1, 0.9, 0.8].map(closer).find(fits) ?? closer(0);
  const fewer = oneRowFewer(figure);
  if (fewer === null || fits(placed)) return { ...placed, leftOut: placed.leftOut + dropped };
  return fitted(fewer, size, frame, pen, dropped + 1);
}

const barsIn = ({ groups }: BarsLayout): readonly PlacedBar[] =>
  groups.flatMap(({ rows }) => rows.flatMap((row) => row.bars));

function footNote(all: readonly PlacedBar[], leftOut: number): string {
  const shown = all.flatMap(({ value }) => (isWithheld(value) ? [] : [value]));
  return [
    ...(shown.some(isWideRange) ? ['Hatched: wide range'] : []),
    ...(shown.some(({ bounds }) => bounds !== undefined)
      ? ['Bounds: had all who did not say said no, or yes']
      : []),
    ...(leftOut > 0 ? [`${leftOut} more ${leftOut === 1 ? 'row' : 'rows'} on the page`] : []),
  ].join('. ');
}
