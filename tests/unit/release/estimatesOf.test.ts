import { expect, test } from 'vitest';
import { catalogue } from '../../../src/release/catalogue.ts';
import { feedsOf } from '../../../src/release/estimatesOf.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';

const questions = Object.values(questionnaire.sides).flatMap((side) =>
  side.questions.map(({ id }) => [side.id, id] as const),
);

test('a question feeds the estimates that count its answers', () => {
  expect(feedsOf('job_seeker', 's_hours')).toEqual(['E4']);
  expect(feedsOf('employer', 'e_barriers')).toEqual(['E13', 'E15']);
});

test('a question feeds the estimates that pick by it whom they are about', () => {
  expect(feedsOf('job_seeker', 's_explanation')).toEqual(['E3', 'E7', 'E8', 'E9']);
  expect(feedsOf('job_seeker', 's_elapsed')).toEqual(['E2', 'E12']);
  expect(feedsOf('employer', 'e_role')).toEqual(['E11', 'E16']);
  expect(feedsOf('employer', 'e_known')).toEqual(['E18']);
});

test.each(questions)('the %s question %s is asked for something', (side, id) => {
  expect(feedsOf(side, id).length).toBeGreaterThan(0);
});

test('every estimate is fed', () => {
  const fed = new Set(questions.flatMap(([side, id]) => feedsOf(side, id)));
  expect(catalogue.map(({ id }) => id).filter((id) => !fed.has(id))).toEqual([]);
});

test('a side that is not asked something is told', () => {
  expect(() => feedsOf('employer', 's_hours')).toThrow('was never asked s_hours');
});
