import { describe, expect, it, test } from 'vitest';
import { stepBoxes } from '../../../src/charts/curve/curveSteps.ts';
import { renderFile, renderSvg } from '../../../src/charts/render.ts';
import type { Curve, CurvePoint } from '../../../src/figures/curveFigure.ts';
import { figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { isWithheld } from '../../../src/figures/parts.ts';
import { percent } from '../../../src/figures/percent.ts';
import { describe as inWords } from '../../../src/words/describe.ts';
import { labels } from '../../examples/labels.ts';
import { described } from '../../examples/figureParts.ts';
import { figures } from '../../examples/figures.ts';
import { firstMonths } from '../../examples/firstMonths.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

/** One pixel a day and one a percent, from the bottom at 100. */
const plot = {
  area: { left: 0, top: 0, right: 91, bottom: 100 },
  x: (day: number) => day,
  y: (share: number) => 100 - 100 * share,
  end: 91,
};

const pointsOf = ({ series }: Curve): readonly CurvePoint[] =>
  series.flatMap((one) => (isWithheld(one) ? [] : one.parts));

const site = ['told-by-day', 'waiting']
  .map((id) => figureOf(id, sampleSource))
  .filter((figure) => figure.form === 'curve');

describe('The pale area between two known days', () => {
  const parts = pointsOf(figures.curve.usual);
  const boxes = stepBoxes(parts, plot);

  it('runs from the first day that the band allows to its last', () => {
    expect(boxes.map(({ x, width }) => [x, x + width])).toEqual([
      [0, 2],
      [3, 7],
      [8, 14],
      [15, 30],
      [31, 45],
    ]);
  });

  it('runs from the share of the day before, had all been told on the last day, to its own', () => {
    for (const [i, { y, height }] of boxes.entries()) {
      expect(y).toBeCloseTo(100 - 100 * (parts[i]?.share ?? NaN));
      expect(y + height).toBeCloseTo(100 - 100 * (parts[i - 1]?.share ?? 0));
    }
  });

  it('spans all the days since the last known one where a day is not known', () => {
    const known = parts.filter(({ upTo }) => upTo !== 14);
    const [, , long] = stepBoxes(known, plot);
    expect([long?.x, (long?.x ?? 0) + (long?.width ?? 0)]).toEqual([8, 30]);
  });
});

test.each(['wide', 'narrow'] as const)(
  'every curve shows its areas and, apart from them, a range at every known day, %s',
  (size) => {
    for (const figure of [...site, figures.curve.usual, figures.curve.smallN]) {
      const svg = renderSvg(described(figure), size);
      const areas = [...svg.matchAll(/<path d="([^"]+)" fill="[^"]+" fill-opacity="0.18"/g)];
      const boxes = areas.flatMap(([, d = '']) => d.match(/M[^M]+/g) ?? []);
      expect(boxes).toHaveLength(pointsOf(figure).length);
      const upright = [...svg.matchAll(/<path d="([^"]+)"[^>]*stroke-width="2"/g)].flatMap(([, d = '']) =>
        [...d.matchAll(/M([\d.]+) [\d.]+L([\d.]+) [\d.]+/g)].filter(([, from, to]) => from === to),
      );
      expect(upright).toHaveLength(pointsOf(figure).length);
      expect(labels(svg).join(' ')).toContain('Pale: told on one of these days');
    }
  },
);

test('where the title is about those who had no answer, their share stands over the end of the curve', () => {
  for (const { release } of firstMonths()) {
    const figure = figureOf('told-by-day', { ...sampleSource, release });
    const { x = NaN, n = NaN } =
      pointsOf(figure.form === 'curve' ? figure : figures.curve.usual).at(-1) ?? {};
    const said = percent({ x: n - x, n });
    for (const svg of [
      renderSvg(described(figure), 'wide'),
      renderSvg(described(figure), 'narrow'),
      renderFile(described(figure)),
    ]) {
      const all = labels(svg);
      expect(all[all.indexOf('no answer') - 1]).toBe(said);
    }
    const { title } = inWords(figure);
    if (title.includes('%')) expect(title).toContain(`${said} of people with no offer had no answer`);
  }
});

test('the card says what the pale area is', () => {
  for (const figure of [...site, ...Object.values(figures.curve)])
    if (pointsOf(figure).length > 0)
      expect(labels(renderFile(described(figure))).join(' ')).toContain('Pale: told on one of these days');
});

test('Ontario’s limit is explained under every drawing that has its line, and has none on a card', () => {
  const [toldByDay, waiting] = site;
  if (toldByDay === undefined || waiting?.landmark === undefined) throw new Error('expected both curves');
  for (const size of ['wide', 'narrow'] as const) {
    const said = labels(renderSvg(described(waiting), size)).join(' ');
    expect(said).toContain(waiting.landmark.label);
    expect(said).toContain(waiting.landmark.note);
    expect(renderSvg(described(toldByDay), size)).not.toContain('Ontario');
  }
  const card = renderFile(described(waiting));
  expect(labels(card).join(' ')).not.toContain('Ontario');
  expect(card).not.toContain('stroke-dasharray');
});

test('the scale ends at the last known day, and reaches the day of a landmark', () => {
  const { usual } = figures.curve;
  const upTo = (day: number): Curve => ({
    ...usual,
    series: usual.series.map((one) =>
      isWithheld(one) ? one : { ...one, parts: one.parts.filter((part) => part.upTo <= day) },
    ),
  });
  const firstMark = (figure: Curve) => {
    const svg = renderSvg(described(figure), 'wide');
    const [, x = ''] = /cx="([\d.]+)" cy="[\d.]+" r="4.5"/.exec(svg) ?? [];
    return Number(x);
  };
  // The first mark, at day 2, moves right as the days after it are fewer.
  const { landmark, ...without } = upTo(14);
  expect(landmark?.day).toBe(45);
  expect(firstMark(upTo(14))).toBeCloseTo(firstMark(usual), 0);
  expect(firstMark(without)).toBeGreaterThan(firstMark(usual) + 20);
});
