import { beforeEach, expect, test } from 'vitest';
import { readCounts } from '../../src/release/partitions/readCounts.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { noSuchSide } from '../../src/survey/sentences.ts';
import { call, type Caller } from './harness/call.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { expectRefused, refusalsOf, stored } from './harness/refusals.ts';
import { set, submissionOf } from './harness/submission.ts';
import { tallyOf } from './harness/tally.ts';

onEveryDatabase('explicit grants', (database) => {
  beforeEach(async () => {
    for (const table of ['hit', 'screened_out', 'refusal'])
      await database().sql(`delete from private.${table}`);
    await set(database(), { screened_out_limit: 3 });
  });

  const count = (request: unknown, caller?: Caller) =>
    call(database(), 'count_screened_out', request, caller);
  const totals = () =>
    database().sql(
      `select side, n, made_up, day = (now() at time zone 'utc')::date as today from private.screened_out order by side`,
    );
  const from = (address: string): Caller => ({ headers: { 'x-forwarded-for': address } });

  test.each(['anon', 'authenticated'] as const)('%s adds one to the day’s total of a side', async (role) => {
    for (const side of ['job_seeker', 'job_seeker', 'employer'])
      expect(await count({ side }, { role })).toEqual({
        status: 200,
        body: { status: 'counted' },
        headers: {},
      });
    expect(await totals()).toEqual([
      { side: 'employer', n: 1, made_up: false, today: true },
      { side: 'job_seeker', n: 2, made_up: false, today: true },
    ]);
    expect(await stored(database())).toBe(0);
  });

  test('the two sides are those of the questionnaire', async () => {
    for (const side of Object.keys(questionnaire.sides)) expect((await count({ side })).status).toBe(200);
  });

  test('a total is a day, a side and a number, with nothing about anybody', async () => {
    await count({ side: 'employer' });
    const [row] = await database().sql('select * from private.screened_out');
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['day', 'made_up', 'n', 'side']);
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 7],
    ['a list', ['employer']],
    ['a text', JSON.stringify('employer')],
    ['an empty object', {}],
    ['no such side', { side: 'agency' }],
    ['a side in a list', { side: ['employer'] }],
    ['answers too', { side: 'employer', answers: { e_role: 'none' } }],
  ])('%s is refused in one sentence, counts nobody and is counted as refused', async (_, request) => {
    expect(expectRefused(await count(request))).toEqual({
      status: 400,
      code: 'not_valid',
      message: noSuchSide,
    });
    expect(await totals()).toEqual([]);
    expect(await refusalsOf(database())).toEqual({ 'screened_out D3': 1 });
  });

  test('what is too large is refused before anything is read', async () => {
    expect(expectRefused(await count({ side: 'x'.repeat(300) }))).toMatchObject({
      status: 413,
      code: 'too_large',
    });
  });

  test('beyond its limit a network is turned away, and is told when to try again', async () => {
    // One IPv4 address has three times the number of a household (private.buckets).
    await set(database(), { screened_out_limit: 1 });
    for (let n = 0; n < 3; n += 1)
      expect((await count({ side: 'employer' }, from('192.0.2.1'))).status).toBe(200);
    const answer = await count({ side: 'employer' }, from('192.0.2.1'));
    expect(expectRefused(answer)).toMatchObject({ status: 429, code: 'too_many' });
    expect(Number(answer.headers['Retry-After'])).toBeGreaterThan(0);
    expect((await count({ side: 'employer' }, from('192.0.2.2'))).status).toBe(200);
    expect(await totals()).toMatchObject([{ side: 'employer', n: 4 }]);
    expect(await refusalsOf(database())).toEqual({ 'screened_out D4': 1 });
  });

  test('twenty at once are counted one by one', async () => {
    await set(database(), { screened_out_limit: 1000 });
    await Promise.all(Array.from({ length: 20 }, () => count({ side: 'job_seeker' })));
    expect(await totals()).toMatchObject([{ n: 20 }]);
  });

  test('the tally gives whole days before its own, by epoch, and a release prints the sum', async () => {
    await database().sql(`insert into private.screened_out (day, side, made_up, n) values
      ('2025-12-31', 'employer', false, 7), ('2026-01-01', 'employer', false, 11), ('2026-01-31', 'employer', false, 2),
      ('2026-02-01', 'employer', false, 5), ('2026-03-01', 'employer', false, 100), ('2026-01-01', 'employer', true, 1000)`);
    const tally = await tallyOf(database(), { since: ['2026-01-01', '2026-02-01'], before: '2026-03-01' });
    expect(tally.sides.employer.screened_out).toEqual([
      { epoch: 0, n: 7 },
      { epoch: 1, n: 13 },
      { epoch: 2, n: 5 },
    ]);
    expect(tally.sides.job_seeker.screened_out).toEqual([]);
    expect(readCounts(tally, 'employer', ['2026-01', '2026-02']).screenedOut).toEqual({
      n: 25,
      x: {},
      added: { '2026-01': 18, '2026-02': 5 },
    });
  });

  test('made-up totals are loaded whole, once, and are in no real tally', async () => {
    const load = () =>
      call(
        database(),
        'load_sample',
        { submissions: [submissionOf()], screened_out: { job_seeker: 30, employer: 12 } },
        { role: 'service_role' },
      );
    await load();
    await load();
    expect(await totals()).toEqual([
      { side: 'employer', n: 12, made_up: true, today: true },
      { side: 'job_seeker', n: 30, made_up: true, today: true },
    ]);
    expect((await tallyOf(database())).sides.employer.screened_out).toEqual([]);
    expect((await tallyOf(database(), { onlyMadeUp: true })).sides.employer.screened_out).toEqual([
      { epoch: 0, n: 12 },
    ]);
  });
});
