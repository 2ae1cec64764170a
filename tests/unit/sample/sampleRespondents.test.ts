import { describe, expect, test } from 'vitest';
import { committedSample, sampleRespondents } from '../../../src/sample/sampleRespondents.ts';
import { holds, type Condition } from '../../../src/survey/condition.ts';
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
  test('some people are screened out on each side, and some answer about more than two years ago', () => {
    expect(where(seekers, is('s_outcome', 'in_progress', 'none_fit')).length).toBeGreaterThanOrEqual(30);
    expect(where(employers, is('e_role', 'none')).length).toBeGreaterThanOrEqual(10);
    expect(where(seekers, is('s_elapsed', 'gt2y')).length).toBeGreaterThanOrEqual(5);
  });

  test('don’t know, prefer not to say and blank all occur, each for few', () => {
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
      for (const code of ['dk', 'pnts', 'blank']) {
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
  const base = where(seekers, turnedDownOrWaiting, { variable: 's_elapsed', notIn: ['gt2y'] });

  test('interviewed job seekers climb the ladder about as the drawings of this site show', () => {
    const answered = where(base, interviewed).filter(
      ({ answers }) =>
        answers.s_outcome === 'silent' ||
        (holds({ variable: 's_explanation', notIn: ['dk', 'pnts'] }, answers) &&
          answers.s_explanation !== undefined),
    );
    const rungs = [
      is('s_outcome', 'silent'),
      ...['form', 'generic', 'specific', 'actionable'].map((code) => is('s_explanation', code)),
    ];
    for (const [index, aim] of [20, 32, 23, 16, 9].entries())
      expect(Math.abs(percent(answered, rungs[index] ?? { all: [] }) - aim)).toBeLessThan(4);
  });

  test('employers say of themselves about what the drawings show', () => {
    const answered = where(employers, is('e_form', 'nothing', 'form', 'generic', 'specific', 'actionable'));
    for (const [code, aim] of [
      ['nothing', 11],
      ['form', 32],
      ['generic', 28],
      ['specific', 20],
      ['actionable', 9],
    ] as const)
      expect(Math.abs(percent(answered, is('e_form', code)) - aim)).toBeLessThan(4);
  });

  test('about 41 in 100 had heard by day 45, of those who had waited that long', () => {
    const waited = where(base, is('s_elapsed', 'd45_90', 'm3_6', 'm6_12', 'y1_2'));
    expect(Math.abs(percent(waited, is('s_time', 'd2', 'd7', 'd14', 'd30', 'd45')) - 41)).toBeLessThan(4);
  });

  test('how far people got drives effort and being told', () => {
    const stages = [is('s_stage', 'applied'), is('s_stage', 'screened', 'task'), interviewed];
    const hours = stages.map((stage) => median(where(seekers, stage)));
    const told = stages.map((stage) => percent(where(base, stage), is('s_outcome', 'rejected_told')));
    expect(hours).toEqual([...hours].sort((a, b) => a - b));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(new Set(hours).size).toBe(3);
  });

  test.each(['s_clear', 's_confidence', 's_again'])(
    'a better explanation goes with a higher %s',
    (variable) => {
      const rungs = [
        where(base, is('s_outcome', 'silent')),
        where(base, is('s_explanation', 'form')),
        where(base, is('s_explanation', 'generic')),
        where(base, is('s_explanation', 'specific', 'actionable')),
      ];
      const high = rungs.map((people) => percent(people, is(variable, 'p4', 'p5')));
      expect(high).toEqual([...high].sort((a, b) => a - b));
      expect((high[3] ?? 0) - (high[0] ?? 0)).toBeGreaterThan(20);
      expect(
        percent(where(base, is('s_explanation', 'actionable')), is(variable, 'p4', 'p5')),
      ).toBeGreaterThan(high[2] ?? 100);
    },
  );

  test('employers answer more kindly than job seekers report', () => {
    expect(
      percent(
        where(employers, is('e_told_interviewed', 'none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all')),
        is('e_told_interviewed', 'q75_99', 'all'),
      ),
    ).toBeGreaterThan(70);
    expect(percent(where(base, is('s_stage', 'applied')), is('s_outcome', 'rejected_told'))).toBeLessThan(40);
  });

  test('no employer gives a reason to more people than they tell', () => {
    const bands = ['none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all'];
    for (const stage of ['applied', 'screened', 'interviewed'])
      for (const { answers } of employers) {
        const told = bands.indexOf(String(answers[`e_told_${stage}`]));
        const reason = bands.indexOf(String(answers[`e_reason_${stage}`]));
        if (told >= 0) expect(reason).toBeLessThanOrEqual(told);
      }
  });

  test('no one was told later than their last step allows', () => {
    expect(where(seekers, is('s_elapsed', 'lt45'), is('s_time', 'd90', 'gt90'))).toEqual([]);
  });
});
