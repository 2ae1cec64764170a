import { describe, expect, test } from 'vitest';
import { answersSchema, type Answers } from '../../../src/survey/answers.ts';
import { holds, variablesIn, type Condition } from '../../../src/survey/condition.ts';
import { leftOutSqlOf } from '../../../src/survey/database/leftOutSql.ts';
import { contradictions, qualityRules } from '../../../src/survey/quality.ts';
import { condition as schema } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { conditionOnAnswers, conditionOnColumns } from '../../../src/survey/sql.ts';
import { variablesOf } from '../../../src/survey/variables.ts';
import { validExamples } from '../../examples/answers.ts';
import { flagsOf } from '../../examples/recount.ts';
import { ends, withRequired } from '../../examples/routeTo.ts';

test('what is left out: one flag, or two contradictions', () => {
  expect(leftOutSqlOf('new')).toBe(
    '(new.f_speed or new.f_dup or new.f_logic >= 2 or new.f_empty or new.f_burst)',
  );
});

describe('the wording', () => {
  test.each(qualityRules.map((rule) => [rule.flag, rule] as const))(
    '%s: whole sentences that say what follows',
    (_, rule) => {
      expect(rule.wording).toMatch(/^[A-Z][^]*\.$/);
      expect(rule.wording).toMatch(/left out|held back/i);
      expect(rule.name).not.toBe('');
    },
  );
});

/** Answers that meet a condition of which all parts must hold. */
function meeting(condition: Condition): Answers {
  if ('all' in condition) return Object.assign({}, ...condition.all.map(meeting)) as Answers;
  if ('any' in condition) throw new Error('No contradiction has alternatives.');
  if ('in' in condition) return { [condition.variable]: condition.in[0] ?? '' };
  if ('over' in condition) return { [condition.variable]: condition.over + 1 };
  if ('upTo' in condition) return { [condition.variable]: condition.upTo };
  return {};
}

/** Answers that miss one part: the first that is on no list and goes on, or a number on the other side of the limit. */
function missing(part: Condition): Answers {
  if ('over' in part) return { [part.variable]: part.over };
  if ('upTo' in part) return { [part.variable]: part.upTo + 1 };
  if ('notIn' in part) return { [part.variable]: part.notIn[0] ?? '' };
  if (!('in' in part)) throw new Error('A part looks at one variable.');
  const variables = [...variablesOf(questionnaire, 'job_seeker'), ...variablesOf(questionnaire, 'employer')];
  const variable = variables.find(({ id }) => id === part.variable);
  const other = variable?.options.find(({ code }) => !part.in.includes(code) && !ends(variable, code));
  return { [part.variable]: other?.code ?? '' };
}

describe.each(['job_seeker', 'employer'] as const)('the contradictions of the %s side', (side) => {
  const variables = new Map(variablesOf(questionnaire, side).map((variable) => [variable.id, variable]));

  const codesOf = (text: string) => [...text.matchAll(/"variable":"(\w+)","in":\[([^\]]*)\]/g)];

  test.each(contradictions[side].map(({ wording, when }) => [wording, when] as const))(
    '%s',
    (wording, when) => {
      expect(wording).toMatch(/^[a-z]/);
      expect(schema.safeParse(when).success).toBe(true);
      for (const id of variablesIn(when)) expect(variables.has(id), id).toBe(true);
      for (const [, id = '', list = ''] of codesOf(JSON.stringify(when)))
        for (const code of list.replaceAll('"', '').split(','))
          expect(
            variables.get(id)?.options.map((option) => option.code),
            `${id} ${code}`,
          ).toContain(code);
    },
  );

  test.each(contradictions[side].map(({ wording, when }) => [wording, when] as const))(
    'a person can answer so: %s',
    (_, when) => {
      const answers = withRequired(side, meeting(when));
      expect(answersSchema(questionnaire, side).safeParse(answers).error?.issues ?? []).toEqual([]);
      expect(holds(when, answers)).toBe(true);
      // Each part is needed: with any of them undone the rest is no contradiction.
      if ('all' in when)
        for (const part of when.all) {
          const others = when.all.filter((one) => one !== part);
          const undone = withRequired(side, { ...meeting({ all: others }), ...missing(part) });
          expect(answersSchema(questionnaire, side).safeParse(undone).success).toBe(true);
          expect(holds(when, undone)).toBe(false);
        }
    },
  );

  test('no named example contradicts itself', () => {
    for (const { name, side: own, answers } of validExamples)
      if (own === side)
        expect([name, contradictions[side].filter(({ when }) => holds(when, answers))]).toEqual([name, []]);
  });
});

describe('a number in a condition', () => {
  const over = { variable: 's_hours', over: 100 };

  test.each([
    [101, true],
    [100, false],
    ['101', false],
    ['dk', false],
    [undefined, false],
  ])('%s over 100: %s', (s_hours, expected) => {
    expect(holds(over, { s_hours })).toBe(expected);
  });

  test('is read by the schema, and by SQL where there may be none', () => {
    expect(schema.safeParse(over).success).toBe(true);
    expect(schema.safeParse({ ...over, over: 0.5 }).success).toBe(false);
    expect(schema.safeParse({ ...over, in: ['a'] }).success).toBe(false);
    expect(conditionOnColumns(over)).toBe('coalesce(s_hours > 100, false)');
    expect(conditionOnAnswers(over)).toContain('jsonb_typeof');
  });
});

test('the recount flags the second of two equal ones, and of the sides each by itself', () => {
  const [whole] = validExamples.filter(({ side }) => side === 'job_seeker');
  const one = { side: 'job_seeker' as const, answers: whole?.answers ?? {}, seconds: 300 };
  expect(
    flagsOf([one, one, { ...one, answers: { ...one.answers, s_hours: 1 } }]).map(({ f_dup }) => f_dup),
  ).toEqual([false, true, false]);
});
