import { hasMinimumBase } from '../../statistics/precision.ts';
import type { Partition } from './partition.ts';

/** P3: a group is shown only with enough answers to make a percentage of. Returns the codes of those that have. */
export const baseRule = ({ categories }: Pick<Partition, 'categories'>): readonly string[] =>
  Object.entries(categories)
    .filter(([, { n }]) => hasMinimumBase(n))
    .map(([code]) => code);
