import { describe, expect, test } from 'vitest';
import type { Given } from '../../../src/survey/offRoute.ts';
import { progressAt, progressWords, timeLeft } from '../../../src/survey/progress.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { screensOf } from '../../../src/survey/screensOf.ts';
import { variablesOf } from '../../../src/survey/variables.ts';

const at = (side: SideId, answers: Given, id: string) => {
  const variables = variablesOf(questionnaire, side);
  const { questions } = questionnaire.sides[side];
  const steps = questions.map((question) => variables.filter((variable) => variable.question === question));
  const screen = screensOf(questions).find((shown) => shown.some((question) => question.id === id)) ?? [];
  return progressAt(
    steps,
    answers,
    screen.map((question) => questions.indexOf(question)),
  );
};

describe('Progress', () => {
  test('before the route is known it says “up to”', () => {
    expect(progressWords(at('job_seeker', {}, 's_outcome'))).toBe('Question 1 of up to 16');
    expect(progressWords(at('employer', {}, 'e_role'))).toBe('Question 1 of up to 16');
  });

  test('who was turned down is asked all 16', () => {
    const answers = { s_outcome: 'rejected_told', s_elapsed: 'm3_6', s_stage: 'int1' };
    expect(progressWords(at('job_seeker', answers, 's_explanation'))).toBe('Question 7 of 16');
    expect(at('job_seeker', answers, 's_explanation').isOpen).toBe(false);
  });

  test('who pulled out is asked 9, and the seven left out are marked', () => {
    const progress = at('job_seeker', { s_outcome: 'withdrew' }, 's_hours');
    expect(progressWords(progress)).toBe('Question 4 of 9');
    expect(progress.marks.filter((mark) => mark === 'left-out')).toHaveLength(7);
    expect(progress.marks.slice(0, 5)).toEqual(['done', 'done', 'done', 'now', 'left-out']);
  });

  test('two questions on one screen are counted as two', () => {
    const progress = at('job_seeker', { s_outcome: 'rejected_told', s_stage: 'int1' }, 'seniority');
    expect(progressWords(progress)).toBe('Questions 14 and 15 of 16');
    expect(progress.marks.slice(12)).toEqual(['done', 'now', 'now', 'ahead']);
    const short = at('job_seeker', { s_outcome: 'withdrew', s_stage: 'int1' }, 'org_size');
    expect(progressWords(short)).toBe('Questions 7 and 8 of 9');
  });

  test('a skipped question that decides nothing any more closes the route', () => {
    const answers = { e_role: 'hr' };
    expect(progressWords(at('employer', answers, 'e_told'))).toBe('Question 3 of up to 16');
    expect(progressWords(at('employer', answers, 'e_reason'))).toBe('Question 4 of 16');
    const none = { e_told_applied: 'none', e_told_screened: 'none', e_told_interviewed: 'na_stage' };
    expect(progressWords(at('employer', { ...answers, ...none }, 'e_form'))).toBe('Question 4 of 15');
  });

  test('the time left is counted from the route', () => {
    const told = { s_outcome: 'rejected_told' };
    expect(timeLeft(at('job_seeker', told, 's_elapsed'), 4)).toBe('About 4 minutes left');
    expect(timeLeft(at('job_seeker', told, 's_confidence'), 4)).toBe('About 2 minutes left');
    expect(timeLeft(at('job_seeker', told, 'org_size'), 4)).toBe('About 1 minute left');
    expect(timeLeft(at('job_seeker', told, 'region'), 4)).toBe('Less than a minute left');
  });
});
