import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrationsFolder } from '../../scripts/instrument/pending.ts';
import { source } from '../../scripts/instrument/ours.ts';
import { answersSchema } from '../../src/survey/answers.ts';
import type { Questionnaire, SideId } from '../../src/survey/question.ts';
import { envelope } from '../../src/survey/submission.ts';
import { faultyAnswers, validAnswers } from '../examples/anyAnswers.ts';
import { anyEdits, nextVersion } from '../examples/anyNextVersion.ts';
import { firstVersion as questionnaire } from '../examples/firstVersion.ts';
import { changedTo, committed, firstFrozen, frozen } from '../examples/frozenProject.ts';
import { secondVersion } from '../examples/secondVersion.ts';
import { call } from './harness/call.ts';
import { catalogOf } from './harness/catalog.ts';
import { databaseNames, type Database } from './harness/database.ts';
import { keepAll, kept, sentBy } from './harness/keptResponses.ts';
import { emptied, migrate } from './harness/migrate.ts';
import { openDatabase } from './harness/openDatabase.ts';
import { openFirst } from './harness/openFirst.ts';
import { keep, withCode } from './harness/receipt.ts';
import { openDoors, submissionOf, submit } from './harness/submission.ts';
import { sideIds } from '../../src/survey/sides.ts';

const second = secondVersion(questionnaire);

const { said } = changedTo(second);

/** Valid submissions of one version, by the hundred, with their codes. */
const people = (of: Questionnaire, each: number, seed: number) =>
  sideIds.flatMap((side) =>
    fc
      .sample(validAnswers(side, of), { seed, numRuns: each })
      .map((answers) => withCode({ side, instrument: of.version, answers })),
  );

const problem = async (database: Database, of: Questionnaire, side: SideId, answers: unknown) => {
  const [row] = await database.sql('select private.answers_problem($1, $2, $3::jsonb) as problem', [
    side,
    of.version,
    JSON.stringify(answers),
  ]);
  return row?.problem;
};

const notValid = async (database: Database) =>
  (await catalogOf(database)).constraints.filter(({ valid }) => valid !== true);

