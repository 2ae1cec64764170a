import type { Condition } from './condition.ts';

/** A condition that looks at one variable. */
export type Leaf = Exclude<Condition, { readonly all: unknown } | { readonly any: unknown }>;

const leavesKnown = new WeakMap<Condition, readonly Leaf[]>();

/** The parts of a condition that look at one variable each. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  const known = leavesKnown.get(condition);
  if (known !== undefined) return known;
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null;
  const leaves = parts === null ? [condition as Leaf] : parts.flatMap(leavesOf);
  leavesKnown.set(condition, leaves);
  return leaves;
}
