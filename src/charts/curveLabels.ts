import type { Chart } from 'chart.js';
import { isWideRange } from '../statistics/precision.ts';
import type { Kind } from './drawing.ts';
import type { CurvePoint } from './figure.ts';
import type { Box } from './hatch.ts';
import { font, writeLabel } from './label.ts';
import type { Pen } from './pen.ts';
import { percent, percentRange } from './percent.ts';
import type { Size } from './size.ts';

/**
 * Writes the share beside each step, and the last one large at the end with its range. A label that would meet one
 * already written is left to the table; the later step goes first, because it holds the earlier ones.
 */
export function curveLabels(
  { ctx, scales, chartArea }: Chart<Kind>,
  parts: readonly CurvePoint[],
  { size, pen, right }: { readonly size: Size; readonly pen: Pen; readonly right: number },
): void {
  const { x, y } = scales;
  const last = parts.at(-1);
  if (x === undefined || y === undefined || last === undefined) return;
  const { colour, measure } = pen;
  const u = size.unit;
  const taken: Box[] = [];
  for (const [i, part] of [...parts.entries()].slice(0, -1).toReversed()) {
    const text = percent(part);
    const width = measure(text, font(size.label, 600));
    const [px, py] = [x.getPixelForValue(part.upTo), y.getPixelForValue(part.share)];
    // The first step has no tread to its left to stand on: its label goes above its range.
    const box =
      i === 0
        ? {
            x: px - width / 2,
            y: y.getPixelForValue(part.hi) - 7 * u - size.label,
            width,
            height: size.label,
          }
        : { x: px - 7 * u - width, y: py - 9 * u - size.label, width, height: size.label };
    if (taken.some((other) => meets(box, other))) continue;
    taken.push(box);
    writeLabel(ctx, {
      x: box.x,
      y: box.y + size.label,
      size: size.label,
      halo: colour.paper,
      runs: [{ text, weight: 600, colour: colour.seeker }],
    });
  }
  const edge = chartArea.right + 8 * u;
  const lines: readonly string[] = [
    `by day ${last.upTo}`,
    `${size.id === 'narrow' ? '' : 'range '}${percentRange(last.lo, last.hi)}`,
    ...(isWideRange(last) ? ['wide range'] : []),
  ];
  const lineHeight = 18 * u;
  const middle = Math.min(y.getPixelForValue(last.share), chartArea.bottom - lines.length * lineHeight - u);
  const big = percent(last);
  const room = right - edge;
  const bigSize = Math.min(size.big, (size.big * room) / measure(big, font(size.big, 600)));
  writeLabel(ctx, {
    x: edge,
    y: middle,
    size: bigSize,
    runs: [{ text: big, weight: 600, colour: colour.seeker }],
  });
  for (const [i, text] of lines.entries()) {
    const run = { text, colour: i === 0 ? colour.ink : colour['ink-2'] };
    writeLabel(ctx, { x: edge, y: middle + (i + 1) * lineHeight + u, size: size.small, runs: [run] });
  }
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + 4 && b.x < a.x + a.width + 4 && a.y < b.y + b.height && b.y < a.y + a.height;
}
