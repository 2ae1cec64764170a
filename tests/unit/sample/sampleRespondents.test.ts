import { describe, expect, test } from 'vitest';
import { committedSample, sampleRespondents } from '../../../src/sample/sampleRespondents.ts';
import { holds, type Condition } from '../../../src/survey/condition.ts';
import { elapsedInFrame } from '../../../src/survey/frame.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { submissionSchema, type Submission } from '../../../src/survey/submission.ts';
import { variablesOf } from '../../../src/survey/variables.ts';

const sample = sampleRespondents(committedSample);
const of = (side: SideId) => sample.filter((submission) => submission.side === side);
const seekers = of('job_seeker');
const employers = of('employer');

const is = (variable: string, ...codes: string[]): Condition => ({ variable, in: codes });
const where = (people: readonly Submission[], ...conditions: Condition[]) =>
  people.filter(({ answers }) => holds({ all: conditions }, answers));
/** The share of people with a condition among those with another one, in percent. */
const percent = (people: readonly Submission[], condition: Condition) =>
  (100 * where(people, condition).length) / people.length;

const interviewed = is('s_stage', 'int1', 'int2', 'int3');
const turnedDownOrWaiting = is('s_outcome', 'rejected_told', 'silent');
const median = (people: readonly Submission[]) => {
  const hours = people.flatMap(({ answers }) =>
    typeof answers.s_hours === 'number' ? [answers.s_hours] : [],
  );
  return hours.sort((a, b) => a - b)[Math.floor(hours.length / 2)] ?? Number.NaN;
};

