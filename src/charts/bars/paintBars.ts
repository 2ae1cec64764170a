import type { BarsLayout, PlacedBar, PlacedBarGroup } from './barsLayout.ts';
import { barWhiskers } from './barWhiskers.ts';
import { isWithheld } from '../../figures/parts.ts';
import { hatch } from '../marks/hatch.ts';
import { font, writeLabel } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { sideMark } from '../marks/sideMark.ts';
import { drawSides } from '../marks/sidesLine.ts';
import type { Size } from '../canvas/size.ts';
import { isWideRange } from '../../statistics/precision.ts';
import { withheldBox } from '../marks/withheldBox.ts';

/** Paints what Chart.js does not know of bars: headings, names, the line at nought, hatching, blanks, ranges and shares. */
export function paintBars(
  ctx: CanvasRenderingContext2D,
  layout: BarsLayout,
  { size, left, pen }: { readonly size: Size; readonly left: number; readonly pen: Pen },
): void {
  const { colour } = pen;
  const u = size.unit;
  const { zero, markRoom, perShare, thick } = layout;
  const right = left + size.width;
  const place = (share: number) => zero + share * perShare;
  for (const group of layout.groups) drawGroup(group);

  function drawGroup(group: PlacedBarGroup): void {
    drawHeading(group);
    drawZero(group);
    for (const { lines, bars: placed } of group.rows) {
      const phone = size.id === 'narrow';
      for (const { text, y } of lines) {
        const x = phone ? left : zero - markRoom - 12 * u;
        const runs = [{ text, colour: colour.ink }];
        writeLabel(ctx, { x, y, size: size.label, align: phone ? 'left' : 'right', runs });
      }
      for (const bar of placed) drawBar(bar);
    }
    const shown = group.rows.flatMap((row) =>
      row.bars.flatMap(({ value, y }) =>
        isWithheld(value) ? [] : [{ from: place(value.lo), to: place(value.hi), end: place(value.share), y }],
      ),
    );
    barWhiskers(ctx, shown, Math.min(5 * u, thick / 2 - 1), colour);
  }

  /** The line that all bars of a group begin at; on a phone their names lie between, and it stops for them. */
  function drawZero({ top, bottom: end, rows }: PlacedBarGroup): void {
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

  function drawHeading({ label, labelY, sidesX, sidesY, sides }: PlacedBarGroup): void {
    if (label !== '') {
      const runs = [{ text: label, weight: 600 as const, colour: colour.ink }];
      writeLabel(ctx, { x: left, y: labelY, size: size.heading, runs });
    }
    drawSides(ctx, sides, { x: sidesX, y: sidesY, size }, pen);
  }

  function drawBar({ side, y, value, marked, runs }: PlacedBar): void {
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
      const width = Math.min(place(value.lo), end) - zero;
      hatch(ctx, { x: zero, y: y - thick / 2, width, height: thick }, 7 * u);
    }
    writeLabel(ctx, { x: to + 8 * u, y: y + size.value * 0.34, size: size.value, runs });
  }
}
