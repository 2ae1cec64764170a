import { font, type Measure } from '../charts/canvas/label.ts';
import type { Size } from '../charts/canvas/size.ts';
import type { Dot, Empty, Span } from './comparison.ts';
import { colour, node, text, type SvgNode } from './svgNode.ts';

interface Drawn {
  readonly nodes: readonly SvgNode[];
  readonly bottom: number;
}

/** Writes to the right of a mark where there is room, else to its left, else above it. */
function beside(
  words: string,
  from: number,
  to: number,
  y: number,
  size: Size,
  measure: Measure,
  ink: string,
): SvgNode {
  const width = measure(words, font(size.value, 600));
  const style = { fill: colour(ink), 'font-weight': 600 };
  if (to + 10 + width <= size.width) return text(words, to + 10, y, size.value, style);
  return text(words, Math.max(width, from - 10), y, size.value, { ...style, 'text-anchor': 'end' });
}

/** Lines at 45° within a box, cut here so that no pattern needs an id. */
function hatching(left: number, right: number, top: number, bottom: number): string {
  const lines: string[] = [];
  for (let sum = left + top + 5; sum < right + bottom; sum += 10) {
    const [x1, x2] = [Math.max(left, sum - bottom), Math.min(right, sum - top)];
    lines.push(`M${x1.toFixed(1)} ${(sum - x1).toFixed(1)}L${x2.toFixed(1)} ${(sum - x2).toFixed(1)}`);
  }
  return lines.join('');
}

/** What a person named, as a bracket in ink; what employers’ bands allow, hatched with square ends and never a point. */
export function drawSpan(
  { whose, lower, upper, text: words }: Span,
  top: number,
  size: Size,
  measure: Measure,
): Drawn {
  const [from, to] = [lower * size.width, upper * size.width];
  const [y, half] = [top + 16, 8];
  const ends = (width: number) =>
    `M${Math.max(width / 2, from)} ${y - half}V${y + half}M${Math.min(size.width - width / 2, to)} ${y - half}V${y + half}`;
  const ink = whose === 'you' ? 'ink' : 'employer';
  const stroke = colour(ink);
  return {
    nodes: [
      whose === 'you'
        ? node('path', { d: `M${from} ${y}H${to}`, stroke, 'stroke-width': 3 })
        : node('path', { d: hatching(from, to, y - half, y + half), stroke, 'stroke-width': 2 }),
      node('path', { d: ends(4), stroke, 'stroke-width': 4 }),
      beside(words, from, to, y + size.value * 0.34, size, measure, ink),
    ],
    bottom: y + half + 4,
  };
}

/** A round mark with its range. */
export function drawDot(
  { share, lo, hi, text: words }: Dot,
  top: number,
  size: Size,
  measure: Measure,
): Drawn {
  const [at, from, to] = [share * size.width, lo * size.width, hi * size.width];
  const y = top + 16;
  const stroke = colour('seeker');
  return {
    nodes: [
      node('path', {
        d: `M${from} ${y}H${to}M${from} ${y - 5}V${y + 5}M${to} ${y - 5}V${y + 5}`,
        stroke,
        'stroke-width': 2,
      }),
      node('circle', { cx: at, cy: y, r: 7, fill: stroke }),
      beside(
        words,
        Math.min(from, at - 7),
        Math.max(to, at + 7),
        y + size.value * 0.34,
        size,
        measure,
        'seeker',
      ),
    ],
    bottom: y + 12,
  };
}

/** What is missing on purpose: a dashed, empty box with the blank’s ink line under it, and why. */
export function drawEmpty({ because }: Empty, top: number, size: Size): Drawn {
  const [y, height] = [top + 6, 34];
  return {
    nodes: [
      node('rect', {
        x: 0.5,
        y: y + 0.5,
        width: size.width - 1,
        height: height - 1,
        fill: 'none',
        stroke: colour('line'),
        'stroke-dasharray': '4 3',
      }),
      node('path', { d: `M0 ${y + height}H${size.width}`, stroke: colour('blank-line'), 'stroke-width': 2 }),
      text(because, 12, y + 22, size.label, { fill: colour('ink-2') }),
    ],
    bottom: y + height + 6,
  };
}
