import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { limits, qualityRules, rulesVersion, type Flag } from '../../src/survey/quality.ts';
import type { Submission } from '../../src/survey/submission.ts';
import { employer, toldAfterInterviews } from '../examples/answers.ts';
import { validSubmission } from '../examples/anySubmission.ts';
import { flagsOf, inOrder, recount } from '../examples/recount.ts';
import { call, from, type Caller } from './harness/call.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { hashOf, keep, newCode, withCode } from './harness/receipt.ts';
import { proofFor, type Proof } from './harness/proof.ts';
import { expectRefused } from './harness/refusals.ts';
import { openDoors, set, submissionOf, submit } from './harness/submission.ts';
import { counted, tallyOf } from './harness/tally.ts';
import { untilAsleep, untilLocked } from './harness/untilAsleep.ts';

const flagNames = qualityRules.map(({ flag }) => flag);
const flagList = flagNames.join(', ');
const clean = { f_speed: false, f_dup: false, f_logic: 0, f_empty: false, f_burst: false };

const whole = toldAfterInterviews;
const wholeEmployer = employer;
const first = (answers: Readonly<Record<string, string | number>>, count: number) =>
  Object.fromEntries(Object.entries(answers).slice(0, count));

onEveryDatabase('explicit grants', (database) => {
  beforeEach(async () => {
    for (const table of ['job_seeker', 'employer', 'arrival', 'hit', 'burst_decision'])
      await database().sql(`delete from private.${table}`);
    await openDoors(database());
  });

  const flags = async (id: string, side = 'job_seeker') =>
    (await database().sql(`select ${flagList} from private.${side} where id = $1`, [id]))[0];
  /** Keeps one response and returns its flags. */
  const judged = async (changes: Record<string, unknown>) => {
    const submission = submissionOf({ answers: whole, ...changes });
    await keep(database(), submission);
    return flags(submission.id, submission.side);
  };

  test('a response without a fault has no flag, and the version of the rules', async () => {
    const submission = submissionOf({ answers: whole });
    await keep(database(), submission);
    expect(await flags(submission.id)).toEqual(clean);
    expect(await database().sql('select rules, consent, channel, revision from private.job_seeker')).toEqual([
      { rules: rulesVersion, consent: submission.consent, channel: 'direct', revision: 1 },
    ]);
    expect(await judged({ side: 'employer', answers: wholeEmployer })).toEqual(clean);
  });

  test.each([
    [0, 'under_1'],
    [59, 'under_1'],
    [60, 'm1_2'],
    [119, 'm1_2'],
    [120, 'm2_4'],
    [239, 'm2_4'],
    [240, 'm4_8'],
    [479, 'm4_8'],
    [480, 'm8_plus'],
    [86_400, 'm8_plus'],
  ])('%i seconds are kept as %s', async (seconds, duration) => {
    await keep(database(), submissionOf({ seconds }));
    expect(await database().sql('select duration from private.job_seeker')).toEqual([{ duration }]);
  });

  test('no row holds a time, and no other table holds more than an hour and a channel', async () => {
    const columns = await database().sql(
      `select table_name, column_name, data_type from information_schema.columns
       where table_schema = 'private' and table_name in ('job_seeker', 'employer', 'withdrawn', 'arrival')
         and (data_type ~ 'time|interval' or table_name = 'arrival') order by 1, 2`,
    );
    expect(columns.map((column) => Object.values(column).join(' '))).toEqual([
      'arrival hour timestamp with time zone',
      'arrival responses integer',
    ]);
  });

  describe('f_speed', () => {
    test.each([
      ['job_seeker', whole, 19],
      ['job_seeker', { s_stage: 'applied', s_outcome: 'silent' }, 15],
      ['job_seeker', { s_stage: 'applied', s_outcome: 'open' }, 9],
      ['employer', wholeEmployer, 34],
      ['employer', { e_role: 'manager', e_volume: 'none', e_last: 'nobody' }, 26],
    ] as const)('%s, %o: one second for each of the items shown', async (side, answers, shown) => {
      expect(await judged({ side, answers, seconds: shown - 1 })).toMatchObject({ f_speed: true });
      expect(await judged({ side, answers, seconds: shown })).toMatchObject({ f_speed: false });
    });
  });

  describe('f_dup', () => {
    test('the second with ten equal answers is flagged, the first is not', async () => {
      const answers = first(whole, limits.equalAnswers);
      expect(await judged({ answers })).toMatchObject({ f_dup: false });
      expect(await judged({ answers })).toMatchObject({ f_dup: true });
      expect(await judged({ answers })).toMatchObject({ f_dup: true });
      expect(await judged({ answers: { ...answers, s_hours: 19 } })).toMatchObject({ f_dup: false });
    });

    test('nine equal answers are chance, and “don’t know” is none', async () => {
      const answers = first(whole, limits.equalAnswers - 1);
      for (const same of [answers, { ...answers, s_wanted: 'dk', region: 'pnts' }]) {
        expect(await judged({ answers: same })).toMatchObject({ f_dup: false });
        expect(await judged({ answers: same })).toMatchObject({ f_dup: false });
      }
    });

    test('the same on another day, or from the other side, is another', async () => {
      await judged({});
      await database().sql('update private.job_seeker set submitted_on = submitted_on - 1');
      expect(await judged({})).toMatchObject({ f_dup: false });
      expect(await judged({ side: 'employer', answers: wholeEmployer })).toMatchObject({ f_dup: false });
      expect(await judged({ side: 'employer', answers: wholeEmployer })).toMatchObject({ f_dup: true });
    });

    test('of two equal ones that arrive at once one counts: the second waits until the first is kept', async () => {
      // By different links, because those who come by the same one wait for each other to be counted.
      const [first, second] = ['linkedin', 'newsletter'].map((channel) =>
        JSON.stringify(submissionOf({ answers: whole, channel })),
      );
      const slow = database().sql(
        `with stored as materialized (select private.store($1::jsonb)) select pg_sleep(1) from stored`,
        [first],
      );
      await setTimeout(300);
      await Promise.all([slow, database().sql('select private.store($1::jsonb)', [second])]);
      expect(await database().sql('select channel, f_dup from private.job_seeker order by 1')).toEqual([
        { channel: 'linkedin', f_dup: false },
        { channel: 'newsletter', f_dup: true },
      ]);
    });

    test('when the one that counts is withdrawn or corrected, one of its equals takes its place', async () => {
      const people = Array.from({ length: 3 }, () => withCode({ answers: whole }));
      for (const { submission } of people) await keep(database(), submission);
      const kept = async () =>
        (
          await database().sql('select f_dup, count(*) as n from private.job_seeker group by 1 order by 1')
        ).map(({ f_dup, n }) => `${String(f_dup)} ${String(n)}`);
      expect(await kept()).toEqual(['false 1', 'true 2']);
      await call(database(), 'withdraw_response', { code: people[0]?.code });
      expect(await kept()).toEqual(['false 1', 'true 1']);
      // Whichever of the two counts now, both corrected in turn leave one that counts for each set of answers.
      for (const person of people.slice(1)) {
        const answers = { ...whole, s_hours: 40 };
        await call(database(), 'correct_response', { code: person.code, instrument: '1', answers });
      }
      expect(await kept()).toEqual(['false 1', 'true 1']);
      for (const person of people.slice(1))
        await call(database(), 'withdraw_response', { code: person.code });
      expect(await kept()).toEqual([]);
    });
  });

  describe('f_logic', () => {
    const applied = { s_stage: 'applied', s_outcome: 'withdrew' };
    const interviewed = { s_stage: 'int2', s_outcome: 'withdrew' };
    const hiring = { e_role: 'hr', e_last: 'nobody' };
    const bothRules = { e_has_rule_give: 'yes', e_has_rule_not: 'yes' };
    const manyAtFew = { e_volume: 'v1000p', org_size: 's1_9' };
    test.each([
      ['101 hours to apply', 1, 'job_seeker', { ...applied, s_hours: 101 }],
      ['100 hours to apply', 0, 'job_seeker', { ...applied, s_hours: 100 }],
      ['hours not known', 0, 'job_seeker', { ...applied, s_hours: 'dk' }],
      ['101 hours for interviews', 0, 'job_seeker', { ...interviewed, s_hours: 101 }],
      ['two interviews in no time', 1, 'job_seeker', { ...interviewed, s_hours: 0 }],
      ['three interviews in no time', 1, 'job_seeker', { ...interviewed, s_stage: 'int3', s_hours: 0 }],
      ['two interviews in an hour', 0, 'job_seeker', { ...interviewed, s_hours: 1 }],
      ['one interview in no time', 0, 'job_seeker', { ...interviewed, s_stage: 'int1', s_hours: 0 }],
      [
        'applied within 90 days, and for nothing in three months',
        1,
        'job_seeker',
        { ...applied, s_elapsed: 'd45_90', s_sent: 'none' },
      ],
      [
        'interviewed within 90 days, and applied for nothing in three months',
        0,
        'job_seeker',
        { ...interviewed, s_elapsed: 'd45_90', s_sent: 'none' },
      ],
      [
        'applied before, and for nothing in three months',
        0,
        'job_seeker',
        { ...applied, s_elapsed: 'm3_6', s_sent: 'none' },
      ],
      [
        'silence, and a useful reply to asking, which can be',
        0,
        'job_seeker',
        { s_stage: 'int1', s_outcome: 'silent', s_asked: 'useful' },
      ],
      ['two at once', 2, 'job_seeker', { ...applied, s_elapsed: 'd45_90', s_sent: 'none', s_hours: 500 }],
      ['a rule for and a rule against', 1, 'employer', { ...hiring, ...bothRules }],
      ['a rule for and none against', 0, 'employer', { ...hiring, ...bothRules, e_has_rule_not: 'no' }],
      ['over a thousand people at nine', 1, 'employer', { ...hiring, ...manyAtFew }],
      ['the same at an agency', 0, 'employer', { ...hiring, ...manyAtFew, e_role: 'recruiter_agency' }],
      ['both kinds at once', 2, 'employer', { ...hiring, ...bothRules, ...manyAtFew }],
    ])('%s: %i', async (_, f_logic, side, answers) => {
      expect(await judged({ side, answers })).toMatchObject({ f_logic });
      // The rows are nearly empty too, so only what this rule says is looked at.
      const leftOut = counted(await tallyOf(database()), side as 'employer', 'f_logic', false);
      expect(leftOut).toBe(f_logic >= limits.contradictions ? 1 : 0);
    });
  });

  describe('f_empty', () => {
    test.each([
      ['four answers', true, first(whole, 4)],
      ['five answers', false, first(whole, 5)],
      ['four answers and twice “don’t know”', true, { ...first(whole, 4), s_promised: 'dk', region: 'pnts' }],
      ['two answers on the shortest route', true, { s_stage: 'applied', s_outcome: 'withdrew' }],
    ])('%s: %s', async (_, f_empty, answers) => {
      expect(await judged({ answers })).toMatchObject({ f_empty });
    });

    test('an employer with four, with five, and with what somebody else knows', async () => {
      const four = { e_role: 'hr', e_last: 'int1', e_known: 'written', e_wanted: 'talk' };
      const judgedEmployer = (answers: object) => judged({ side: 'employer', answers });
      expect(await judgedEmployer(four)).toMatchObject({ f_empty: true });
      expect(await judgedEmployer({ ...four, e_time: 'unseen' })).toMatchObject({ f_empty: true });
      expect(await judgedEmployer({ ...four, e_time: 'd7' })).toMatchObject({ f_empty: false });
    });
  });

  describe('f_burst', () => {
    const arrivals = (hours: number, responses: number) =>
      database().sql(
        `insert into private.arrival
         select date_trunc('hour', now()) - make_interval(hours => n), $2::integer
         from generate_series(1, $1::integer) as n`,
        [hours, responses],
      );
    /** As many arrived this hour; returns what the next one gets, of a network that sends more than usual. */
    const nextAfter = async (soFar: number, channel = 'linkedin', usual = 1) => {
      await set(database(), { response_usual: usual, shared_limit_factor: 1 });
      await database().sql(
        `insert into private.arrival values (date_trunc('hour', now()), $1::integer)
         on conflict (hour) do update set responses = excluded.responses`,
        [soFar],
      );
      for (let n = 0; n < 2; n += 1) await proofFor(database());
      return (await judged({ channel, answers: { s_stage: 'applied', s_outcome: 'withdrew' } }))?.f_burst;
    };

    test('five hundred in an hour of a new site are none, the next is one', async () => {
      expect(await nextAfter(499)).toBe(false);
      expect(await nextAfter(500)).toBe(true);
    });

    test('and none of them that comes from a network which sends as much as others', async () => {
      expect(await nextAfter(5000, 'linkedin', 1000)).toBe(false);
    });

    describe('what a network stores counts beside what it asks for, whatever others of its provider store', () => {
      const sender = from('192.0.2.1');
      const sendWith = async (proof: Proof, caller: Caller) => {
        const submission = submissionOf({ answers: whole });
        const answer = await call(database(), 'submit_response', { submission, proof, trap: '' }, caller);
        expect(answer.body).toEqual({ status: 'stored' });
        return (await flags(submission.id))?.f_burst;
      };
      beforeEach(async () => {
        await set(database(), { response_usual: 2, site_limit_factor: 1, provider_limit_factor: 1000 });
        await database().sql(`insert into private.arrival values (date_trunc('hour', now()), 5000)`);
      });

      test('proofs that were asked for elsewhere', async () => {
        const held = [];
        for (let n = 0; n < 4; n += 1)
          held.push(await sendWith(await proofFor(database(), from(`198.51.100.${n}`)), sender));
        expect(held).toEqual([false, false, true, true]);
        const neighbour = from('192.0.2.2');
        expect(await sendWith(await proofFor(database(), neighbour), neighbour)).toBe(false);
      });

      test('proofs that were asked for before midnight', async () => {
        const proofs = [];
        for (let n = 0; n < 4; n += 1) proofs.push(await proofFor(database(), sender));
        // At midnight the salt ends, and with it the counters.
        await database().sql('delete from private.salt');
        const held = [];
        for (const proof of proofs) held.push(await sendWith(proof, sender));
        expect(held).toEqual([false, false, true, true]);
      });

      /** What becomes of so many, each with a proof that was asked for elsewhere. */
      const heldOf = async (count: number, caller: (n: number) => Caller) => {
        const held = [];
        for (let n = 0; n < count; n += 1)
          held.push(await sendWith(await proofFor(database(), from(`203.${proofs}.${n}.1`)), caller(n)));
        proofs += 1;
        return held;
      };
      let proofs = 0;
      const all = (held: boolean, count: number) => Array<boolean>(count).fill(held);

      test('a /48 that spreads them over its households', async () => {
        await set(database(), { site_limit_factor: 3 });
        const household = (n: number) => from(`2001:db8:5:${(n * 256).toString(16)}::1`);
        expect(await heldOf(9, household)).toEqual([...all(false, 6), ...all(true, 3)]);
      });

      test('a household that is above its own number holds back nobody of its site, an address nobody of its provider; four hold back the rest', async () => {
        await set(database(), { site_limit_factor: 3, provider_limit_factor: 12 });
        expect(await heldOf(6, () => from('2001:db8:6:100::1'))).toEqual([...all(false, 2), ...all(true, 4)]);
        expect(await heldOf(1, () => from('2001:db8:6:200::1'))).toEqual([false]);
        for (let n = 0; n < 4; n += 1) {
          expect(await heldOf(1, () => from(`198.18.${100 + n}.1`))).toEqual([false]);
          await heldOf(9, () => from(`198.18.${n}.1`));
        }
        expect(await heldOf(1, () => from('198.18.200.1'))).toEqual([true]);
      });
    });

    test('of twelve that come at once under one receipt one is stored and counts as an arrival', async () => {
      await database().sql('delete from private.arrival');
      await database().sql(`insert into private.arrival values (date_trunc('hour', now()), 0)`);
      // Nobody has stored it before all are on their way.
      const holding = database().script(
        'update private.arrival set responses = responses; select pg_sleep(1)',
      );
      await untilAsleep(database(), holding);
      const { receipt } = submissionOf();
      const sending = Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          submit(database(), submissionOf({ receipt }), from(`${100 + n}.1.1.1`)),
        ),
      );
      await untilLocked(database(), sending, 12);
      await holding;
      const answers = await sending;
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(409)]);
      expect(await database().sql('select responses from private.arrival')).toEqual([{ responses: 1 }]);
    });

    test('five times the usual is none, one more is one', async () => {
      await arrivals(24, 120);
      expect(await nextAfter(599)).toBe(false);
      expect(await nextAfter(600)).toBe(true);
    });

    test('the usual is the median of the last day, empty hours included', async () => {
      await arrivals(11, 1000);
      expect(await nextAfter(500)).toBe(true);
      await database().sql('delete from private.arrival');
      await arrivals(13, 1000);
      expect(await nextAfter(4999)).toBe(false);
      expect(await nextAfter(5000)).toBe(true);
    });

    test('hours before the last day do not count, and after two days are not kept', async () => {
      await database().sql(
        `insert into private.arrival select date_trunc('hour', now()) - make_interval(hours => n), 1000
         from generate_series(25, 60) as n`,
      );
      expect(await nextAfter(500)).toBe(true);
      const [oldest] = await database().sql(
        `select min(hour) >= now() - interval '48 hours' as young, count(*) as n from private.arrival`,
      );
      expect(oldest).toMatchObject({ young: true });
      expect(Number(oldest?.n)).toBeGreaterThanOrEqual(23);
    });

    test('all kinds of link are watched together', async () => {
      expect(await nextAfter(500, 'linkedin')).toBe(true);
      expect((await judged({ channel: 'direct' }))?.f_burst).toBe(true);
    });

    test('what is held back is let in, or not, by a decision that is written down', async () => {
      await nextAfter(500, 'linkedin');
      await nextAfter(500, 'newsletter');
      const decide = async (channel: string, keepThem: boolean) =>
        (
          await database().sql(
            `select private.decide_burst((now() at time zone 'utc')::date, $1::private.channel, $2, 'A post that was announced.') as n`,
            [channel, keepThem],
          )
        )[0]?.n;
      expect(await decide('linkedin', true)).toBe(1);
      expect(await decide('newsletter', false)).toBe(0);
      expect(
        await database().sql('select channel, f_burst from private.job_seeker order by channel'),
      ).toEqual([
        { channel: 'linkedin', f_burst: false },
        { channel: 'newsletter', f_burst: true },
      ]);
      expect(
        await database().sql('select channel, kept, let_in from private.burst_decision order by 1'),
      ).toEqual([
        { channel: 'linkedin', kept: true, let_in: 1 },
        { channel: 'newsletter', kept: false, let_in: 0 },
      ]);
    });

    test('a made-up crowd is loaded at once, once, and is no burst', async () => {
      const crowd = Array.from({ length: 40 }, () => submissionOf());
      const load = (submissions: unknown) =>
        call(database(), 'load_sample', { submissions }, { role: 'service_role' });
      expect((await load(crowd)).body).toEqual({ stored: crowd.length, stored_before: 0 });
      expect((await load(crowd)).body).toEqual({ stored: 0, stored_before: crowd.length });
      expect(await database().sql('select count(*) as n from private.job_seeker where f_burst')).toEqual([
        { n: 0 },
      ]);
      expect(await database().sql('select * from private.arrival')).toEqual([]);
      const [one] = crowd;
      for (const [status, wrong] of [
        [400, [submissionOf(), submissionOf({ channel: 'fax' })]],
        [400, { one }],
        [409, [submissionOf(), submissionOf({ id: one?.id })]],
      ] as const)
        expect(expectRefused(await load(wrong)).status).toBe(status);
      expect(await database().sql('select count(*) as n from private.job_seeker')).toEqual([
        { n: crowd.length },
      ]);
    });

    test('two identical calls at the same time are one arrival', async () => {
      const text = JSON.stringify(submissionOf());
      const storing = () => database().sql('select private.store($1::jsonb) as kept', [text]);
      const kept = (await Promise.all(Array.from({ length: 20 }, storing))).flat();
      expect(kept.filter((row) => row.kept === true)).toHaveLength(1);
      expect(await database().sql('select responses from private.arrival')).toEqual([{ responses: 1 }]);
    });

    test('what is sent twice is counted once', async () => {
      const submission = submissionOf();
      for (let n = 0; n < 3; n += 1) await submit(database(), submission);
      expect(await database().sql('select responses from private.arrival')).toEqual([{ responses: 1 }]);
    });
  });

  test('a correction is judged anew, except for its speed and the crowd it came in', async () => {
    const { code, submission } = withCode({
      seconds: 0,
      answers: { s_stage: 'applied', s_elapsed: 'd45_90', s_outcome: 'silent', s_hours: 300, s_sent: 'none' },
    });
    await keep(database(), submission);
    await database().sql(`update private.job_seeker set f_burst = true, rules = '0'`);
    expect(await flags(submission.id)).toEqual({
      f_speed: true,
      f_dup: false,
      f_logic: 2,
      f_empty: false,
      f_burst: true,
    });
    await call(database(), 'correct_response', { code, instrument: '1', answers: whole });
    expect(await flags(submission.id)).toEqual({ ...clean, f_speed: true, f_burst: true });
    expect(await database().sql('select rules from private.job_seeker')).toEqual([{ rules: rulesVersion }]);
  });

  test('the flags of a crowd, and its tally, are those of a recount', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const hurried = fc
      .sample(validSubmission, { seed, numRuns: 300 })
      .map((submission, index) => ({ ...submission, seconds: index % 40 }) as unknown as Submission);
    const another = () => ({ id: randomUUID(), receipt: hashOf(newCode()) });
    const crowd = hurried.flatMap((submission, index): Submission[] => {
      if (index % 10 === 0) return [submission, { ...submission, ...another() }];
      if (index % 10 === 1)
        return [submission, { ...submission, ...another(), side: 'job_seeker', answers: first(whole, 4) }];
      return [submission];
    });
    for (const submission of crowd)
      await database().sql('select private.keep($1::jsonb, false, false)', [JSON.stringify(submission)]);
    const rows = await database().sql(
      `select id, ${flagList} from private.job_seeker union all select id, ${flagList} from private.employer`,
    );
    const byId = new Map(rows.map(({ id, ...own }) => [id, own]));
    expect(
      crowd.map(({ id }) => byId.get(id)),
      `seed ${seed}`,
    ).toEqual(flagsOf(crowd));
    // Of the tests before; a crowd that is put in place by SQL meets no door.
    await database().sql('delete from private.refusal');
    expect(inOrder(await tallyOf(database())), `seed ${seed}`).toEqual(inOrder(recount(crowd)));
    for (const flag of ['f_speed', 'f_dup', 'f_empty'] satisfies Flag[])
      expect(rows.filter((row) => row[flag] === true).length, flag).toBeGreaterThan(3);
  });

  test.each(flagNames)('a row with %s is in no figure and is counted as left out by it', async (flag) => {
    await judged({});
    await judged({ answers: { ...whole, s_hours: 3 } });
    const before = await tallyOf(database());
    await database().sql(
      `update private.job_seeker set ${flag} = ${flag === 'f_logic' ? String(limits.contradictions) : 'true'} where s_hours = 3`,
    );
    const after = await tallyOf(database());
    const of = (name: string, isCounted = true) => counted(after, 'job_seeker', name, isCounted);
    expect([of('eligible'), of('eligible', false)]).toEqual([1, 1]);
    for (const other of flagNames) expect(of(other, false), other).toBe(other === flag ? 1 : 0);
    const { names } = after.sides.job_seeker;
    const cells = names.filter((name) => name.includes(' '));
    expect(cells.length).toBeGreaterThan(200);
    for (const cell of cells)
      if (!cell.startsWith('E4') && !cell.endsWith('kept'))
        expect(of(cell), cell).toBe(counted(before, 'job_seeker', cell) / 2);
  });

  test('one contradiction is counted and noted', async () => {
    await judged({ answers: { ...whole, s_hours: 0 } });
    const tally = await tallyOf(database());
    expect(counted(tally, 'job_seeker', 'eligible')).toBe(1);
    expect(counted(tally, 'job_seeker', 'eligible', false)).toBe(0);
    expect(counted(tally, 'job_seeker', 'f_logic kept')).toBe(1);
  });
});
