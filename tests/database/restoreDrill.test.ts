import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptTables, rowsOf } from '../../scripts/backup/tables.ts';
import { number } from '../../scripts/owner/plural.ts';
import { temporaryFolder } from '../../scripts/postgresql/temporaryFolder.ts';
import { validAnswers } from '../examples/anyAnswers.ts';
import { call } from './harness/call.ts';
import { catalogOf } from './harness/catalog.ts';
import { comment, openCommentDoors, withCommentCode } from './harness/comment.ts';
import { databaseNames, type Database } from './harness/database.ts';
import { clientOf, newPlace, type Place } from './harness/keptPlace.ts';
import { moderate, moderatorOf } from './harness/moderator.ts';
import { hashOf, withCode } from './harness/receipt.ts';
import { runScript, type Printed } from './harness/runScript.ts';
import { openDoors, set, submit } from './harness/submission.ts';
import { tallyOf } from './harness/tally.ts';
import { sideIds } from '../../src/survey/sides.ts';

/** Responses a side; RESTORE_ROWS=50000 is the drill at full size. */
const each = Number(process.env.RESTORE_ROWS ?? 40);

/** Everything that has to outlive a database, in every kept table, with what is counted from it and who may call what. */
async function stateOf(database: Database) {
  const tables = await keptTables(clientOf(database));
  const rows: Record<string, unknown> = {};
  for (const { name } of tables) {
    const from = rowsOf(name).replace(name, `${name} as one`);
    const [all] = await database.sql(
      `select count(*)::integer as n, md5(coalesce(string_agg(line, e'\n' order by line), '')) as digest
       from (select row_to_json(one.*)::text as line from ${from}) as lines`,
    );
    rows[name] = all;
  }
  const { functions, tables: secured } = await catalogOf(database);
  const [owner] = await database
    .as('service_role')
    .sql('select public.settings() as settings, public.moderators() as moderators');
  return {
    rows,
    tally: await tallyOf(database),
    settings: owner?.settings,
    moderators: owner?.moderators,
    mayCall: functions.map(({ name, rights }) => [name, rights]),
    mayRead: secured.map(({ name, rights }) => [name, rights]),
  };
}

/** What happened to a site before its backup: something in every table. */
async function live(database: Database) {
  await openDoors(database);
  await openCommentDoors(database);
  const people = sideIds.flatMap((side) =>
    fc.sample(validAnswers(side), each).map((answers) => withCode({ side, answers })),
  );
  for (let from = 0; from < people.length; from += 500)
    await database.sql('select count(private.store(one)) from jsonb_array_elements($1::jsonb) as one', [
      JSON.stringify(people.slice(from, from + 500).map(({ submission }) => submission)),
    ]);
  const [withdrawn, corrected, ...others] = people;
  if (withdrawn === undefined || corrected === undefined) throw new Error('There are too few people.');
  expect((await call(database, 'withdraw_response', { code: withdrawn.code })).body).toEqual({
    status: 'done',
  });
  const { instrument, answers } = corrected.submission;
  expect(
    (await call(database, 'correct_response', { code: corrected.code, instrument, answers })).body,
  ).toMatchObject({ status: 'corrected' });
  const moderator = await moderatorOf(database);
  const [parent, removed, waiting] = [withCommentCode(), withCommentCode(), withCommentCode()];
  for (const { sent } of [parent, removed, waiting]) await comment(database, sent);
  for (const { sent } of [parent, removed]) await moderate(database, moderator, 'approve', sent.id);
  const reply = withCommentCode({ parent: parent.sent.id });
  await comment(database, reply.sent);
  await moderate(database, moderator, 'approve', reply.sent.id);
  await call(database, 'remove_comment', { code: removed.code });
  await set(database, { site_name: 'A site of ours', response_limit: 7 });
  await database.script(`
    insert into private.release (id, before, commit, instrument, file, checksums) values ('2026-11', '2026-11-03', repeat('a', 40), '1', '{}', '');
    insert into private.release_cells values ('2026-11', 'E1 job_seeker', 'answered', 'x', 60, '{"a": null}', '{}', true);
    insert into private.burst_decision (day, channel, kept, because, let_in) values ('2026-11-02', 'direct', true, 'A “mailing”.', 4);
    insert into private.screened_out values ('2026-11-02', 'employer', false, 3);
    select public.renew_waiting_feed('https://example.org/moderate/');`);
  return { withdrawn, corrected, others, parent, reply, waiting, moderator };
}

const restored =
  /^Restored ([\d,]+) responses as they were on .*\nWithdrawn or removed since then, and deleted again: (\d+)\. /;

