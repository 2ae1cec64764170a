import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/release/catalogue.ts';
import { exclude, findAnswers, implies } from '../../../src/release/implies.ts';
import { holds, type Condition, all, either, is } from '../../../src/survey/condition.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { isShown } from '../../../src/survey/routing.ts';
import { variablesOf } from '../../../src/survey/variables.ts';
import { validAnswers } from '../../examples/anyAnswers.ts';
import { storedOf } from '../../examples/recount.ts';

const sides: readonly SideId[] = ['job_seeker', 'employer'];
const over = (hours: number): Condition => ({ variable: 's_hours', over: hours });
const upTo = (hours: number): Condition => ({ variable: 's_hours', upTo: hours });

/** Every condition that decides whom a table of the catalogue counts: bases, and answers within them. */
const conditionsOf = (side: SideId): readonly Condition[] => [
  ...new Map(
    catalogue
      .flatMap(({ series }) => series.filter((one) => one.side === side))
      .flatMap(({ base, cells, asides }) => [
        base.where,
        ...[...cells, ...asides].map(({ where }) => all(base.where, where)),
      ])
      .map((condition) => [JSON.stringify(condition), condition] as const),
  ).values(),
];

describe.each(sides)('of a %s', (side) => {
  const conditions = conditionsOf(side);

  test('whoever is in the inner one is in the outer one, for any valid answers', () => {
    const pairs = conditions.flatMap((inner) =>
      conditions
        .filter((outer) => outer !== inner && implies(side, inner, outer))
        .map((outer) => [inner, outer] as const),
    );
    expect(pairs.length).toBeGreaterThan(200);
    fc.assert(
      fc.property(validAnswers(side), (answers) => {
        const row = storedOf(side, answers);
        const met = new Set(conditions.filter((condition) => holds(condition, row)));
        expect(pairs.filter(([inner, outer]) => met.has(inner) && !met.has(outer))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('where one is not inside the other, the answers that show it are those of a person on a route', () => {
    const variables = variablesOf(questionnaire, side);
    for (const [i, inner] of conditions.entries()) {
      const outer = conditions[(i * 7 + 3) % conditions.length] ?? inner;
      const found = findAnswers(side, [inner, outer], (row) => holds(inner, row) && !holds(outer, row));
      expect(found === null).toBe(implies(side, inner, outer));
      for (const variable of variables.filter(({ id }) => found !== null && id in found)) {
        const answer = found?.[variable.id];
        expect(answer === 'na', variable.id).toBe(!isShown(variable, found ?? {}));
        const option = variable.options.find(({ code }) => code === answer);
        expect(isShown({ shownIf: option?.shownIf }, found ?? {}), variable.id).toBe(true);
      }
    }
  });
});

describe('one condition lies inside another', () => {
  const inside = (side: SideId, inner: Condition, outer: Condition) => [
    implies(side, inner, outer),
    implies(side, outer, inner),
  ];

  test('by its own answers', () => {
    expect(inside('job_seeker', is('s_stage', 'int1'), is('s_stage', 'int1', 'int2'))).toEqual([true, false]);
    expect(inside('job_seeker', over(10), over(5))).toEqual([true, false]);
    expect(inside('job_seeker', all(over(5), upTo(8)), over(5))).toEqual([true, false]);
    expect(inside('job_seeker', over(5), upTo(5))).toEqual([false, false]);
  });

  test('because only some are asked', () => {
    const told = is('s_outcome', 'rejected_told', 'cancelled', 'offered');
    expect(inside('job_seeker', is('s_time', 'd2'), told)).toEqual([true, false]);
    // Everybody who was told no is asked what they heard, and whoever left it blank is known by that.
    const asked: Condition = { variable: 's_explanation', notIn: ['na'] };
    expect(inside('job_seeker', asked, is('s_outcome', 'rejected_told'))).toEqual([true, true]);
    // Two questions away: a person who was asked back is asked nothing where the job was dropped.
    expect(
      inside('employer', is('e_asked', 'useful'), { variable: 'e_explanation', notIn: ['cancelled'] }),
    ).toEqual([true, false]);
  });

  test('because an answer is offered on some routes only', () => {
    expect(inside('job_seeker', is('s_promised', 'broken'), is('s_outcome', 'silent'))).toEqual([
      true,
      false,
    ]);
    expect(exclude('job_seeker', is('s_promised', 'broken'), is('s_outcome', 'rejected_told'))).toBe(true);
    expect(exclude('job_seeker', is('s_promised', 'none'), is('s_outcome', 'rejected_told'))).toBe(false);
  });

  test('because an answer that ends the survey is never sent', () => {
    expect(implies('job_seeker', all(), { variable: 's_elapsed', notIn: ['lt45', 'gt2y'] })).toBe(true);
    expect(implies('job_seeker', all(), { variable: 's_elapsed', notIn: ['lt45', 'gt2y', 'dk'] })).toBe(
      false,
    );
    expect(implies('job_seeker', all(), either(is('s_stage', 'blank')))).toBe(false);
  });

  test('a missing number is over nothing', () => {
    expect(exclude('job_seeker', is('s_hours_missing', 'dk'), over(0))).toBe(true);
    expect(exclude('job_seeker', is('s_hours_missing', 'dk'), is('s_hours_missing', 'pnts', 'blank'))).toBe(
      true,
    );
    expect(implies('job_seeker', is('s_hours_missing', 'dk'), is('s_hours_missing', 'dk', 'pnts'))).toBe(
      true,
    );
  });

  test('a question of the other side has no answer, and one that nobody is asked is named', () => {
    expect(exclude('employer', is('s_stage', 'int1'), all())).toBe(true);
    expect(() => implies('employer', is('s_stages', 'int1'), all())).toThrow('Nobody is asked s_stages.');
  });
});
