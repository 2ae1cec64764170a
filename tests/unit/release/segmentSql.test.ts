import { expect, test } from 'vitest';
import { segments } from '../../../src/release/segments.ts';
import { answerName, questionOf } from '../../../src/release/segmentSql.ts';
import { tallySql } from '../../../src/release/tallySql.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { variablesOf } from '../../../src/survey/variables.ts';

test('a segment groups the answers to one question of each side, each answer once and in one category', () => {
  for (const segment of segments)
    for (const side of segment.sides) {
      const question = variablesOf(questionnaire, side).find(({ id }) => id === questionOf(segment, side));
      const grouped = [...segment.categories, ...segment.asides]
        .flatMap(({ where }) => ('any' in where ? where.any : [where]))
        .flatMap((part) => ('in' in part && part.variable === question?.id ? part.in : []));
      expect([segment.id, new Set(grouped).size]).toEqual([segment.id, grouped.length]);
      const offered = (question?.options ?? []).map(({ code }) => code).filter((code) => code !== 'none_fit');
      expect([segment.id, offered.filter((code) => !grouped.includes(code))]).toEqual([segment.id, []]);
    }
});

test.each([
  ['answers to two questions', { variable: 'region', in: ['us'] }],
  ['a condition that is no list of answers', { variable: 'industry', notIn: ['tech'] }],
])('a segment made of %s is refused', (_, where) => {
  const [first] = segments;
  if (first === undefined) throw new Error('There is no segment.');
  const odd = { ...first, asides: [{ code: 'odd', label: 'Odd', where }] };
  expect(() => questionOf(odd, 'employer')).toThrow(
    `The segment ${first.id} is not made of answers to one question a side.`,
  );
});

test('responses are grouped by stored columns: of an expression the planner expects too many values for a hash table', () => {
  const sql = tallySql();
  for (const segment of segments)
    for (const side of segment.sides)
      expect(sql).toMatch(new RegExp(`^ +${questionOf(segment, side)} as ${answerName(segment)},?$`, 'm'));
});