describe.each(databaseNames)('on %s', (name) => {
  const { path: backups, remove } = temporaryFolder('backups');
  const places: Place[] = [];
  const place = async (isTarget: boolean): Promise<Place> => {
    const made = await newPlace(name, isTarget);
    places.push(made);
    return made;
  };
  const run = (script: string, of: Place, ...args: string[]): Promise<Printed> =>
    runScript(script, args, { ...of.environment, NBW_BACKUPS: backups });
  const newest = (): string => join(backups, readdirSync(backups).sort().at(-1) ?? '');

  let source: Place;
  let lived: Awaited<ReturnType<typeof live>>;
  beforeAll(async () => {
    source = await place(false);
    lived = await source.use(live);
  });
  afterAll(async () => {
    for (const one of places) await one.remove();
    remove();
  });

  test(
    'what is restored is what was there: rows, settings, counts, moderators, and who may call what',
    { timeout: 600_000 },
    async () => {
      const before = await source.use(stateOf);
      const begin = performance.now();
      const made = await run('backup', source);
      const between = performance.now();
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(made.out).toContain(`: ${number(2 * each - 1)} responses, `);
      const target = await place(true);
      const start = performance.now();
      const { code, out, err } = await run('restore', target, newest());
      const seconds = [between - begin, performance.now() - start].map((ms) => (ms / 1000).toFixed(1));
      console.log(`${name}, ${2 * each} responses: backup ${seconds[0]} s, restore ${seconds[1]} s.`);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(restored.exec(out)?.slice(1)).toEqual([number(2 * each - 1), '0']);
      expect(await target.use(stateOf)).toEqual(before);
      await source.use(async (database) => {
        const [row] = await database.as('service_role').sql('select public.status() as status');
        expect(row?.status).toMatchObject({ backup: { responses: 2 * each - 1 } });
      });

      // The people of before find it as they left it, and newcomers come after them.
      await target.use(async (database) => {
        const read = (code: string) => call(database, 'read_response', { code });
        expect((await read(lived.corrected.code)).body).toMatchObject({ status: 'found', revision: 2 });
        expect((await read(lived.withdrawn.code)).body).toEqual({ status: 'unknown' });
        expect((await submit(database, lived.withdrawn.submission)).body).toMatchObject({
          status: 'withdrawn',
        });
        const own = await call(database, 'comment_state', { codes: [lived.reply.code] });
        expect(own.body).toMatchObject({ comments: [{ state: 'approved', text: lived.reply.sent.text }] });
        expect((await comment(database, withCommentCode().sent)).body).toEqual({ status: 'stored' });
        const [order] = await database.sql(
          'select arrival from private.comment order by arrival desc limit 1',
        );
        expect(Number(order?.arrival)).toBeGreaterThan(4);
        for (const { code } of lived.others.slice(0, 2))
          expect((await call(database, 'withdraw_response', { code })).body).toEqual({ status: 'done' });
      });
    },
  );

  test('the file is its owner’s alone, and holds no counter, key or challenge', async () => {
    expect(statSync(newest()).mode & 0o777).toBe(0o600);
    expect(statSync(backups).mode & 0o777).toBe(0o700);
    const text = gunzipSync(readFileSync(newest())).toString();
    expect(text).toContain(lived.reply.sent.text);
    expect(text).not.toMatch(/"private\.(salt|hit|secret|used_challenge|arrival|edit_window|report_key)"/);
    const [secret] = await source.use((database) =>
      database.sql(`select encode(value, 'hex') as value from private.secret`),
    );
    expect(text).not.toContain(String(secret?.value));
  });

  test('what was withdrawn after a backup stays withdrawn where the next one knows it', async () => {
    const old = newest();
    const [gone] = lived.others;
    await source.use(async (database) => {
      await call(database, 'withdraw_response', { code: gone?.code });
      await call(database, 'remove_comment', { code: lived.parent.code });
    });
    expect((await run('backup', source)).code).toBe(0);
    const target = await place(true);
    const { code, out, err } = await run('restore', target, old);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(restored.exec(out)?.[2]).toBe('2');
    await target.use(async (database) => {
      expect((await call(database, 'read_response', { code: gone?.code })).body).toEqual({
        status: 'unknown',
      });
      const rows = await database.sql(
        `select id, text from private.comment where id = $1 union all select id, null from private.job_seeker where id = $2`,
        [lived.parent.sent.id, gone?.submission.id],
      );
      // The reply under it stays, so its place does, without its words.
      expect(rows).toEqual([{ id: lived.parent.sent.id, text: null }]);
      const receipts = await database.sql(
        'select receipt from private.job_seeker where receipt = $1 union all select receipt from private.comment where receipt = $2',
        [Buffer.from(hashOf(gone?.code ?? ''), 'hex'), Buffer.from(hashOf(lived.parent.code), 'hex')],
      );
      expect(receipts).toEqual([]);
    });
  });
});
