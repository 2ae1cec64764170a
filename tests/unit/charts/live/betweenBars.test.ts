import { expect, test } from 'vitest';
import type { BarRow, Bars } from '../../../../src/figures/barsFigure.ts';
import type { BarsLayout } from '../../../../src/charts/bars/barsLayout.ts';
import { betweenBars } from '../../../../src/charts/live/betweenBars.ts';
import { isWithheld } from '../../../../src/figures/parts.ts';
import { placeBars } from '../../../../src/charts/bars/placeBars.ts';
import { measure } from '../../../../src/charts/render.ts';
import { wide } from '../../../../src/charts/canvas/size.ts';
import { light } from '../../../../src/charts/canvas/theme.ts';
import { barsFigures } from '../../../examples/barsFigures.ts';
import { share, tooFew } from '../../../examples/figureParts.ts';

const row = (id: string, counts: readonly [number, number] | null): BarRow => ({
  id,
  label: `The group ${id}`,
  bars: [
    {
      side: 'job_seeker',
      value: counts === null ? tooFew(id, 'job_seeker', id) : share(id, id, id, ...counts),
    },
  ],
});

const layout = (group: string, ...rows: readonly BarRow[]): BarsLayout => {
  const figure: Bars = { ...barsFigures.usual, groups: [{ id: group, label: 'Told', rows }] };
  return placeBars(figure, wide, { left: 0, top: 0 }, { colour: light, measure });
};

function barOf(of: BarsLayout, id: string) {
  const bar = of.groups.flatMap(({ rows }) => rows).find((one) => one.id === id)?.bars[0];
  if (bar === undefined) throw new Error(`There is no bar ${id}.`);
  return bar;
}
const shareOf = (of: BarsLayout, id: string): number | undefined => {
  const { value } = barOf(of, id);
  return isWithheld(value) ? undefined : value.share;
};

const before = layout('region', row('a', [60, 100]), row('b', [40, 100]), row('c', null));
const after = layout('region', row('b', [80, 100]), row('a', [20, 100]), row('c', [30, 100]));

test('a bar begins where it stood and ends where it goes, be that above a bar it was below', () => {
  for (const id of ['a', 'b']) {
    const start = betweenBars(before, after, 0);
    expect(barOf(start, id).y).toBe(barOf(before, id).y);
    expect(shareOf(start, id)).toBe(shareOf(before, id));
  }
  expect(betweenBars(before, after, 1)).toBe(after);
  expect(barOf(before, 'a').y).toBeLessThan(barOf(before, 'b').y);
  expect(barOf(after, 'a').y).toBeGreaterThan(barOf(after, 'b').y);
});

test('half way its share, its range and its name are half way too, and its words are those of the end', () => {
  const half = betweenBars(before, after, 0.5);
  const [old, bar, end] = [before, half, after].map((of) => barOf(of, 'a'));
  if (old === undefined || bar === undefined || end === undefined) throw new Error('No bar.');
  if (isWithheld(old.value) || isWithheld(bar.value) || isWithheld(end.value)) throw new Error('Withheld.');
  expect(bar.value.share).toBeCloseTo(0.4);
  expect(bar.value.lo).toBeCloseTo((old.value.lo + end.value.lo) / 2);
  expect(bar.value.hi).toBeCloseTo((old.value.hi + end.value.hi) / 2);
  expect(bar.y).toBeCloseTo((old.y + end.y) / 2);
  expect(bar.runs).toBe(end.runs);
});

test('what was withheld does not grow out of nought, and what is withheld does not shrink to it', () => {
  expect(shareOf(betweenBars(before, after, 0.1), 'c')).toBe(0.3);
  expect(shareOf(betweenBars(after, before, 0.1), 'c')).toBeUndefined();
});

test('groups of another cut are others, even where a code is the same: nothing moves', () => {
  const other = layout('industry', row('a', [10, 100]), row('b', [20, 100]));
  expect(betweenBars(before, other, 0).groups).toEqual(other.groups);
});
