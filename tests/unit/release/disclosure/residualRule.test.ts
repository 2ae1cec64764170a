import { expect, test } from 'vitest';
import { residualRule } from '../../../../src/release/disclosure/residualRule.ts';
import { byIndustry, group, overall } from './groups.ts';

const shown = ['tech', 'health', 'retail'];
const table = (small: number, rest: number) =>
  byIndustry({ tech: group(90), health: group(40), retail: group(41), farming: group(small) }, group(rest));

test.each([
  [0, 0],
  [10, 0],
  [0, 10],
  [4, 6],
  [29, 500],
])('P4 shows every group when %i in small ones and %i in none are left over', (small, rest) => {
  expect(residualRule(table(small, rest), shown)).toEqual(shown);
});

test.each([
  [1, 0],
  [0, 1],
  [9, 0],
  [4, 5],
])('P4 withholds the smallest group when %i and %i are left over', (small, rest) => {
  expect(residualRule(table(small, rest), shown)).toEqual(['tech', 'retail']);
});

test('P4 withholds the only group when nine are left over', () => {
  expect(residualRule(byIndustry({ tech: group(90) }, group(9)), ['tech'])).toEqual([]);
});

test('P4 has nothing to add where nothing is shown', () => {
  expect(residualRule(byIndustry({ tech: group(5) }), [])).toEqual([]);
});

test('P4 leaves an overall table alone: it prints whom it leaves out', () => {
  expect(residualRule(overall(group(90), group(3)), ['answered'])).toEqual(['answered']);
});
