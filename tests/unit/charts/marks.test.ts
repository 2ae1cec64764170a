import { describe, expect, it, test } from 'vitest';
import type { Bars } from '../../../src/figures/barsFigure.ts';
import { charted, figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import { ladderLayout } from '../../../src/charts/stacks/ladderLayout.ts';
import { font } from '../../../src/charts/canvas/label.ts';
import { measure } from '../../../src/charts/canvas/skia.ts';
import { renderSvg } from '../../../src/charts/render.ts';
import { card, narrow, wide } from '../../../src/charts/canvas/size.ts';
import { light } from '../../../src/charts/canvas/theme.ts';
import { described } from '../../examples/figureParts.ts';
import { figures } from '../../examples/figures.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

const SIZES = ['wide', 'narrow'] as const;

/** The marks of job seekers and of employers in a picture: whole circles, and squares. */
function sideMarks(svg: string) {
  const circles = svg.match(/<circle [^>]*fill="var\(--seeker\)"/g) ?? [];
  const squares = [
    ...svg.matchAll(/<path d="M[\d.]+ [\d.]+h([\d.]+)v([\d.]+)h-[\d.]+z" fill="var\(--employer\)"/g),
  ];
  return { round: circles.length, square: squares.filter(([, w, h]) => w === h).length };
}

describe('Bars of both sides in one row', () => {
  it.each(SIZES)('are told apart by shape, not by hue alone, %s', (size) => {
    const { groups } = figures.bars.bothSides;
    const pairs = groups.flatMap(({ rows }) => rows).filter(({ bars }) => bars.length > 1).length;
    const { round, square } = sideMarks(renderSvg(described(figures.bars.bothSides), size));
    // One of each in front of its bars, and one of each in the heading of every group.
    expect(pairs).toBeGreaterThan(1);
    expect([round, square]).toEqual([pairs + groups.length, pairs + groups.length]);
  });

  it.each(SIZES)('have no marks where all bars are of one side, %s', (size) => {
    expect(sideMarks(renderSvg(described(figures.bars.usual), size))).toEqual({ round: 0, square: 1 });
  });
});

/** The middles, in pixels from the top, of the bars and points that Chart.js draws, side marks of headings left out. */
function middles(svg: string): number[] {
  const boxes = [
    ...svg.matchAll(/<path d="M[\d.]+ ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z" fill="var\(--([a-z-]+)/g),
  ]
    .filter(([, , w, h, fill = '']) => (w !== h || h === '10.6') && !/blank|paper/.test(fill))
    .map(([, y, , h]) => Number(y) + Number(h) / 2);
  const points = [...svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)" r="[67]"/g)].map(([, y]) => Number(y));
  return [...boxes, ...points];
}

/** How far down the ranges lie that are placed by hand: the lines from left to right. */
const ranges = (svg: string): number[] =>
  [...svg.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)]
    .filter(([, x1, y1, x2, y2]) => y1 === y2 && x1 !== x2)
    .map(([, , y]) => Number(y));

it.each(SIZES)('bars that are facts have no range, nor hatching, %s', (size) => {
  const svg = renderSvg(described(figures.bars.facts), size);
  expect(ranges(svg)).toEqual([]);
  expect(svg.replace(/aria-label="[^"]*"/, '')).not.toMatch(/\d–\d|range/);
  expect(svg).not.toContain('stroke-width="1.5"');
});

describe('Bars and points lie on the ranges that belong to them', () => {
  const forms = {
    bars: Object.values(figures.bars).filter(({ facts }: Bars) => facts !== true),
    dumbbell: Object.values(figures.dumbbell),
    medians: Object.values(figures.medians),
  };
  it.each(SIZES)('within a rounding, in every form that has both, %s', (size) => {
    for (const [form, examples] of Object.entries(forms))
      for (const figure of examples) {
        const svg = renderSvg(described(figure), size);
        const lines = ranges(svg);
        for (const middle of middles(svg)) {
          const off = Math.min(...lines.map((y) => Math.abs(y - middle)));
          expect(off, `${form}, a mark at ${middle}`).toBeLessThan(0.11);
        }
      }
  });

  it.each(SIZES)('as a box of what employers allow lies between its ends, %s', (size) => {
    for (const figure of Object.values(figures.gap)) {
      const svg = renderSvg(described(figure), size);
      const ends = [...svg.matchAll(/<path d="M[\d.]+ ([\d.]+)L[^"]*" stroke="[^"]*" stroke-width="4"/g)];
      const boxes = [...svg.matchAll(/<path d="M[\d.]+ ([\d.]+)h[^"]*" fill="var\(--employer-wash\)"/g)];
      expect(boxes).toHaveLength(ends.length);
      for (const [i, [, y]] of boxes.entries())
        expect(Math.abs(Number(y) - Number(ends[i]?.[1]))).toBeLessThan(0.11);
    }
  });

  it.each(SIZES)('as a stacked bar lies 12 pixels over the range of its sum, %s', (size) => {
    const { hidden, ...others } = figures.ladder;
    expect(ranges(renderSvg(described(hidden), size)), 'a hidden sum has no range').toEqual([]);
    for (const figure of Object.values(others)) {
      const svg = renderSvg(described(figure), size);
      const sums = ranges(svg);
      const feet = [
        ...svg.matchAll(/<path d="M[\d.]+ ([\d.]+)h[\d.]+v(4[26])h[^"]*" fill="var\(--rung/g),
      ].map(([, y, h]) => Number(y) + Number(h));
      for (const foot of feet)
        expect(Math.min(...sums.map((y) => Math.abs(y - foot - 12))), `a bar’s foot at ${foot}`).toBeLessThan(
          0.11,
        );
    }
  });
});

describe('The hatching of a wide range', () => {
  const strokes = (svg: string, colour: string) =>
    [
      ...svg.matchAll(
        new RegExp(`<path d="([^"]+)"[^>]*stroke="var\\(--${colour}\\)"[^>]*stroke-width="1.5"`, 'g'),
      ),
    ].map(([, d = '']) => d);

  it('ends where the range in a bar begins, so that no line runs into the whisker', () => {
    const svg = renderSvg(described(figures.bars.smallN), 'wide');
    const [hatching] = strokes(svg, 'paper');
    const whisker = /<path d="M([\d.]+) [\d.]+L[^"]+"[^>]*stroke="var\(--paper\)" stroke-width="2"/.exec(svg);
    const rights = [...(hatching ?? '').matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
    expect(rights.length).toBeGreaterThan(4);
    expect(Math.max(...rights)).toBeLessThanOrEqual(Number(whisker?.[1]));
  });

  it('of a part runs through no number, and has a colour of its own that turns to ink where colours are forced', () => {
    const svg = renderSvg(described(figures.ladder.smallN), 'wide');
    const hatched = strokes(svg, 'hatch');
    expect(hatched.length).toBeGreaterThan(0);
    const numbers = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>(\d+%)/g)].map(
      ([, x, y, words = '']) => ({
        from: Number(x),
        to: Number(x) + measure(words, font(16, 600)),
        y: Number(y),
      }),
    );
    for (const d of hatched)
      for (const [, x = '', y = ''] of d.matchAll(/[ML]([\d.]+) ([\d.]+)/g))
        for (const { from, to, y: baseline } of numbers)
          expect(Number(x) > from && Number(x) < to && Math.abs(Number(y) - baseline) < 40).toBe(false);
  });
});

describe('The names over a bar', () => {
  test.each([wide, narrow, card])('have no tick of another name run through them, $id', (size) => {
    const ladders = charted
      .map(({ slug }) => figureOf(slug, sampleSource))
      .filter((figure) => figure.form === 'ladder');
    expect(ladders.length).toBeGreaterThan(3);
    for (const figure of ladders) {
      const { rows } = ladderLayout(figure, { left: 0, top: 0 }, { size, colour: light, measure });
      for (const { names } of rows)
        for (const upper of names)
          for (const { text, x, align, level } of names) {
            const length = measure(text, font(size.label));
            const from = align === 'right' ? x - length : x;
            const through = level < upper.level && upper.tick > from - 1 && upper.tick < from + length + 1;
            expect(through, `${figure.id}: the tick of “${upper.text}” and “${text}”`).toBe(false);
          }
    }
  });

  test('that give way are under the bar, with their numbers', () => {
    const svg = renderSvg(described(figureOf('outcome', sampleSource)), 'narrow');
    expect(svg).toMatch(/>Still open: \d+% · Job dropped: \d+%( · [^<]+: \d+%)*</);
  });
});

test('no share of a curve stands where the scale has its numbers', () => {
  const curves = pictureIds.map((id) => figureOf(id, sampleSource)).filter(({ form }) => form === 'curve');
  for (const figure of [...curves, ...Object.values(figures.curve)])
    for (const size of SIZES) {
      const svg = renderSvg(described(figure), size);
      const scale = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" text-anchor="end"[^>]*>(?:\d+%|0)</g)];
      const shares = [
        ...svg.matchAll(
          /<text x="([\d.]+)" y="([\d.]+)"[^>]*>(?:<tspan[^>]*font-weight="600"[^>]*>|)(\d+%)/g,
        ),
      ];
      for (const [, right = '', y = ''] of scale)
        for (const [, x = '', level = ''] of shares.filter(([whole]) => !whole.includes('text-anchor="end"')))
          expect(Number(x) < Number(right) + 4 && Math.abs(Number(y) - Number(level)) < 12).toBe(false);
    }
});
