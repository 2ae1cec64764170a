import { describe, expect, test } from 'vitest';
import { progressAt, progressWords, timeLeft } from '../../../src/survey/progress.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { screensOf } from '../../../src/survey/screensOf.ts';
import { variablesOf } from '../../../src/survey/variables.ts';
import type { Answers } from '../../../src/survey/answers.ts';

const at = (side: SideId, answers: Answers, id: string) => {
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
    expect(progressWords(at('job_seeker', {}, 's_stage'))).toBe('Question 1 of up to 19');
    expect(progressWords(at('employer', {}, 'e_role'))).toBe('Question 1 of up to 18');
  });

  test('who was turned down after an interview is asked all 19', () => {
    const answers = { s_stage: 'int1', s_elapsed: 'm3_6', s_outcome: 'rejected_told' };
    expect(progressWords(at('job_seeker', answers, 's_explanation'))).toBe('Question 8 of 19');
    expect(at('job_seeker', answers, 's_explanation').isOpen).toBe(false);
  });

  test('who pulled out is asked 10, and the nine left out are marked', () => {
    const progress = at('job_seeker', { s_stage: 'int1', s_outcome: 'withdrew' }, 's_hours');
    expect(progressWords(progress)).toBe('Question 4 of 10');
    expect(progress.marks.filter((mark) => mark === 'left-out')).toHaveLength(9);
    expect(progress.marks.slice(0, 5)).toEqual(['done', 'done', 'done', 'now', 'left-out']);
  });

  test('two questions on one screen are counted as two', () => {
    const progress = at('job_seeker', { s_stage: 'int1', s_outcome: 'rejected_told' }, 'seniority');
    expect(progressWords(progress)).toBe('Questions 17 and 18 of 19');
    expect(progress.marks.slice(15)).toEqual(['done', 'now', 'now', 'ahead']);
    const short = at('job_seeker', { s_stage: 'applied', s_outcome: 'withdrew' }, 'org_size');
    expect(progressWords(short)).toBe('Questions 7 and 8 of 9');
  });

  test('a set of rows is one question', () => {
    const answers = { e_role: 'hr', e_volume: 'v1_10' };
    expect(progressWords(at('employer', answers, 'e_told'))).toBe('Question 3 of up to 18');
    expect(progressWords(at('employer', { ...answers, e_last: 'nobody' }, 'e_barriers'))).toBe(
      'Question 6 of 12',
    );
  });

  test('the route stays open while an answer to come decides, and a skipped question closes it', () => {
    const told = { e_role: 'hr', e_last: 'int1', e_time: 'd7' };
    expect(progressWords(at('employer', told, 'e_explanation'))).toBe('Question 9 of up to 18');
    expect(progressWords(at('employer', told, 'e_asked'))).toBe('Question 10 of 18');
    const nobody = { e_role: 'hr', e_volume: 'none' };
    expect(progressWords(at('employer', nobody, 'e_last'))).toBe('Question 3 of up to 17');
    expect(progressWords(at('employer', { ...nobody, e_last: 'forgot' }, 'e_wanted'))).toBe(
      'Question 4 of 11',
    );
  });

  test('the time left is counted from the route', () => {
    const told = { s_stage: 'int1', s_outcome: 'rejected_told' };
    expect(timeLeft(at('job_seeker', told, 's_stage'), 5)).toBe('About 5 minutes left');
    expect(timeLeft(at('job_seeker', told, 's_confident'), 5)).toBe('About 2 minutes left');
    expect(timeLeft(at('job_seeker', told, 'industry'), 5)).toBe('About 1 minute left');
    expect(timeLeft(at('job_seeker', told, 'region'), 5)).toBe('Less than a minute left');
  });
});
