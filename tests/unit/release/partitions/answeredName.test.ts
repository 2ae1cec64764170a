import { expect, test } from 'vitest';
import { implies } from '../../../../src/release/implies.ts';
import { answeredName } from '../../../../src/release/partitions/overallPartition.ts';
import { tables } from '../../../../src/release/tables.ts';
import { sideIds } from '../../../../src/survey/sides.ts';
import { all, either } from '../../../../src/survey/condition.ts';

/** Whoever gave an answer to a series. */
const people = sideIds.map((side) =>
  tables
    .filter(
      ({ series, segment }) => series.side === side && segment === null && series.partedBy === undefined,
    )
    .map(({ name, series }) => ({
      name,
      people: answeredName(series),
      where: all(series.base.where, either(...series.cells.map(({ where }) => where))),
      side,
    })),
);

test('those who answered have one name in all series that the same people answered, and in no other', () => {
  for (const own of people)
    for (const a of own)
      for (const b of own) {
        const isSame = implies(a.side, a.where, b.where) && implies(a.side, b.where, a.where);
        expect(a.people === b.people, `${a.name} and ${b.name}`).toBe(isSame);
      }
});
