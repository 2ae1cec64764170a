import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { elapsed, frame, years } from '../../../src/survey/frame.ts';
import { kindOf } from '../../../src/survey/kinds.ts';
import {
  question as questionSchema,
  questionnaire as schema,
  type Question,
  type SideId,
} from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { screensOf } from '../../../src/survey/screensOf.ts';
import { variablesOf } from '../../../src/survey/variables.ts';

const sides = ['job_seeker', 'employer'] as const satisfies SideId[];

function variable(side: SideId, id: string) {
  const found = variablesOf(questionnaire, side).find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`There is no ${id} on the side ${side}.`);
  return found;
}

test('the questionnaire is what its own schema says a questionnaire is', () => {
  expect(schema.safeParse(questionnaire).error?.issues ?? []).toEqual([]);
});

test('another questionnaire is another version', () => {
  const { version, ...asked } = questionnaire;
  const digest = createHash('sha256')
    .update(JSON.stringify([asked, frame, years, elapsed]))
    .digest('hex')
    .slice(0, 16);
  expect(
    { version, digest },
    'The frame, an intro, a wording, a code, the order or the routing changed. Answers to two wordings must not be pooled: give a changed question a new id and the questionnaire a new version, then set both here.',
  ).toEqual({ version: '1', digest: '8c2640479609aaa9' });
});

describe.each(sides)('an answer that ends the questionnaire of the %s side', (side) => {
  const { questions } = questionnaire.sides[side];
  const endings = questions.flatMap((question) =>
    question.kind === 'single'
      ? (question.screensOut ?? []).map((ending) => [question, ending] as const)
      : [],
  );

  test('is there, is offered on every route and says in one sentence what would fit', () => {
    expect(endings).not.toEqual([]);
    for (const [{ id, list, shownIf }, { code, because }] of endings) {
      const option = questionnaire.lists[list]?.options.find((entry) => entry.code === code);
      expect([id, shownIf, option?.code, option?.shownIf]).toEqual([id, undefined, code, undefined]);
      expect(because).toMatch(/^[A-Z][^.!?]*\.$/);
    }
  });

  test('leads back to an earlier question or to none', () => {
    const ids = questions.map(({ id }) => id);
    for (const [{ id }, { backTo }] of endings)
      expect(backTo === undefined || ids.indexOf(backTo) < ids.indexOf(id)).toBe(true);
  });
});

test('only answers about too short a time are waited for, and only job seekers give them', () => {
  const waiting = sides.flatMap((side) =>
    questionnaire.sides[side].questions.flatMap((question) =>
      question.kind === 'single'
        ? (question.screensOut ?? []).flatMap(({ code, fitsLater }) => (fitsLater ? [code] : []))
        : [],
    ),
  );
  expect(waiting).toEqual(['none_fit', 'lt45']);
});

test.each([
  ['job_seeker', ['s_stage', 's_outcome']],
  ['employer', ['e_role', 'e_last']],
] as const)('the %s side needs two answers, and these are asked of everybody', (side, ids) => {
  const needed = questionnaire.sides[side].questions.filter(({ required }) => required);
  expect(needed.map(({ id, shownIf }) => [id, shownIf])).toEqual(ids.map((id) => [id, undefined]));
});

describe.each([
  ['job_seeker', 19, 18],
  ['employer', 18, 17],
] as const)('the screens of the %s side', (side, items, count) => {
  const screens = screensOf(questionnaire.sides[side].questions);

  test(`are ${count} for ${items} questions, 18 at most, and hold every question once, in order`, () => {
    expect([screens.flat().length, screens.length]).toEqual([items, count]);
    expect(screens.length).toBeLessThanOrEqual(18);
    expect(screens.flat()).toEqual(questionnaire.sides[side].questions);
  });

  test('hold two questions at most, and the second is one that can be skipped and is asked on every route', () => {
    for (const [, ...sharing] of screens) {
      expect(sharing.length).toBeLessThanOrEqual(1);
      for (const { required, shownIf, kind } of sharing)
        expect({ required, shownIf, kind }).toEqual({
          required: undefined,
          shownIf: undefined,
          kind: 'single',
        });
    }
  });
});

test('hours are whole and from 0 to 500', () => {
  expect(variable('job_seeker', 's_hours').question).toMatchObject({ kind: 'number', min: 0, max: 500 });
});

