import { font, type Measure } from '../charts/canvas/label.ts';
import { placeNames } from '../charts/stacks/placeNames.ts';
import type { Size } from '../charts/canvas/size.ts';
import type { Bar, Fill, Part } from './comparison.ts';
import { colour, node, text, type SvgNode } from './svgNode.ts';

/** The room between two parts, in pixels. */
const gap = 2;

const inks: Readonly<Record<Fill, string>> = {
  nothing: 'ink',
  'rung-1': 'on-rung-1',
  'rung-2': 'on-rung-2',
  'rung-3': 'on-rung-3',
  'rung-4': 'on-rung-4',
  yours: 'on-seeker',
  others: 'ink',
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function rectangle(fill: Fill, { x, y, width, height }: Box): SvgNode {
  const inset = { x: x + 0.75, y: y + 0.75, width: Math.max(0, width - 1.5), height: height - 1.5 };
  switch (fill) {
    case 'nothing':
      return node('rect', {
        ...inset,
        fill: 'none',
        stroke: colour('rung-0-line'),
        'stroke-width': 1.5,
        'stroke-dasharray': '4 3',
      });
    case 'others':
      return node('rect', {
        ...inset,
        fill: colour('seeker-wash'),
        stroke: colour('seeker'),
        'stroke-width': 1.5,
      });
    case 'yours':
      return node('rect', { x, y, width, height, fill: colour('seeker') });
    case 'rung-1':
    case 'rung-2':
    case 'rung-3':
    case 'rung-4':
      return node('rect', { x, y, width, height, fill: colour(fill) });
  }
}

/** The mark under the part where the person stands, kept inside the picture. */
function youMark({ x, width }: Box, bottom: number, size: Size): readonly SvgNode[] {
  const middle = Math.min(Math.max(x + width / 2, 14), size.width - 14);
  return [
    node('path', {
      d: `M${Math.round(middle)} ${bottom + 3}l-7 9h14z`,
      fill: colour('ink'),
    }),
    text('You', middle, bottom + 27, size.heading, { 'text-anchor': 'middle', 'font-weight': 600 }),
  ];
}

/** A bar under its part names, from `top`. @returns its elements and where it ends */
export function drawBar(
  { parts }: Bar,
  top: number,
  size: Size,
  measure: Measure,
): { readonly nodes: readonly SvgNode[]; readonly bottom: number; readonly youEnd: number } {
  const total = parts.reduce((sum, { x }) => sum + x, 0);
  const nameOf = ({ name, short }: Part) => (size.id === 'narrow' ? (short ?? name) : name);
  let before = 0;
  const placed = parts.map((part, index) => {
    const x = (before / total) * size.width;
    before += part.x;
    const full = (part.x / total) * size.width;
    const width = Math.max(part.you ? 2 : 0, full - (index === parts.length - 1 ? 0 : gap));
    return { part, name: nameOf(part), x, width };
  });
  const names = placeNames(placed, size, size.width, measure);
  const levels = names.reduce((most, { level }) => Math.max(most, level + 1), 0);
  const y = top + 17 * levels + 6;
  const box = ({ x, width }: { x: number; width: number }): Box => ({ x, y, width, height: size.bar });
  const ticks = names.flatMap(({ text: name, tick, x, align, level }) => [
    text(name, x, y - 10 - 17 * level, size.label, {
      fill: colour('ink-2'),
      'text-anchor': align === 'right' ? 'end' : undefined,
    }),
    node('path', { d: `M${Math.round(tick) + 0.5} ${y - 6 - 17 * level}V${y - 1}`, stroke: colour('line') }),
  ]);
  const inside = placed.flatMap(({ part, x, width }) => {
    const free = width - measure(part.text, font(size.value, 600));
    return free < 3
      ? []
      : [
          text(part.text, x + Math.min(10, free / 2), y + size.bar / 2 + size.value * 0.34, size.value, {
            fill: colour(inks[part.fill]),
            'font-weight': 600,
          }),
        ];
  });
  const mine = placed.find(({ part }) => part.you);
  const bottom = y + size.bar;
  const mark = mine === undefined ? [] : youMark(box(mine), bottom, size);
  return {
    nodes: [...ticks, ...placed.map((place) => rectangle(place.part.fill, box(place))), ...inside, ...mark],
    bottom: bottom + (mine === undefined ? 4 : 30),
    youEnd: mine === undefined ? 0 : mine.x + mine.width / 2 + 24,
  };
}
