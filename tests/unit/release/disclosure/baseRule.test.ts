import { expect, test } from 'vitest';
import { baseRule } from '../../../../src/release/disclosure/baseRule.ts';
import { MINIMUM_BASE } from '../../../../src/statistics/precision.ts';
import { byIndustry, group } from './groups.ts';

test('P3 lets a group of 30 be shown and none of 29', () => {
  const table = byIndustry({ tech: group(MINIMUM_BASE), health: group(MINIMUM_BASE - 1), none: group(0) });
  expect(baseRule(table)).toEqual(['tech']);
});
