import { font, type Measure } from '../charts/canvas/label.ts';
import { count } from '../figures/percent.ts';
import type { Size } from '../charts/canvas/size.ts';
import { sampleMark } from '../figures/standardNote.ts';
import type { Picture, Row } from './comparison.ts';
import { drawBar } from './drawBar.ts';
import { drawDot, drawEmpty, drawSpan } from './drawOnScale.ts';
import { colour, node, text, type SvgNode } from './svgNode.ts';

interface Drawn {
  readonly nodes: readonly SvgNode[];
  readonly bottom: number;
  /** Where the words under a bar end. */
  readonly youEnd?: number;
}

function drawRow(row: Row, top: number, size: Size, measure: Measure): Drawn {
  switch (row.kind) {
    case 'bar':
      return drawBar(row, top, size, measure);
    case 'span':
      return drawSpan(row, top, size, measure);
    case 'dot':
      return drawDot(row, top, size, measure);
    case 'empty':
      return drawEmpty(row, top, size);
  }
}

/** What a row is about and how many answered, which goes to a second line where it does not fit. */
function heading({ heading: words, n }: Row, y: number, size: Size, measure: Measure) {
  const small = n === undefined ? '' : `n = ${count(n)}`;
  const width = measure(words, font(size.heading, 600)) + 8 + measure(small, font(size.label));
  const style = { 'font-weight': 600 };
  const quiet = { fill: colour('ink-2'), 'font-weight': '400', 'font-size': `${size.label}` };
  if (small === '') return { nodes: [text(words, 0, y, size.heading, style)], bottom: y };
  if (width > size.width)
    return {
      nodes: [text(words, 0, y, size.heading, style), text(small, 0, y + 18, size.label, quiet)],
      bottom: y + 18,
    };
  return {
    nodes: [text([`${words} `, node('tspan', quiet, small)], 0, y, size.heading, style)],
    bottom: y,
  };
}

function scale(top: number, size: Size): readonly SvgNode[] {
  const anchors = ['start', 'middle', 'end'];
  return [
    node('path', { d: `M0 ${top + 0.5}H${size.width}`, stroke: colour('line') }),
    ...[0, 0.5, 1].flatMap((share, index) => {
      const x = share * size.width;
      const at = Math.min(size.width - 0.5, Math.max(0.5, x));
      return [
        node('path', { d: `M${at} ${top}V${top + 5}`, stroke: colour('line') }),
        text(`${share * 100}%`, x, top + 20, size.small, {
          fill: colour('ink-2'),
          'text-anchor': anchors[index],
        }),
      ];
    }),
  ];
}

/** One drawing of a comparison, at 1:1. @param measure the width of a text in a canvas font, in pixels */
export function draw(picture: Picture, size: Size, measure: Measure): SvgNode {
  let y = 0;
  let youEnd = 0;
  const nodes: SvgNode[] = [];
  for (const row of picture.rows) {
    const head = heading(row, y + size.heading, size, measure);
    const drawn = drawRow(row, head.bottom + 6, size, measure);
    nodes.push(...head.nodes, ...drawn.nodes);
    youEnd = drawn.youEnd ?? 0;
    y = drawn.bottom + 14;
  }
  if (picture.scale) {
    nodes.push(...scale(y - 6, size));
    y += 22;
    youEnd = 0;
  }
  if (picture.madeUp) {
    const width = measure(sampleMark, font(size.small));
    // On the line of “You” where both fit, else on a line of its own.
    const beside = youEnd > 0 && youEnd + 16 + width < size.width;
    if (!beside) y += picture.scale ? 10 : 6;
    nodes.push(
      text(sampleMark, size.width, beside ? y - 17 : y, size.small, {
        fill: colour('ink-2'),
        'text-anchor': 'end',
      }),
    );
  }
  const height = Math.ceil(y + 6);
  return node(
    'svg',
    {
      class: size.id === 'narrow' ? 'n' : 'w',
      viewBox: `0 0 ${size.width} ${height}`,
      width: size.width,
      height,
      role: 'img',
      'aria-label': picture.madeUp ? `${picture.alt} ${sampleMark}.` : picture.alt,
    },
    ...nodes,
  );
}
