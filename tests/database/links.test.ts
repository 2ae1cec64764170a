import { expect, test } from 'vitest';
import { toldAfterInterviews } from '../examples/answers.ts';
import { call, from } from './harness/call.ts';
import { comment, report, withCommentCode } from './harness/comment.ts';
import { freshThreads } from './harness/freshThreads.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { withCode } from './harness/receipt.ts';
import { openDoors, submit } from './harness/submission.ts';

/** People who answer, comment, report, correct and withdraw, one after the other. */
const people = 24;

onEveryDatabase('explicit grants', (database) => {
  const { shown, order, thread } = freshThreads(database, 'links');

  /** Every table of ours, with how many rows each transaction has written in it. */
  async function writers(): Promise<Map<string, Map<string, number>>> {
    const tables = await database().sql(
      `select tablename as name from pg_catalog.pg_tables where schemaname = 'private' order by 1`,
    );
    const found = new Map<string, Map<string, number>>();
    for (const { name } of tables) {
      const rows = await database().sql(
        `select xmin::text as writer, count(*)::integer as n from private.${String(name)} group by 1`,
      );
      found.set(String(name), new Map(rows.map(({ writer, n }) => [String(writer), Number(n)])));
    }
    return found;
  }

  /** Pairs of tables with a row in each that one call has written. What wrote everything anew was no call. */
  async function links(): Promise<string[]> {
    const found = await writers();
    for (const writer of found.get('mixed')?.keys() ?? [])
      for (const own of found.values()) own.delete(writer);
    const all = [...found];
    return all.flatMap(([one, mine], n) =>
      all.slice(n + 1).flatMap(([other, theirs]) => {
        const shared = [...mine.keys()].filter((writer) => theirs.has(writer));
        return shared.length > 0 ? [`${one} and ${other}`] : [];
      }),
    );
  }

  /** The ids of a table in the order in which their rows lie. */
  const lying = async (table: string, id = 'id::text') =>
    (await database().sql(`select ${id} as id from private.${table} order by ctid`)).map(({ id: one }) =>
      String(one),
    );

  /** Of each two, how many lie in the order in which they came: a half when it is chance. */
  function inOrder(came: readonly string[], lie: readonly string[]): number {
    const places = came.filter((id) => lie.includes(id)).map((id) => lie.indexOf(id));
    let right = 0;
    let pairs = 0;
    for (let n = 0; n < places.length; n += 1)
      for (let later = n + 1; later < places.length; later += 1) {
        pairs += 1;
        if ((places[n] ?? 0) < (places[later] ?? 0)) right += 1;
      }
    return right / pairs;
  }

  const everything = async () =>
    database()
      .sql(`select 'job_seeker' as of, md5(string_agg(kept::text, ' ' order by id)) as sum from private.job_seeker as kept
      union all select 'employer', md5(string_agg(kept::text, ' ' order by id)) from private.employer as kept
      union all select 'comment', md5(string_agg(kept::text, ' ' order by id)) from private.comment as kept
      union all select 'withdrawn', md5(string_agg(kept::text, ' ' order by id_hash)) from private.withdrawn as kept
      union all select 'report', md5(string_agg(kept::text, ' ' order by comment, reason)) from private.report as kept
      union all select 'thread', md5(string_agg(kept::text, ' ' order by id)) from private.thread as kept
      union all select 'thread_count', md5(string_agg(kept::text, ' ' order by thread_id, what)) from private.thread_count as kept`);

  test('after the day nobody is linked by the transactions that wrote rows, or by their place (T26)', async () => {
    await openDoors(database());
    const came: string[] = [];
    const reported = await shown();
    for (let n = 0; n < people; n += 1) {
      const caller = from(`192.0.2.${n}`);
      const { code, submission } = withCode({ answers: { ...toldAfterInterviews, s_hours: n } });
      expect((await submit(database(), submission, caller)).status).toBe(200);
      came.push(submission.id);
      const written = withCommentCode({ thread: thread() });
      expect((await comment(database(), written.sent, caller)).status).toBe(200);
      await comment(database(), { ...withCommentCode().sent, text: ' ' }, caller);
      if (n % 4 === 0) await report(database(), reported.id, caller);
      if (n % 4 === 1) await call(database(), 'withdraw_response', { code }, caller);
      if (n % 4 === 2) await call(database(), 'remove_comment', { code: written.code }, caller);
      if (n % 4 === 3) {
        const { s_hours, ...answers } = submission.answers;
        expect(s_hours).toBe(n);
        const change = { code, instrument: submission.instrument, answers };
        expect((await call(database(), 'correct_response', change, caller)).status).toBe(200);
        await order('approve', written.sent.id);
      }
    }
    // The attack works while the day lasts; so it can be seen to fail afterwards.
    const before = await links();
    for (const pair of ['comment and hit', 'hit and job_seeker']) expect(before).toContain(pair);
    // A right code is counted nowhere, so not even on its day does a counter say whose network has withdrawn.
    expect(before).not.toContain('hit and withdrawn');
    expect(inOrder(came, await lying('job_seeker'))).toBeGreaterThan(0.7);
    const rows = await everything();

    // The day is over: what it left to count with goes, and its rows are written anew.
    await database().script(`
      update private.hit set slot = slot - interval '1 day';
      update private.salt set day = day - 1;
      update private.report_key set day = day - 1;
      update private.edit_window set until = now() - interval '1 second';
      update private.used_challenge set expires_at = now() - interval '1 second';
    `);
    await database().sql('select private.maintenance()');
    await database().sql(`select private.mix((now() at time zone 'utc')::date + 1)`);

    expect(await everything()).toEqual(rows);
    for (const gone of ['hit', 'salt', 'report_key', 'edit_window', 'used_challenge'])
      expect((await writers()).get(gone)?.size, gone).toBe(0);
    expect(await links()).toEqual([]);
    const after = await writers();
    const mixed = [...(after.get('job_seeker')?.keys() ?? [])];
    expect(mixed).toHaveLength(1);
    for (const table of ['comment', 'withdrawn', 'thread', 'thread_count', 'report', 'refusal'])
      expect([...(after.get(table)?.keys() ?? [])], table).toEqual(mixed);
    // Of 18 rows chance gives 0.5, and more than 0.9 or less than 0.1 a few times in a million days.
    const chance = inOrder(came, await lying('job_seeker'));
    expect(chance).toBeGreaterThan(0.1);
    expect(chance).toBeLessThan(0.9);
  });

  test('one maintenance leaves none of the day before, however many there are', async () => {
    await database().sql(
      `insert into private.hit (kind, client, slot, n)
       select 'response', int4send(n), date_trunc('day', now(), 'utc') - interval '1 minute', 1 from generate_series(1, 30000) as n`,
    );
    await database().sql('select private.maintenance()');
    expect(
      await database().sql(`select from private.hit where slot < date_trunc('day', now(), 'utc') limit 1`),
    ).toEqual([]);
  });

  test('a day is written anew once, and the next one leaves it alone', async () => {
    await openDoors(database());
    await database().sql('delete from private.mixed');
    const { submission } = withCode();
    await submit(database(), submission);
    const writer = async () =>
      (
        await database().sql('select xmin::text as writer from private.job_seeker where id = $1', [
          submission.id,
        ])
      )[0]?.writer;
    const own = await writer();
    await database().sql('select private.maintenance()');
    expect(await writer()).toBe(own);
    await database().sql(`select private.mix((now() at time zone 'utc')::date + 2)`);
    const anew = await writer();
    expect(anew).not.toBe(own);
    for (const days of [2, 3]) {
      await database().sql(`select private.mix((now() at time zone 'utc')::date + $1::integer)`, [days]);
      expect(await writer()).toBe(anew);
    }
  });

  test('the record of moderation has hours', async () => {
    const { id } = await shown();
    expect(
      await database().sql(
        `select done_at = date_trunc('hour', done_at, 'utc') as rounded from private.moderation where comment = $1`,
        [id],
      ),
    ).toEqual([{ rounded: true }]);
  });
});