describe('the sample', () => {
  test('holds 1,200 job seekers and 500 employers, each valid', () => {
    expect([seekers.length, employers.length]).toEqual([1200, 500]);
    for (const submission of sample)
      expect(
        submissionSchema(questionnaire, submission.side).safeParse(submission).error?.issues ?? [],
      ).toEqual([]);
  });

  test('gives each person an id and a receipt of their own', () => {
    expect(new Set(sample.map(({ id }) => id)).size).toBe(sample.length);
    expect(new Set(sample.map(({ receipt }) => receipt)).size).toBe(sample.length);
  });

  test('is the same, byte for byte, whenever it is drawn', () => {
    expect(JSON.stringify(sampleRespondents(committedSample))).toBe(JSON.stringify(sample));
  });

  test('leaves a person as they are when more people are asked for', () => {
    const few = sampleRespondents({ ...committedSample, jobSeekers: 18, employers: 3 });
    expect(few[17]).toEqual(seekers[17]);
    expect(few.slice(18)).toEqual(employers.slice(0, 3));
    expect(sampleRespondents({ ...committedSample, jobSeekers: 0, employers: 0 })).toEqual([]);
  });

  test('is another crowd with another seed', () => {
    const other = sampleRespondents({ seed: 'other', jobSeekers: 1200, employers: 500 });
    const ids = new Set(sample.map(({ id }) => id));
    expect(other.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(other.map(({ answers }) => answers)).not.toEqual(sample.map(({ answers }) => answers));
  });
});

describe('what is in it', () => {
  test('nobody is screened out, and every job seeker’s process is in the frame', () => {
    expect(where(seekers, is('s_stage', 'none_fit'))).toEqual([]);
    expect(where(seekers, is('s_elapsed', 'lt45', 'gt2y'))).toEqual([]);
    expect(where(employers, is('e_role', 'none'))).toEqual([]);
    for (const code of elapsedInFrame)
      expect(where(seekers, is('s_elapsed', code)).length).toBeGreaterThanOrEqual(10);
  });

  test('some employers have nobody to describe, or do not remember enough', () => {
    for (const code of ['nobody', 'forgot']) {
      expect(percent(employers, is('e_last', code))).toBeGreaterThan(4);
      expect(percent(employers, is('e_last', code))).toBeLessThan(15);
    }
  });

  test('every kind of missing answer occurs, each for few', () => {
    for (const [side, people] of [
      ['job_seeker', seekers],
      ['employer', employers],
    ] as const) {
      const asked = variablesOf(questionnaire, side).filter(({ required }) => !required);
      const cells = people.flatMap(({ answers }) =>
        asked
          .filter(({ shownIf }) => shownIf === undefined || holds(shownIf, answers))
          .map(({ id }) => answers[id] ?? 'blank'),
      );
      for (const code of ['dk', 'pnts', 'blank', ...(side === 'employer' ? ['unseen'] : [])]) {
        const share = cells.filter((answer) => answer === code).length / cells.length;
        expect([side, code, share > 0.003, share < 0.05]).toEqual([side, code, true, true]);
      }
    }
  });

  test('groups are uneven: some can be published, some are too small', () => {
    for (const variable of ['industry', 'region']) {
      const sizes = variablesOf(questionnaire, 'job_seeker')
        .find(({ id }) => id === variable)
        ?.options.filter(({ code }) => !(code in questionnaire.missing))
        .map(({ code }) => where(seekers, is(variable, code)).length);
      expect(sizes?.filter((size) => size >= 90).length).toBeGreaterThanOrEqual(3);
      expect(sizes?.filter((size) => size > 0 && size < 10).length).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('how it hangs together', () => {
  const base = where(seekers, turnedDownOrWaiting);
  const answered = (variable: string): Condition => ({
    variable,
    notIn: ['dk', 'pnts', 'unseen', 'blank'],
  });
  const aboutThem = (side: 'e' | 's') => is(`${side}_explanation`, 'specific', 'actionable');

  test('of the interviewed, about 60 in 100 were told, and at most one in four got a reason about them', () => {
    const people = where(base, interviewed);
    expect(Math.abs(percent(people, is('s_outcome', 'rejected_told')) - 60)).toBeLessThan(5);
    expect(percent(people, { any: [aboutThem('s'), is('s_asked', 'useful')] })).toBeLessThan(25);
  });

  test('more of the people that employers describe were told, and more heard why', () => {
    const known = where(employers, is('e_last', 'int1', 'int2', 'int3'), answered('e_time')).filter(
      ({ answers }) => answers.e_time !== undefined,
    );
    const told = 100 - percent(known, is('e_time', 'never'));
    expect(told).toBeGreaterThan(percent(where(base, interviewed), is('s_outcome', 'rejected_told')) + 5);
    expect(percent(known, aboutThem('e'))).toBeGreaterThan(percent(where(base, interviewed), aboutThem('s')));
  });

  test('of the employers who had a reason about the person, about a third passed it on', () => {
    const knowsWhatWasSaid: Condition = {
      any: [is('e_time', 'never'), is('e_explanation', 'form', 'generic', 'specific', 'actionable')],
    };
    const had = where(employers, is('e_known', 'written', 'yes'), knowsWhatWasSaid);
    const passedOn = percent(had, { any: [aboutThem('e'), is('e_asked', 'useful')] });
    expect(Math.abs(passedOn - 33)).toBeLessThan(5);
    const others = where(employers, is('e_known', 'rival', 'other', 'unclear'));
    expect(percent(others, aboutThem('e'))).toBeLessThan(passedOn / 2);
  });

  test('those who apply often are told less', () => {
    const often = is('s_sent', 'a21_50', 'a51_100', 'a100p');
    const seldom = is('s_sent', 'none', 'a1_5');
    const told = (people: Condition) => percent(where(base, people), is('s_outcome', 'rejected_told'));
    expect(told(seldom)).toBeGreaterThan(told(often) + 5);
  });

  test('how many jobs they applied for fits when they last did', () => {
    const lately = where(seekers, is('s_stage', 'applied'), is('s_elapsed', 'd45_90'));
    expect(percent(lately, is('s_sent', 'none'))).toBeLessThan(5);
    const longAgo = where(seekers, is('s_stage', 'applied'), is('s_elapsed', 'm6_12', 'y1_2'));
    expect(percent(longAgo, is('s_sent', 'a21_50', 'a51_100', 'a100p'))).toBeLessThan(5);
  });

  test('how far people got drives effort and being told', () => {
    const stages = [is('s_stage', 'applied'), is('s_stage', 'screened'), interviewed];
    const hours = stages.map((stage) => median(where(seekers, stage)));
    const told = stages.map((stage) => percent(where(base, stage), is('s_outcome', 'rejected_told')));
    expect(hours).toEqual([...hours].sort((a, b) => a - b));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(new Set(hours).size).toBe(3);
  });

  test.each(['s_clear', 's_confident', 's_again'])(
    'a better explanation goes with a higher %s',
    (variable) => {
      const rungs = [
        where(base, is('s_outcome', 'silent')),
        where(base, is('s_explanation', 'form')),
        where(base, is('s_explanation', 'generic')),
        where(base, aboutThem('s')),
      ];
      const high = rungs.map((people) => percent(people, is(variable, 'p4', 'p5')));
      expect(high).toEqual([...high].sort((a, b) => a - b));
      expect((high[3] ?? 0) - (high[0] ?? 0)).toBeGreaterThan(20);
    },
  );

  test('nobody says that a person was told, and does not know when, of one who was not', () => {
    const unknown = where(employers, is('e_time', 'dk'));
    expect(unknown.length).toBeGreaterThan(3);
    expect(percent(unknown, answered('e_explanation'))).toBeGreaterThan(70);
  });
});
