import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { toldAfterInterviews } from '../examples/answers.ts';
import { call } from './harness/call.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { runScript } from './harness/runScript.ts';
import { serveAsProject, type Project } from './harness/serveAsProject.ts';
import { submissionOf } from './harness/submission.ts';
import { untilAsleep } from './harness/untilAsleep.ts';

onEveryDatabase('explicit grants', (database) => {
  let project: Project;
  beforeAll(async () => {
    project = await serveAsProject(database());
  });
  afterAll(() => {
    project.close();
  });
  beforeEach(async () => {
    for (const table of ['job_seeker', 'employer', 'burst_decision'])
      await database().sql(`delete from private.${table}`);
  });

  const run = (...args: string[]) =>
    runScript('bursts', args, { PUBLIC_SUPABASE_URL: project.url, SUPABASE_SECRET_KEY: project.secretKey });

  const day = async (daysAgo: number): Promise<string> => {
    const [row] = await database().sql(
      `select ((now() at time zone 'utc')::date - $1::integer)::text as day`,
      [daysAgo],
    );
    return String(row?.day);
  };

  /** Responses that were held back some days ago. */
  async function hold(count: number, daysAgo: number, changes: Record<string, unknown> = {}, madeUp = false) {
    for (let n = 0; n < count; n += 1) {
      const answers = { ...toldAfterInterviews, s_hours: n + 1 };
      const sent = submissionOf({ channel: 'linkedin', answers, ...changes });
      await database().sql('select private.keep($1::jsonb, true, $2)', [JSON.stringify(sent), madeUp]);
      const side = sent.side === 'employer' ? 'employer' : 'job_seeker';
      await database().sql(
        `update private.${side} set since = since - $2::integer, submitted_on = submitted_on - $2::integer where id = $1`,
        [sent.id, daysAgo],
      );
    }
  }
  const standings = () =>
    database().sql(
      `select standing::text, since = (now() at time zone 'utc')::date as today, count(*)::integer as n
       from private.job_seeker group by 1, 2 order by 1`,
    );

  test('with nothing held back there is nothing to decide', async () => {
    await hold(2, 1, {}, true);
    expect(await run()).toEqual({
      code: 0,
      err: '',
      out: 'Nothing is held back that nobody has decided on.\n',
    });
  });

  test('lists each day and kind of link, with the commands to copy', async () => {
    await hold(2, 2);
    await hold(1, 2, { side: 'employer', answers: { e_role: 'hr', e_last: 'nobody' } });
    await hold(1, 1, { channel: 'newsletter' });
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toContain(`${await day(2)}, linkedin: 2 job seekers and 1 employer held back.`);
    expect(out).toContain(`${await day(1)}, newsletter: 1 job seeker held back.`);
    expect(out).toContain(`\n  npm run bursts -- --let-in ${await day(2)} linkedin "why"\n`);
    expect(out).toContain(`\n  npm run bursts -- --leave-out ${await day(1)} newsletter "why"\n`);
  });

  test('lets them in, and counts them from the next day on, as a release counts', async () => {
    await hold(3, 2);
    expect(await standings()).toEqual([{ standing: 'left_out', today: false, n: 3 }]);
    const { code, out } = await run('--let-in', await day(2), 'linkedin', 'The post was announced.');
    expect({ code, out }).toEqual({
      code: 0,
      out: `Let in 3 job seekers of ${await day(2)} by linkedin. A release counts them from tomorrow on, because it counts whole days.\n`,
    });
    expect(await standings()).toEqual([{ standing: 'counted', today: true, n: 3 }]);
    expect((await run()).out).toBe(
      `Nothing is held back that nobody has decided on.\n${await day(2)}, linkedin: 3 let in on ${await day(0)}, because: The post was announced.\n`,
    );
  });

  test('leaves them out, asks no more, and the reason is kept', async () => {
    await hold(3, 2);
    expect((await run('--leave-out', await day(2), 'linkedin', 'One', 'machine.')).out).toBe(
      `Left out 3 job seekers of ${await day(2)} by linkedin.\n`,
    );
    expect(await standings()).toEqual([{ standing: 'left_out', today: false, n: 3 }]);
    expect((await run()).out).toBe(
      `Nothing is held back that nobody has decided on.\n${await day(2)}, linkedin: left out on ${await day(0)}, because: One machine.\n`,
    );
  });

  test('leaving out can be taken back, and both decisions stand in the record', async () => {
    await hold(1, 2);
    await run('--leave-out', await day(2), 'linkedin', 'One machine.');
    await run('--let-in', await day(2), 'linkedin', 'A class of students.');
    expect(await standings()).toEqual([{ standing: 'counted', today: true, n: 1 }]);
    expect((await run()).out).toMatch(/left out on .*One machine\.\n.*1 let in on .*A class of students\.\n/);
  });

  test('a day that is not over cannot be decided: more may come', async () => {
    await hold(2, 0);
    expect(await run('--let-in', await day(0), 'linkedin', 'A post.')).toEqual({
      code: 1,
      out: '',
      err: 'That day is not over (UTC): decide when it is. A release counts whole days only.\n',
    });
  });

  test.each([
    [['--let-in'], /^Name a day, a channel and the reason: npm run bursts -- --let-in 2026-12-01 linkedin/],
    [['--leave-out', '2026-11-01'], /^Name a day, a channel and the reason: npm run bursts -- --leave-out/],
    [['2026-11-01', 'linkedin', 'why'], /^Say what to do with them: --let-in or --leave-out/],
    [
      ['--let-in', '--leave-out', '2026-11-01', 'linkedin', 'why'],
      /^Either --let-in or --leave-out: not both\.$/,
    ],
    [['--let-in', '2026-11-01', 'linkedin'], /^Say why, in 1 to 500 characters/],
    [['--let-in', '2026-11-01', 'linkedin', ' '], /^Say why, in 1 to 500 characters/],
    [
      ['--let-in', 'yesterday', 'linkedin', 'why'],
      /^Name a day such as 2026-12-01 and one of these channels: direct, linkedin/,
    ],
    [['--let-in', '2026-11-01', 'fax', 'why'], /^Name a day such as 2026-12-01 and one of these channels/],
    [['--let-in', '2026-02-30', 'linkedin', 'why'], /^Nothing of 2026-02-30 by linkedin is held back\.$/],
    [
      ['--decide'],
      /^npm run bursts takes --let-in and --leave-out, with a day, a channel and the reason, written after/,
    ],
  ])('refuses %j in one sentence', async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd()).toMatch(sentence);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test('what is written anew at the moment of a decision is decided on, too', async () => {
    await hold(3, 1);
    await database().sql('delete from private.mixed');
    const mixing = database().script(
      `select private.mix((now() at time zone 'utc')::date + 1); select pg_sleep(1)`,
    );
    await untilAsleep(database(), mixing);
    const deciding = database().sql(
      `select private.decide_burst((now() at time zone 'utc')::date - 1, 'linkedin', true, 'A post.') as let_in`,
    );
    expect(await deciding).toEqual([{ let_in: 3 }]);
    await mixing;
    expect(await database().sql('select from private.job_seeker where f_burst')).toEqual([]);
  });

  test('what is no decision at all is refused by the function itself', async () => {
    for (const request of [
      null,
      [],
      '"x"',
      {},
      { day: '2026-11-01', channel: 'linkedin', keep: 'yes', because: 'x' },
    ])
      expect(await call(database(), 'decide_burst', request, { role: 'service_role' })).toMatchObject({
        status: 400,
        body: { code: 'not_valid' },
      });
  });
});
