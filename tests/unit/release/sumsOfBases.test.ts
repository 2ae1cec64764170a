import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bases, isInside } from '../../../src/release/basesInside.ts';
import { everyAnswers } from '../../../src/release/implies.ts';
import { holdsBase, sumsOf, withBase, noSums, type Sum } from '../../../src/release/sumsOfBases.ts';
import { holds } from '../../../src/survey/condition.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { validAnswers } from '../../examples/anyAnswers.ts';
import { storedOf } from '../../examples/recount.ts';

const sides: readonly SideId[] = ['job_seeker', 'employer'];

const timesCounted = ({ parts }: Sum, isIn: (base: string) => boolean): number =>
  [...parts].reduce((times, [base, often]) => times + (isIn(base) ? often : 0), 0);

const isNought = (x = 0): boolean => Math.abs(x) < 1e-9;

/** Gauss and Jordan: rows that span the same, each with a 1 in a column of its own; those that are nothing are left out. */
function reduced(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let left = rows;
  let done: readonly (readonly number[])[] = [];
  for (const column of rows[0]?.keys() ?? []) {
    const pivot = left.find((row) => !isNought(row[column]));
    if (pivot === undefined) continue;
    const own = pivot.map((x) => x / (pivot[column] ?? 1));
    const without = (row: readonly number[]) => row.map((x, i) => x - (row[column] ?? 0) * (own[i] ?? 0));
    left = left.filter((row) => row !== pivot).map(without);
    done = [...done.map(without), own];
  }
  return done;
}

/** Every combination of the rows, with whatever factors, of which each number is 0 or 1: found column by column. */
function combinations(rows: readonly (readonly number[])[]): ReadonlySet<string> {
  const basis = reduced(rows);
  const width = basis[0]?.length ?? 0;
  const last = Array.from({ length: width }, (_, column) =>
    basis.findLastIndex((row) => !isNought(row[column])),
  );
  const found = new Set<string>();
  const from = (at: number, sum: readonly number[]): void => {
    const row = basis[at];
    if (row === undefined) {
      found.add(sum.map((x) => Math.round(x)).join(''));
      return;
    }
    // Each row has a 1 where all others have 0, so that its own factor is 0 or 1.
    for (const next of [sum, sum.map((x, i) => x + (row[i] ?? 0))])
      if (next.every((x, i) => last[i] !== at || isNought(x) || isNought(x - 1))) from(at + 1, next);
  };
  from(
    0,
    Array.from({ length: width }, () => 0),
  );
  return found;
}

describe.each(sides)('sums of the bases of a %s', (side) => {
  const own = bases.filter((base) => base.side === side);
  const kinds = [
    ...new Map(
      everyAnswers(
        side,
        own.map(({ where }) => where),
      )
        .map((answers) => own.filter(({ where }) => holds(where, answers)).map(({ id }) => id))
        .map((ids) => [ids.join(), new Set(ids)]),
    ).values(),
  ];

  test('are all that follow by any factors at all, whichever bases are told', () => {
    fc.assert(
      fc.property(fc.subarray(own.map(({ id }) => id)), (told) => {
        const sums = [...sumsOf(told).values()].map((sum) =>
          kinds.map((kind) => timesCounted(sum, (base) => kind.has(base))).join(''),
        );
        const rows = told.map((base) => kinds.map((kind) => (kind.has(base) ? 1 : 0)));
        const wanted = told.length === 0 ? new Set([kinds.map(() => 0).join('')]) : combinations(rows);
        expect(new Set(sums)).toEqual(wanted);
      }),
      { numRuns: 60, examples: [[own.map(({ id }) => id)]] },
    );
  });

  test('count nobody twice, for any valid answers', () => {
    const sums = [...sumsOf(own.map(({ id }) => id)).values()];
    expect(sums.length).toBeGreaterThan(150);
    fc.assert(
      fc.property(validAnswers(side), (answers) => {
        const row = storedOf(side, answers);
        const isIn = new Set(own.filter(({ where }) => holds(where, row)).map(({ id }) => id));
        for (const sum of sums) expect([0, 1]).toContain(timesCounted(sum, (base) => isIn.has(base)));
      }),
      { numRuns: 100 },
    );
  });
});

test('of no base nobody’s number is known, and of one its own', () => {
  expect([...sumsOf([]).values()].map(({ parts }) => parts.size)).toEqual([0]);
  const one = withBase(noSums, 'employers');
  expect([...one.values()].map(({ parts }) => [...parts])).toEqual([[], [['employers', 1]]]);
  expect(withBase(one, 'employers')).toEqual(one);
});

test('people of both sides are not added up', () => {
  expect(sumsOf(['employers', 'job_seekers']).size).toBe(3);
  expect(isInside('describes_person', 'job_seekers')).toBe(false);
});

test('who lies between two bases need not hold a base; who is in one does', () => {
  const between = (told: readonly string[]) =>
    [...sumsOf(told).values()]
      .filter(({ parts }) => parts.size === told.length)
      .map((one) => holdsBase(one.kinds));
  expect(between(['turned_down_or_waiting', 'told_or_waiting'])).toEqual([false]);
  expect(between(['employers'])).toEqual([true]);
  expect(between(['turned_down_or_waiting', 'turned_down_or_waiting_applied'])).toEqual([true]);
});

test('a name that is no base has no sums', () => {
  expect(() => sumsOf(['everybody'])).toThrow('There is no base everybody.');
});
