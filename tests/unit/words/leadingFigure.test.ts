import { expect, test } from 'vitest';
import { chartIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { noRelease } from '../../../src/release/noRelease.ts';
import { tables } from '../../../src/release/tables.ts';
import { firstInLine, leadingFigure, ranked } from '../../../src/words/leadingFigure.ts';
import { findingOf } from '../../../src/words/titleOf.ts';
import { withholding } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

const without = (...estimates: readonly string[]) => {
  const names = tables.map(({ name }) => name).filter((name) => estimates.includes(name.split(' ')[0] ?? ''));
  return { ...sampleSource, release: withholding(sampleSource.release, ...names) };
};

test('every chart is in the list once, but for who answered, which is no finding', () => {
  expect(ranked.toSorted()).toEqual(chartIds.filter((id) => id !== 'who-answered').toSorted());
});

test('the first with a finding leads', () => {
  expect(leadingFigure(sampleSource)).toBe(firstInLine);
});

test('a figure that is withheld leads nothing: the next in the list does', () => {
  expect(leadingFigure(without('E3'))).toBe(ranked[1]);
  for (const id of ranked.slice(0, 2)) expect(findingOf(figureOf(id, sampleSource))).toBeDefined();
});

test('where nothing has a finding, nothing leads', () => {
  expect(leadingFigure({ ...sampleSource, release: noRelease() })).toBeUndefined();
  expect(leadingFigure(without(...new Set(tables.map(({ estimate }) => estimate.id))))).toBeUndefined();
});