test('no two questions, rows or screeners share an id on a side', () => {
  for (const side of sides) {
    const ids = variablesOf(questionnaire, side).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('every code list is used, and every code occurs once in it', () => {
  const used = new Set(
    sides.flatMap((side) =>
      questionnaire.sides[side].questions.flatMap((q) => ('list' in q ? [q.list] : [])),
    ),
  );
  expect(Object.keys(questionnaire.lists).filter((name) => !used.has(name))).toEqual([]);
  for (const [name, { options }] of Object.entries(questionnaire.lists)) {
    const codes = options.map(({ code }) => code);
    expect([name, new Set(codes).size]).toEqual([name, codes.length]);
  }
});

describe('the order of answers', () => {
  const { lists } = questionnaire;
  const everyQuestion = sides.flatMap((side) => questionnaire.sides[side].questions);
  const labels = (name: string) => (lists[name]?.options ?? []).map(({ label }) => label);

  test('is random for opinions only, some of them last', () => {
    const shuffledLists = Object.entries(lists).flatMap(([name, { shuffledBut, options }]) =>
      shuffledBut === undefined ? [] : [[name, shuffledBut, options.at(-1)?.code]],
    );
    const shuffledRows = everyQuestion.flatMap((question) =>
      question.kind === 'rows' && question.shuffledBut !== undefined
        ? [[question.id, question.shuffledBut, question.rows.at(-1)?.id]]
        : [],
    );
    expect(shuffledLists).toEqual([
      ['wanted', ['nothing'], 'nothing'],
      ['wanted_by_employer', ['nothing'], 'nothing'],
    ]);
    expect(shuffledRows).toEqual([['e_barriers', ['e_barriers_enough'], 'e_barriers_enough']]);
  });

  test('an ordered list is never shuffled', () => {
    for (const { ordered, shuffledBut } of Object.values(lists))
      expect(ordered && shuffledBut !== undefined).toBe(false);
  });

  test('of fields is the alphabet, and “Something else” is last', () => {
    const fields = labels('industry');
    expect(fields.at(-1)).toBe('Something else');
    expect(fields.slice(0, -1)).toEqual(fields.slice(0, -1).toSorted((a, b) => a.localeCompare(b, 'en')));
  });

  test('of regions is the map, each “elsewhere” right behind what it is elsewhere from', () => {
    expect(lists.region?.options.map(({ code }) => code)).toEqual([
      'us',
      'ca',
      'uk_ie',
      'eu_eea_ch',
      'europe_other',
      'in',
      'asia_other',
      'anz',
      'latam',
      'mena',
      'ssa',
    ]);
    expect(labels('region').slice(4, 7)).toEqual(['Elsewhere in Europe', 'India', 'Elsewhere in Asia']);
  });

  test('puts don’t know and prefer not to say behind the answers, in this order', () => {
    const offers = everyQuestion.map(
      ({ id, offers: missing }) => [id, missing.map(({ code }) => code)] as const,
    );
    for (const [id, codes] of offers) {
      const inOrder = ['unseen', 'dk', 'pnts'].filter((code) => codes.some((one) => one === code));
      expect([id, codes.toSorted()]).toEqual([id, inOrder.toSorted()]);
      expect([id, codes.indexOf('pnts')]).toEqual([id, inOrder.includes('pnts') ? codes.length - 1 : -1]);
    }
  });

  test('“somebody else knows” is offered to employers only', () => {
    const offering = sides.map((side) =>
      questionnaire.sides[side].questions
        .filter(({ offers }) => offers.some(({ code }) => code === 'unseen'))
        .map(({ id }) => id),
    );
    expect(offering).toEqual([[], ['e_known', 'e_time', 'e_explanation', 'e_asked']]);
  });
});

describe('the register of kinds', () => {
  test.each(['matrix', 'toString', '__proto__'])('throws on the kind %s, which it does not know', (kind) => {
    const strange = { ...questionnaire.sides.employer.questions[0], kind } as unknown as Question;
    expect(() => kindOf(strange)).toThrow(
      `The question e_role is of the kind ${kind}, which is not in the register.`,
    );
  });

  test('knows every kind that the schema allows', () => {
    for (const { def } of questionSchema.def.options) {
      const [kind] = def.shape.kind.def.values;
      expect(() => kindOf({ id: 'any', kind } as unknown as Question)).not.toThrow();
    }
  });

  test('throws on a question whose code list does not exist', () => {
    const broken = { ...questionnaire, lists: {} };
    expect(() => variablesOf(broken, 'employer')).toThrow(
      'The question e_role uses the code list role, which does not exist.',
    );
  });
});
