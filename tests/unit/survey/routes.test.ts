import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elapsed } from '../../../src/survey/frame.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { isShown } from '../../../src/survey/routing.ts';
import { variablesOf } from '../../../src/survey/variables.ts';
import { validAnswers } from '../../examples/anyAnswers.ts';

function variable(side: SideId, id: string) {
  const found = variablesOf(questionnaire, side).find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`There is no ${id} on the side ${side}.`);
  return found;
}

/** The codes that a question offers on a route, missing ones apart; none where it is not asked. */
function offeredOn(side: SideId, id: string, answers: Readonly<Record<string, string>>): readonly string[] {
  const asked = variable(side, id);
  if (!isShown(asked, answers)) return [];
  return asked.options
    .filter((option) => isShown(option, answers) && !(option.code in questionnaire.missing))
    .map(({ code }) => code);
}

describe('a date is answered as it can have gone', () => {
  test.each([
    ['rejected_told', ['kept', 'late', 'none']],
    ['cancelled', ['kept', 'late', 'none']],
    ['offered', ['kept', 'late', 'none']],
    ['silent', ['broken', 'none']],
    ['open', []],
    ['withdrew', []],
  ])('s_promised after %s: %j', (outcome, codes) => {
    expect(offeredOn('job_seeker', 's_promised', { s_outcome: outcome })).toEqual(codes);
  });

  test.each([
    ...['d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk'].map(
      (time) => [time, ['kept', 'late', 'none']] as const,
    ),
    ['never', ['broken', 'none']] as const,
    ['unseen', []] as const,
    ['pnts', []] as const,
  ])('e_promised after %s: %j', (time, codes) => {
    expect(offeredOn('employer', 'e_promised', { e_last: 'int1', e_time: time })).toEqual(codes);
  });

  test('the tables above name every result', () => {
    expect(variable('job_seeker', 's_outcome').options.map(({ code }) => code)).toEqual([
      'rejected_told',
      'silent',
      'open',
      'cancelled',
      'withdrew',
      'offered',
    ]);
    expect(variable('employer', 'e_time').options).toHaveLength(11);
  });
});

test('nobody can have been told later than their last step is ago', () => {
  const earliest: Readonly<Record<string, number>> = {
    d2: 0,
    d7: 3,
    d14: 8,
    d30: 15,
    d45: 31,
    d90: 46,
    gt90: 91,
  };
  for (const { code, to } of elapsed) {
    const times = offeredOn('job_seeker', 's_time', { s_outcome: 'rejected_told', s_elapsed: code });
    expect([code, times.length]).toEqual([code, code === 'd45_90' ? 6 : 7]);
    if (code !== 'lt45') for (const time of times) expect(earliest[time]).toBeLessThanOrEqual(to);
  }
});

describe('what a job seeker is asked', () => {
  test.each([
    [
      'rejected_told',
      's_promised s_time s_channel s_explanation s_asked s_clear s_confident s_again s_wanted',
    ],
    ['silent', 's_promised s_asked s_clear s_confident s_again s_wanted'],
    ['cancelled', 's_promised s_time s_channel'],
    ['offered', 's_promised s_time'],
    ['open', ''],
    ['withdrew', ''],
  ])('after %s, beside what everybody is asked: %s', (outcome, ids) => {
    const answers = { s_stage: 'applied', s_outcome: outcome };
    const asked = variablesOf(questionnaire, 'job_seeker')
      .filter((one) => one.shownIf !== undefined && isShown(one, answers))
      .map(({ id }) => id);
    expect(asked.join(' ')).toBe(ids);
  });

  test.each([
    ['applied', false],
    ['screened', true],
    ['int1', true],
    ['int2', true],
    ['int3', true],
  ])('another application, of somebody who got as far as %s: %s', (stage, isAsked) => {
    expect(isShown(variable('job_seeker', 's_only_applied'), { s_stage: stage })).toBe(isAsked);
  });
});

describe('what an employer is asked about a person', () => {
  const aboutPerson = ['e_known', 'e_time', 'e_promised', 'e_channel', 'e_explanation', 'e_asked'];
  const askedOf = (answers: Readonly<Record<string, string>>) =>
    aboutPerson.filter((id) => isShown(variable('employer', id), answers)).join(' ');

  test.each([
    ['nobody', ''],
    ['forgot', ''],
    ['int1', 'e_known e_time e_asked'],
    ['int3', 'e_known e_time e_asked'],
  ])('%s, before the time is known: %s', (last, ids) => {
    expect(askedOf({ e_last: last })).toBe(ids);
  });

  test.each([
    ['d45', 'e_known e_time e_promised e_channel e_explanation e_asked'],
    ['dk', 'e_known e_time e_promised e_channel e_explanation e_asked'],
    ['never', 'e_known e_time e_promised e_asked'],
    ['unseen', 'e_known e_time e_asked'],
    ['pnts', 'e_known e_time e_asked'],
  ])('told: %s', (time, ids) => {
    expect(askedOf({ e_last: 'int2', e_time: time })).toBe(ids);
  });

  test('who heard that the job was dropped is not asked about feedback', () => {
    const answers = { e_last: 'int1', e_time: 'd7' };
    expect(askedOf({ ...answers, e_explanation: 'cancelled' })).not.toContain('e_asked');
    expect(askedOf({ ...answers, e_explanation: 'form' })).toContain('e_asked');
  });

  test.each([
    ['recruiter_in', true],
    ['recruiter_agency', true],
    ['hr', true],
    ['owner', true],
    ['manager', false],
    ['interviewer', false],
  ])('how many of those who only applied were told, of role %s: %s', (role, isAsked) => {
    expect(isShown(variable('employer', 'e_told_applied'), { e_role: role, e_volume: 'v1_10' })).toBe(
      isAsked,
    );
    expect(isShown(variable('employer', 'e_told_applied'), { e_role: role, e_volume: 'none' })).toBe(false);
  });
});

test.each(['job_seeker', 'employer'] as const)(
  'every question of the %s side that is asked says in exactly one line what it is about',
  (side) => {
    fc.assert(
      fc.property(validAnswers(side), (answers) => {
        for (const one of variablesOf(questionnaire, side)) {
          const lines = one.question.about.filter((line) => isShown(line, answers));
          if (isShown(one, answers)) expect([one.id, lines.length]).toEqual([one.id, 1]);
        }
      }),
      { numRuns: 300 },
    );
  },
);

test('the group questions are about that job where there was one, else about the usual one', () => {
  const line = (last: string) =>
    variable('employer', 'industry').question.about.find((one) => isShown(one, { e_last: last }))?.text;
  expect(line('int2')).toBe('About that job');
  expect(line('nobody')).toBe('About the job you hire for most often');
  expect(line('forgot')).toBe('About the job you hire for most often');
});
