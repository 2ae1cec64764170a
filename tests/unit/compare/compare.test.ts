import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, comparedCharts } from '../../../src/compare/compare.ts';
import type { Comparison } from '../../../src/compare/comparison.ts';
import type { Release } from '../../../src/release/release.ts';
import type { Answers } from '../../../src/survey/answers.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { recruiter, turnedDown } from '../../browser/survey/examples.ts';
import { validAnswers } from '../../examples/anyAnswers.ts';
import { exampleRelease as sample, withholding as withheldIn } from '../../examples/release.ts';

const beside = (release: Release, side: SideId, answers: object) =>
  compare({ release, questionnaire, host: 'nobutwhy.example' }, side, answers as Answers);

function comparisons(side: SideId, answers: object, release: Release = sample): readonly Comparison[] {
  const compared = beside(release, side, answers);
  if ('nothing' in compared) throw new Error(compared.nothing);
  return compared.comparisons;
}
const sentences = (side: SideId, answers: object, release?: Release): readonly string[] =>
  comparisons(side, answers, release).map(({ sentence }) => sentence);

/** The release in which some series are withheld. */
const withholding = (...names: readonly string[]): Release => withheldIn(sample, ...names);

/** Where the person stands in each chart. */
const places = (side: SideId, answers: object, release?: Release) =>
  comparisons(side, answers, release).map(({ you }) => you);

describe('Job seekers', () => {
  test('a standard message after interviews, told within two weeks', () => {
    expect(sentences('job_seeker', turnedDown)).toEqual([
      'You got a standard message. So did 99 of the 308 people here.',
      'You were told in 8 to 14 days. Of the 816 people here, 117 were told sooner and 435 never.',
      'You were told that you were not selected. So were 258 of the 318 people here who were interviewed.',
    ]);
    expect(places('job_seeker', turnedDown)).toEqual(['Form letter', '8 to 14 days', 'Interviewed: told']);
    // What employers’ bands allow.
    expect(comparisons('job_seeker', turnedDown)[2]?.detail).toContain(
      'employers here say they tell 80–90%.',
    );
  });

  test('silence after interviews', () => {
    const silent = { s_outcome: 'silent', s_stage: 'int3', s_elapsed: 'm6_12' };
    expect(sentences('job_seeker', silent)).toEqual([
      'You never got a final answer. Nor did 60 of the 308 people here.',
      'You were never told. Nor were 435 of the 816 people here.',
      'You were not told. Nor were 60 of the 318 people here who were interviewed.',
    ]);
    expect(places('job_seeker', silent)).toEqual(['Silence', 'Never told', 'Interviewed: not told']);
  });

  test('told after the last day that is published is the stretch after it', () => {
    const late = { ...turnedDown, s_time: 'gt90' };
    expect(sentences('job_seeker', late)[1]).toBe(
      'You were told after more than 90 days. Of the 816 people here, 351 were told sooner and 435 never.',
    );
    expect(sentences('job_seeker', { ...turnedDown, s_time: 'd2' })[1]).toBe(
      'You were told within 2 days. Of the 816 people here, 38 were told as quickly and 435 never.',
    );
  });

  test('who only applied, just now, has a place in one figure and is told why not in the others', () => {
    const applied = {
      s_outcome: 'rejected_told',
      s_stage: 'applied',
      s_elapsed: 'lt45',
      s_explanation: 'form',
    };
    const [ladder, days, told] = comparisons('job_seeker', applied);
    expect(ladder?.sentence).toContain('You were not interviewed.');
    expect(days?.sentence).toContain('less than 45 days ago');
    expect([ladder?.you, days?.you, told?.you]).toEqual([undefined, undefined, 'Only applied: told']);
    expect(told?.sentence).toBe(
      'You were told that you were not selected. So were 131 of the 446 people here who only applied.',
    );
  });

  test('what was left out is said, not guessed', () => {
    const { s_explanation, s_time, ...rest } = turnedDown;
    expect([s_explanation, s_time]).toEqual(['form', 'd14']);
    expect(sentences('job_seeker', rest).slice(0, 2)).toEqual([
      'You left out what the employer told you about why, so there is no place to mark as yours.',
      'You left out how long it was until you were told, so there is no place to mark as yours.',
    ]);
    expect(places('job_seeker', rest).slice(0, 2)).toEqual([undefined, undefined]);
    expect(sentences('job_seeker', { ...turnedDown, s_explanation: 'dk' })[0]).toContain('You do not know');
  });

  test.each([
    [{ s_outcome: 'withdrew', s_stage: 'int1' }, 'You pulled out.'],
    [{ s_outcome: 'offered', s_stage: 'int1' }, 'You were offered the job.'],
    [{ s_outcome: 'none_fit' }, 'You have no application that is over.'],
    [{ ...turnedDown, s_elapsed: 'gt2y' }, 'Your last step was more than two years ago.'],
  ])('%j is in none of the figures', (answers, words) => {
    const compared = beside(sample, 'job_seeker', answers);
    expect('nothing' in compared && compared.nothing).toContain(words);
  });
});

