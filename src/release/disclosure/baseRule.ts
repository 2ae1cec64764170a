import { hasMinimumBase } from '../../statistics/precision.ts';
import type { Partition } from './partition.ts';
import { isSafeGroup } from './thresholds.ts';

/**
 * P3: a group is shown only with enough answers to make a percentage of; where no percentage is made of it, as of
 * those that a rule left out, with enough people that it is a group (P9). Returns the codes of those that have.
 */
export const baseRule = ({
  categories,
  indicators,
}: Pick<Partition, 'categories' | 'indicators'>): readonly string[] =>
  Object.entries(categories)
    .filter(([, { n }]) => (indicators.length === 0 ? isSafeGroup(n) : hasMinimumBase(n)))
    .map(([code]) => code);
