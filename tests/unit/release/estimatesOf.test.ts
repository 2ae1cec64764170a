import { expect, test } from 'vitest';
import { estimatesOf } from '../../../src/release/estimatesOf.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';

const fedBy = (side: SideId, id: string): readonly string[] => {
  const question = questionnaire.sides[side].questions.find((entry) => entry.id === id);
  if (question === undefined) throw new Error(`There is no question ${id}.`);
  return estimatesOf(side, question).map((estimate) => estimate.id);
};

test('a question feeds the estimates that print its words', () => {
  expect(fedBy('job_seeker', 's_explanation')).toEqual(['E3', 'E7', 'E8', 'E9', 'E11']);
  expect(fedBy('employer', 'e_barriers')).toEqual(['E13', 'E15']);
});

test('a question that only decides who is in a base feeds what it is said to feed', () => {
  expect(fedBy('job_seeker', 's_elapsed')).toContain('E2');
});

test('a question feeds nothing that does not look at it, whatever it says', () => {
  const [question] = questionnaire.sides.employer.questions;
  if (question === undefined) throw new Error('The employers are asked nothing.');
  const claiming = { ...question, feeds: ['E1', 'E13'] };
  expect(estimatesOf('employer', claiming).map(({ id }) => id)).not.toContain('E1');
});

test.each(
  Object.values(questionnaire.sides).flatMap((side) =>
    side.questions.map(({ id }) => [side.id, id] as const),
  ),
)('the %s question %s is asked for something', (side, id) => {
  expect(fedBy(side, id).length).toBeGreaterThan(0);
});
