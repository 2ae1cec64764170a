import { expect, test } from 'vitest';
import type { Bars } from '../../../src/figures/barsFigure.ts';
import { addressOf, choiceIn, choiceOf, figureFor } from '../../../src/components/results/client/choice.ts';
import { cuts } from '../../../src/figures/cuts/cuts.ts';
import { figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { barsFigures } from '../../examples/barsFigures.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

const figures = cuts
  .map(({ id }) => figureOf(id, sampleSource))
  .filter((figure): figure is Bars => figure.form === 'bars');

test('the address of every figure opens the explorer on that figure', () => {
  for (const figure of figures) {
    const url = new URL(addressOf(choiceOf(figure)), 'https://site.invalid/results/');
    expect(url.hash).toBe('#explore');
    expect(figureFor(figures, choiceIn(url.search)).id).toBe(figure.id);
  }
});

test.each([
  ['nothing', '', 'outcome/by/industry'],
  ['a figure that there is not', '?estimate=nobody&by=region', 'outcome/by/industry'],
  ['a figure alone', '?estimate=waiting', 'waiting/by/industry'],
  ['groups that a figure is not cut by', '?estimate=waiting&by=stage3', 'waiting/by/industry'],
  ['groups alone', '?by=region', 'outcome/by/industry'],
])('an address that names %s opens it on the nearest there is', (_, search, id) => {
  expect(figureFor(figures, choiceIn(search)).id).toBe(id);
});

test('a chart that is not cut is no choice, and neither is one of none', () => {
  expect(() => choiceOf(barsFigures.usual)).toThrow('is no cut');
  expect(() => figureFor([], undefined)).toThrow('no figure');
});
