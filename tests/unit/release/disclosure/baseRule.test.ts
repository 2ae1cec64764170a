import { expect, test } from 'vitest';
import { baseRule } from '../../../../src/release/disclosure/baseRule.ts';
import { MINIMUM_BASE } from '../../../../src/statistics/precision.ts';
import { byIndustry, group } from './groups.ts';

test('P3 lets a group of 30 be shown and none of 29', () => {
  const table = byIndustry({ tech: group(MINIMUM_BASE), health: group(MINIMUM_BASE - 1), none: group(0) });
  expect(baseRule(table)).toEqual(['tech']);
});

test('P9: of those that a rule left out no percentage is made, so ten are enough and nine are not', () => {
  const table = byIndustry({ ten: group(10), nine: group(9), none: group(0) }, group(0), { indicators: [] });
  expect(baseRule(table)).toEqual(['ten', 'none']);
});