describe.each(databaseNames)('on %s', (name) => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const first = people(questionnaire, 150, seed);
  let database: Database;
  beforeAll(async () => {
    database = await openFirst(name);
    await openDoors(database);
    expect(
      await keepAll(
        database,
        first.map(({ submission }) => submission),
      ),
    ).toEqual([{ kept: 300, refused: 0 }]);
    await migrate(database, said.migrations);
  });
  afterAll(() => database.close());

  test('a second version changes no answer of the first, and every constraint holds for every row', async () => {
    expect(await kept(database), `seed ${seed}`).toEqual(sentBy(first.map(({ submission }) => submission)));
    expect(await notValid(database)).toEqual([]);
    const [row] = await database.sql(
      `select count(*)::integer as n from private.job_seeker where s_fair <> 'unasked' or s_days is not null or s_days_missing <> 'unasked' or s_clear_2 <> 'unasked'`,
    );
    expect(row).toEqual({ n: 0 });
  });

  test('it leaves what one made from nothing has, by both versions at once', async () => {
    const fresh = await openDatabase(name, 'explicit grants');
    await emptied(fresh);
    const together = Object.entries(source.migrations([questionnaire, second], ['1'])).map(
      ([file, sql]) => [`${migrationsFolder}${file}`, sql] as const,
    );
    await migrate(fresh, new Map([...committed, ...together]));
    const [then, now] = [await catalogOf(fresh), await catalogOf(database)];
    await fresh.close();
    expect(now.functions.length).toBeGreaterThan(100);
    expect(now).toEqual(then);
  });

  test('every answer to either version is taken by its own rules and kept as what it is', async () => {
    const of = [...people(questionnaire, 100, seed + 1), ...people(second, 100, seed + 2)].map(
      ({ submission }) => submission,
    );
    expect(await keepAll(database, of), `seed ${seed}`).toEqual([{ kept: 400, refused: 0 }]);
    const rows = await kept(database);
    for (const [id, row] of sentBy(of)) expect(rows.get(id)).toEqual(row);
    expect(await notValid(database)).toEqual([]);
  });

  test.each([questionnaire, second])(
    'a fault in version $version gets the sentence of its version',
    async (of) => {
      for (const side of sideIds) {
        for (const { answers, sentence, fault } of fc.sample(faultyAnswers(side, of), { seed, numRuns: 150 }))
          expect([fault, await problem(database, of, side, answers)], `seed ${seed}`).toEqual([
            fault,
            sentence,
          ]);
      }
    },
  );

  test('what one version asks and the other does not is an answer to the one and a fault in the other', async () => {
    const differing = [
      ['job_seeker', { s_outcome: 'rejected_told', s_stage: 'int2', s_clear: 'p1' }, true, false],
      ['job_seeker', { s_outcome: 'rejected_told', s_stage: 'int2', s_clear_2: 'p1' }, false, true],
      ['job_seeker', { s_outcome: 'rejected_told', s_stage: 'int2', s_channel: 'chat' }, false, true],
      ['job_seeker', { s_outcome: 'rejected_told', s_stage: 'int2', s_hours: 600 }, false, true],
      ['job_seeker', { s_outcome: 'rejected_told', s_stage: 'int2', s_sent: 'none' }, true, false],
      ['employer', { e_role: 'hr', e_last: 'nobody', e_claim: 'no' }, true, false],
      ['employer', { e_role: 'hr', e_last: 'nobody', e_barriers_budget: 'yes' }, false, true],
    ] as const;
    for (const [side, answers, inFirst, inSecond] of differing)
      for (const [of, taken] of [
        [questionnaire, inFirst],
        [second, inSecond],
      ] as const) {
        expect([answers, await problem(database, of, side, answers)]).toEqual([
          answers,
          taken ? null : expect.any(String),
        ]);
        expect(answersSchema(of, side).safeParse(answers).success).toBe(taken);
      }
  });

  test('a tab that was open before, and an outbox of the first version, are answered “stored” like the others', async () => {
    const late = submissionOf({ instrument: '1' });
    expect(await submit(database, late)).toMatchObject({ status: 200, body: { status: 'stored' } });
    expect((await kept(database)).get(late.id)).toEqual({ instrument: '1', answers: late.answers });
    const unknown = await submit(database, submissionOf({ instrument: '3' }));
    expect(unknown.body).toMatchObject({ code: 'not_valid', message: envelope.instrument.message });
  });

  test('a response of the first version is corrected and withdrawn as one of the first', async () => {
    const { code, submission } = withCode({ instrument: '1' });
    await keep(database, submission);
    const answers = { ...submission.answers, s_clear: 'p2', s_hours: 500 };
    const correct = (instrument: string, to: object) =>
      call(database, 'correct_response', { code, instrument, answers: to });
    expect((await correct('1', answers)).body).toEqual({ status: 'corrected', revision: 2 });
    expect((await correct('1', { ...answers, s_hours: 501 })).body).toMatchObject({ code: 'not_valid' });
    expect((await correct('2', answers)).body).toMatchObject({ message: envelope.instrument.message });
    expect((await kept(database)).get(submission.id)).toEqual({ instrument: '1', answers });
    expect((await call(database, 'withdraw_response', { code })).body).toEqual({ status: 'done' });
    expect((await kept(database)).has(submission.id)).toBe(false);
  });

  test('so is one of the second', async () => {
    const { code, submission } = withCode({ instrument: '2' });
    await keep(database, submission);
    const answers = { ...submission.answers, s_clear_2: 'p2', s_hours: 501 };
    const correct = (instrument: string) => call(database, 'correct_response', { code, instrument, answers });
    expect((await correct('1')).body).toMatchObject({ message: envelope.instrument.message });
    expect((await correct('2')).body).toEqual({ status: 'corrected', revision: 2 });
    expect((await kept(database)).get(submission.id)).toEqual({ instrument: '2', answers });
    expect((await call(database, 'read_response', { code })).body).toMatchObject({
      instrument: '2',
      answers,
    });
  });

  test.each([
    ["s_fair = 'much' where instrument = '1'", 's_fair_unasked'],
    ["s_days = 3, s_days_missing = null where instrument = '1'", 's_days_unasked'],
    ["s_again = 'p1' where instrument = '2'", 'v2_s_again_unasked'],
    ["s_hours = 501, s_hours_missing = null where instrument = '1'", 'v1_s_hours_range'],
    ["s_hours = 1001, s_hours_missing = null where instrument = '2'", 'v2_s_hours_range'],
    ["s_wanted = 'unasked' where instrument = '2' and s_wanted <> 'na'", 'v2_s_wanted_offered'],
    ["s_clear_2 = 'unasked' where instrument = '2' and s_clear_2 = 'na'", 'v2_s_clear_2_offered'],
    ["instrument = '3'", 'instrument_known'],
  ])('no row can be made: %s', async (change, constraint) => {
    await expect(database.sql(`update private.job_seeker set ${change}`)).rejects.toMatchObject({
      constraint,
    });
  });

  test('the tally counts the responses of both', async () => {
    const [row] = await database.sql(`select public.tally(false, '{}', 'infinity') as tally`);
    expect(row?.tally).toMatchObject({ instrument: ['1', '2'] });
  });
});

describe.each(databaseNames)('whatever changes, on %s', (name) => {
  test('the rows of each version stand, and each is taken by its own rules', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdits, anyEdits, fc.nat(), async (then, later, seed) => {
        const database = await openFirst(name);
        try {
          let project = firstFrozen;
          const all = [questionnaire];
          for (const edits of [[], then, later]) {
            const [last = questionnaire] = all.slice(-1);
            if (edits.length > 0) {
              const changed = changedTo(nextVersion(last, edits), project);
              expect(changed.said.refused).toEqual([]);
              await migrate(database, changed.said.migrations);
              project = frozen(changed);
              all.push(changed.source.questionnaire);
            }
            const before = await kept(database);
            const sent = all
              .flatMap((of) => people(of, 20, seed + all.length))
              .map(({ submission }) => submission);
            expect(await keepAll(database, sent)).toEqual([{ kept: sent.length, refused: 0 }]);
            expect(await kept(database)).toEqual(new Map([...before, ...sentBy(sent)]));
            expect(await notValid(database)).toEqual([]);
          }
        } finally {
          await database.close();
        }
      }),
      { numRuns: 2 },
    );
  });
});
