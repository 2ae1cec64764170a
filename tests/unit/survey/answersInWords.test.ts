import { expect, test } from 'vitest';
import { answersInWords } from '../../../src/survey/answersInWords.ts';
import type { Answers } from '../../../src/survey/answers.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { recruiter, turnedDown } from '../../browser/survey/examples.ts';

const words = (side: 'job_seeker' | 'employer', answers: object) =>
  answersInWords(questionnaire, side, answers as Answers);

test('every question of the route, in order, with the words that were chosen', () => {
  const said = words('job_seeker', turnedDown);
  expect(said.map(({ id }) => id)).toEqual(questionnaire.sides.job_seeker.questions.map(({ id }) => id));
  expect(said.slice(0, 4).map(({ lines }) => lines)).toEqual([
    [{ answer: 'The employer told me I was not selected' }],
    [{ answer: '3 to 6 months ago' }],
    [{ answer: 'Two interviews' }],
    [{ answer: '12 hours' }],
  ]);
});

test('a skipped question says so, and one that was not asked is not there', () => {
  const said = words('job_seeker', { s_outcome: 'withdrew', s_stage: 'int1', s_hours: 'dk' });
  expect(said.find(({ id }) => id === 's_elapsed')?.lines).toEqual([{ answer: 'Skipped' }]);
  expect(said.find(({ id }) => id === 's_hours')?.lines).toEqual([{ answer: 'Don’t know' }]);
  expect(said.some(({ id }) => id === 's_explanation')).toBe(false);
  expect(words('employer', { e_role: 'none' }).map(({ id }) => id)).toEqual(['e_role']);
});

test('rows are lines, and a row that was not asked is none', () => {
  const said = words('employer', recruiter);
  expect(said.find(({ id }) => id === 'e_reason')?.lines).toEqual([
    { label: 'People who were interviewed', answer: 'Fewer than 1 in 4' },
  ]);
});
