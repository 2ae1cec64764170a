import { describe, expect, test } from 'vitest';
import {
  datePlace,
  described,
  describedPerson,
  elapsed,
  elapsedInFrame,
  frame,
  isInFrame,
  years,
} from '../../../src/survey/frame.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';

test.each([
  [44, false],
  [45, true],
  [730, true],
  [731, false],
])('a last step %i days ago is in the frame: %s', (daysAgo, expected) => {
  expect(isInFrame(daysAgo)).toBe(expected);
});

describe('when the last step was', () => {
  const dated = elapsed.filter(({ code }) => code !== 'ge45');

  test('each day belongs to one answer', () => {
    for (let day = 0; day <= 1_000; day += 1)
      expect([day, dated.filter(({ from, to }) => day >= from && day <= to).length]).toEqual([day, 1]);
  });

  test('an answer is wholly inside the frame or wholly outside', () => {
    for (const { code, from, to } of elapsed)
      expect([code, isInFrame(from)]).toEqual([code, isInFrame(Math.min(to, 100_000))]);
  });

  test('these are inside', () => {
    expect(elapsedInFrame).toEqual(['d45_90', 'm3_6', 'm6_12', 'y1_2', 'ge45']);
  });

  test('those outside end the questionnaire, and no other does', () => {
    const question = questionnaire.sides.job_seeker.questions.find(({ id }) => id === 's_elapsed');
    const ending = question?.kind === 'single' ? (question.screensOut ?? []).map(({ code }) => code) : [];
    const outside = elapsed.map(({ code }) => code).filter((code) => !elapsedInFrame.includes(code));
    expect(ending).toEqual(outside);
  });
});

test('the intro and the questions say the days, the years and the place of the date as the frame has them', () => {
  const { job_seeker, employer } = questionnaire.sides;
  const intro = job_seeker.intro.join(' ');
  expect(intro).toContain(`at least ${frame.days} days ago** (before ${datePlace})`);
  expect(intro).toContain(`in ${years}?`);
  const last = employer.questions.find(({ id }) => id === 'e_last')?.wording;
  expect(last).toContain(`in the last ${years}`);
  expect(last).toContain(`at least ${frame.days} days ago (before ${datePlace})`);
});

describe('which process a job seeker describes', () => {
  const one = (daysAgo: number, interviews: number, outcome: string) => ({ daysAgo, interviews, outcome });

  test('the latest with an interview, although a later one without was told', () => {
    const processes = [one(50, 0, 'no'), one(300, 2, 'silent'), one(200, 1, 'no')];
    expect(described(processes)).toEqual(one(200, 1, 'no'));
  });

  test('without an interview in the frame the latest application, silent or not', () => {
    expect(described([one(60, 0, 'silent'), one(90, 0, 'no'), one(20, 3, 'no'), one(900, 2, 'no')])).toEqual(
      one(60, 0, 'silent'),
    );
  });

  test('nothing that ended less than 45 days ago, however it ended', () => {
    expect(described([one(3, 1, 'no'), one(44, 1, 'silent')])).toBeUndefined();
    expect(described<ReturnType<typeof one>>([])).toBeUndefined();
  });

  test('how a process went changes nothing', () => {
    const processes = [one(50, 1, 'a'), one(45, 1, 'b'), one(46, 1, 'c')];
    for (const outcome of ['no', 'silent'])
      expect(described(processes.map((process) => ({ ...process, outcome })))?.daysAgo).toBe(45);
  });
});

describe('which person an employer describes', () => {
  const person = (firstName: string, told: boolean) => ({ firstName, told });

  test('of the latest job the one whose first name comes first, told or not', () => {
    const jobs = [
      { daysAgo: 100, interviewed: [person('Aaron', true)] },
      { daysAgo: 60, interviewed: [person('Zoe', true), person('Bea', false), person('Kim', true)] },
      { daysAgo: 20, interviewed: [person('Abe', true)] },
    ];
    expect(describedPerson(jobs)).toEqual(person('Bea', false));
  });

  test('nobody where the latest job interviewed nobody else, and where no job is far enough back', () => {
    expect(
      describedPerson([
        { daysAgo: 60, interviewed: [] },
        { daysAgo: 90, interviewed: [person('Ann', true)] },
      ]),
    ).toBeUndefined();
    expect(describedPerson([{ daysAgo: 10, interviewed: [person('Ann', true)] }])).toBeUndefined();
  });
});
