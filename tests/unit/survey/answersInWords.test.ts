import { expect, test } from 'vitest';
import { answersInWords } from '../../../src/survey/answersInWords.ts';
import type { Answers } from '../../../src/survey/answers.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { employer, toldAfterInterviews } from '../../examples/answers.ts';

const words = (side: 'job_seeker' | 'employer', answers: object) =>
  answersInWords(questionnaire, side, answers as Answers);

test('every question of the route, in order, with the words that were chosen', () => {
  const said = words('job_seeker', toldAfterInterviews);
  expect(said.map(({ id }) => id)).toEqual(questionnaire.sides.job_seeker.questions.map(({ id }) => id));
  expect(said.slice(0, 4).map(({ lines }) => lines)).toEqual([
    [{ answer: 'Two' }],
    [{ answer: '3 to 6 months ago' }],
    [{ answer: 'I was told no' }],
    [{ answer: '18 hours' }],
  ]);
});

test('a skipped question says so, and one that was not asked is not there', () => {
  const said = words('job_seeker', { s_outcome: 'withdrew', s_stage: 'int1', s_hours: 'dk' });
  expect(said.find(({ id }) => id === 's_elapsed')?.lines).toEqual([{ answer: 'Skipped' }]);
  expect(said.find(({ id }) => id === 's_hours')?.lines).toEqual([{ answer: 'Don’t know' }]);
  expect(said.some(({ id }) => id === 's_explanation')).toBe(false);
});

test('a missing answer is said in the words of its question', () => {
  const said = words('employer', {
    e_role: 'hr',
    e_last: 'int1',
    e_time: 'unseen',
    e_told_interviewed: 'dk',
  });
  const answers = (id: string) =>
    said.find((question) => question.id === id)?.lines.map(({ answer }) => answer);
  expect(answers('e_time')).toEqual(['I do not know whether anyone told them']);
  expect(answers('e_told')).toEqual(['I do not see this', 'Skipped']);
});

test('a wording comes without its marks and the place of the date', () => {
  const wording = words('employer', employer).find(({ id }) => id === 'e_last')?.wording;
  expect(wording).toContain('at least 45 days ago? Of the people');
  expect(wording).toContain('first name comes first in the alphabet, even');
});

test('rows are lines, and a row that was not asked is none', () => {
  const told = (answers: object) => words('employer', answers).find(({ id }) => id === 'e_told')?.lines;
  expect(told(employer)).toEqual([
    { label: 'Who were interviewed', answer: 'All' },
    { label: 'Who only applied', answer: 'Fewer than 1 in 4' },
  ]);
  expect(told({ ...employer, e_role: 'manager' })).toHaveLength(1);
});