describe('Employers', () => {
  test('a recruiter’s practice beside the others’ and the job seekers’', () => {
    expect(sentences('employer', recruiter)).toEqual([
      'From you, an interviewed candidate usually gets a reason that could have gone to anyone. 128 of the 424 employers here say the same.',
      'After interviews, you tell all of the people you turn down. 263 of the 455 employers here say the same.',
      'After a screening, test or task: you do not have this stage, so there is nothing to compare.',
      'After an application alone, you tell none of the people you turn down. 58 of the 454 employers here say the same.',
    ]);
    expect(places('employer', recruiter)).toEqual([
      'For anyone',
      'Interviewed: all',
      undefined,
      'Only applied: none',
    ]);
    const [ladder, told] = comparisons('employer', recruiter);
    expect(ladder?.detail).toBe('Of 308 job seekers here who were interviewed, 76 tell of the same.');
    expect(told?.detail).toMatch(/^Of 318 job seekers here who got as far, \d+ were told\./);
  });

  test('a band is named as it was chosen, and a practice that varies has no one place', () => {
    const answers = { e_role: 'hr', e_told_interviewed: 'q75_99', e_form: 'varies' };
    const [ladder, told] = comparisons('employer', answers);
    expect(ladder?.sentence).toContain('it depends on who handles it');
    expect(told?.sentence).toBe(
      'After interviews, you tell 3 in 4 or more, but not all, of the people you turn down. 103 of the 455 employers here say the same.',
    );
    expect([ladder?.you, told?.you]).toEqual([undefined, 'Interviewed: 3 in 4 or more, but not all']);
  });

  test('who had no part in hiring is in none of the figures', () => {
    expect(beside(sample, 'employer', { e_role: 'none' })).toHaveProperty('nothing');
  });
});

describe('A group that is too small', () => {
  const names = ['E3 job_seeker_interviewed', 'E2 job_seeker_45_days', 'E11 job_seeker_interviewed'];

  test('is said to be, the person keeps a place, and no number of it is worked out', () => {
    const all = comparisons('job_seeker', turnedDown, withholding(...names, 'E11 employer_interviewed'));
    expect(all.map(({ you }) => you)).toEqual(places('job_seeker', turnedDown));
    for (const { sentence, detail } of all) {
      expect(sentence).toMatch(/There are too few answers yet to set beside it\.$/);
      expect(sentence).not.toMatch(/ of the \d|%/);
      expect(detail).toBeUndefined();
    }
  });

  test('leaves what the other side says standing', () => {
    const [, told] = comparisons('employer', recruiter, withholding('E11 job_seeker_interviewed'));
    expect(told?.sentence).toContain('263 of the 455 employers here say the same.');
    expect(told?.detail).toBeUndefined();
    const [, , seeker] = comparisons('job_seeker', turnedDown, withholding('E11 employer_interviewed'));
    expect(seeker?.sentence).toContain('So were 258 of the 318 people');
    expect(seeker?.detail).toBeUndefined();
  });
});

test('for any answers every sentence is whole, passes no judgement and is about a chart of its side', () => {
  for (const side of ['job_seeker', 'employer'] as const)
    fc.assert(
      fc.property(validAnswers(side), (answers) => {
        const compared = beside(sample, side, answers);
        const about = 'nothing' in compared ? [] : compared.comparisons;
        // Each chart of the side, whatever was answered: asking for them gives no answer away.
        if (!('nothing' in compared))
          expect(new Set(about.map(({ chart }) => chart))).toEqual(new Set(comparedCharts[side]));
        const all = 'nothing' in compared ? [compared.nothing] : about.map(({ sentence }) => sentence);
        for (const sentence of all) {
          expect(sentence).toMatch(/\.$/);
          expect(sentence).not.toMatch(/undefined|NaN|better|worse|only you|unfortunately/i);
        }
      }),
      { numRuns: 300 },
    );
});
