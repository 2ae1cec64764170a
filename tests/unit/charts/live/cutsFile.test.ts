import { describe as group, expect, test } from 'vitest';
import type { Bars } from '../../../../src/figures/barsFigure.ts';
import { readCuts, writeCuts } from '../../../../src/charts/live/cutsFile.ts';
import { cuts } from '../../../../src/figures/cuts/cuts.ts';
import { figureOf } from '../../../../src/figures/estimates/figureOf.ts';
import { barsFigures } from '../../../examples/barsFigures.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';

const figures = cuts
  .map(({ id }) => figureOf(id, sampleSource))
  .filter((figure): figure is Bars => figure.form === 'bars');

const withoutClaims = (figure: Bars): Bars => {
  const kept = { ...figure };
  delete kept.claims;
  return kept;
};

group('the file of cuts', () => {
  test('gives back every cut as it was, but for the differences that only its page lists', () => {
    expect(figures).toHaveLength(cuts.length);
    expect(readCuts(writeCuts(figures))).toEqual(figures.map(withoutClaims));
  });

  test('gives back what is withheld, carried forward, bounded and nought as well', () => {
    const odd = Object.values(barsFigures);
    expect(readCuts(writeCuts(odd))).toEqual(odd.map(withoutClaims));
  });

  test('holds no number that follows from others', () => {
    expect(writeCuts(figures)).not.toMatch(/\d\.\d/);
  });

  test.each([
    ['no JSON', '<!doctype html>', SyntaxError],
    ['nothing', '[]', /holds no figure/],
    ['something else', '{"figures":1}', /holds no figure/],
    ['a count that cannot be', '[{"code":"a","label":"A","short":"A","x":9,"n":5}]', RangeError],
  ])('is refused where it holds %s', (_, text, problem) => {
    expect(() => readCuts(text)).toThrow(problem);
  });
});
