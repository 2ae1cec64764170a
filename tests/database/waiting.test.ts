import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { from } from './harness/call.ts';
import { report } from './harness/comment.ts';
import { freshThreads } from './harness/freshThreads.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { refusal } from './harness/refusal.ts';
import { set } from './harness/submission.ts';

const page = 'https://nobutwhy.example/moderate/';

onEveryDatabase('explicit grants', (database) => {
  const { write, order, shown } = freshThreads(database, 'waiting');
  beforeEach(async () => {
    for (const table of ['report', 'report_key', 'edit_window', 'comment', 'notice', 'waiting_feed'])
      await database().sql(`delete from private.${table}`);
    await set(database(), { webhook_url: '', webhook_minutes: 30, site_name: 'Why' });
  });

  const newToken = async (): Promise<string> => {
    const [row] = await database()
      .as('service_role')
      .sql(`select public.renew_waiting_feed($1) ->> 'token' as token`, [page]);
    return String(row?.token);
  };
  /** As a reader of feeds asks: by GET, in a transaction that may write nothing. */
  async function fetchWaiting(token: string | null, headers: Record<string, string> = {}) {
    const [row] = await database()
      .as('anon', { headers })
      .sql(
        `with fetched as materialized (
         select set_config('transaction_read_only', 'on', true) as set, convert_from(public.waiting_feed($1), 'utf8') as xml
       )
       select xml, coalesce(nullif(current_setting('response.status', true), ''), '200')::integer as status,
         current_setting('response.headers', true)::jsonb as headers
       from fetched`,
        [token],
      );
    const {
      xml,
      status,
      headers: told,
    } = row as { xml: string; status: number; headers: Record<string, string>[] };
    return { xml, status, headers: Object.assign({}, ...told) as Record<string, string> };
  }
  const entries = async (token: string) => {
    const $ = load((await fetchWaiting(token)).xml, { xml: true });
    return $('entry')
      .toArray()
      .map((entry) => ({
        id: $('id', entry).text(),
        title: $('title', entry).text(),
        link: $('link', entry).attr('href'),
        content: $('content', entry).text(),
      }));
  };

  describe('the private feed', () => {
    test('says how many wait and since when, without a word of them', async () => {
      const token = await newToken();
      expect(await entries(token)).toEqual([]);
      const first = await write({ text: 'Nobody may read this yet, not even a reader of feeds.' });
      expect(await entries(token)).toMatchObject([
        {
          title: '1 comment waits to be read',
          link: page,
          content: expect.stringMatching(
            /^The oldest came in the hour from \d+ \w+ \d{4}, \d\d:00 UTC\.$/,
          ) as string,
        },
      ]);
      await write();
      const { xml, headers } = await fetchWaiting(token);
      expect(xml).toContain('<title>2 comments wait to be read</title>');
      expect(xml).toContain('<title>Comments that wait · Why</title>');
      expect(xml).not.toContain('Nobody may read');
      expect(xml).not.toContain(first.id);
      expect(xml).not.toContain('waiting-1');
      expect(headers).toMatchObject({
        'Content-Type': 'application/atom+xml; charset=utf-8',
        'Cache-Control': 'private, max-age=300',
      });
    });

    test('a reader of feeds shows it once for each comment that comes, and not for one that is read', async () => {
      const token = await newToken();
      const ids = async () => (await entries(token)).map(({ id }) => id);
      const first = await write();
      const one = await ids();
      const second = await write();
      const two = await ids();
      expect(two).not.toEqual(one);
      await order('approve', second.id);
      expect(await ids()).toEqual(one);
      await order('approve', first.id);
      expect(await ids()).toEqual([]);
    });

    test('says what was reported, until somebody has read it again', async () => {
      const token = await newToken();
      const { id } = await shown();
      await report(database(), id, from('192.0.2.1'));
      expect(await entries(token)).toMatchObject([{ title: '1 comment was reported', link: page }]);
      await order('approve', id);
      expect(await entries(token)).toEqual([]);
    });

    test('is 304 to whoever has it, and the same bytes until something changes', async () => {
      const token = await newToken();
      const { headers, xml } = await fetchWaiting(token);
      expect((await fetchWaiting(token)).xml).toBe(xml);
      expect(await fetchWaiting(token, { 'if-none-match': headers.ETag ?? '' })).toMatchObject({
        status: 304,
        xml: '',
      });
      await write();
      expect((await fetchWaiting(token, { 'if-none-match': headers.ETag ?? '' })).status).toBe(200);
    });

    test('opens to its token alone, which another one ends; only a digest of it is kept', async () => {
      const old = await newToken();
      const token = await newToken();
      expect(token).toMatch(/^[0-9a-f]{64}$/);
      const refused = { code: 'PGRST', detail: expect.stringContaining('404') as string };
      for (const wrong of [
        old,
        token.toUpperCase(),
        `${token} `,
        token.slice(1),
        '',
        null,
        "' or true --",
        '0'.repeat(64),
      ])
        expect(await refusal(fetchWaiting(wrong)), String(wrong)).toMatchObject(refused);
      expect((await fetchWaiting(token)).status).toBe(200);
      const [kept] = await database().sql('select kept::text as text from private.waiting_feed as kept');
      expect(String(kept?.text)).not.toContain(token);
      const [count] = await database().sql('select count(*) as n from private.waiting_feed');
      expect(Number(count?.n)).toBe(1);
    });

    test('leads to a web page alone', async () => {
      for (const wrong of ['javascript:alert(1)', 'https://a b', '', null, `https://${'a'.repeat(300)}`])
        expect(
          await refusal(database().as('service_role').sql('select public.renew_waiting_feed($1)', [wrong])),
        ).toMatchObject({ code: 'PGRST' });
    });
  });

  describe('the notice by POST', () => {
    const due = async () => (await database().sql('select private.due_notice() as notice'))[0]?.notice;
    const earlier = (minutes: number) =>
      database().sql(`update private.notice set at = at - make_interval(mins => $1::integer)`, [minutes]);
    const url = 'https://chat.example/hook';

    test('is due once something waits and an address is set', async () => {
      expect(await due()).toBeNull();
      await set(database(), { webhook_url: url });
      expect(await due()).toBeNull();
      await write();
      expect(await due()).toEqual({
        url,
        body: { waiting: 1, oldest: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00Z$/) as string },
      });
    });

    test('is sent at most every so many minutes, and only when something new came', async () => {
      await set(database(), { webhook_url: url });
      await write();
      expect(await due()).not.toBeNull();
      await write();
      expect(await due()).toBeNull();
      await earlier(29);
      expect(await due()).toBeNull();
      await earlier(1);
      expect(await due()).toMatchObject({ body: { waiting: 2 } });
      await earlier(300);
      expect(await due()).toBeNull();
    });

    test('of twenty calls at once one is told to send', async () => {
      await set(database(), { webhook_url: url });
      await write();
      const told = await Promise.all(Array.from({ length: 20 }, due));
      expect(told.filter((notice) => notice !== null)).toHaveLength(1);
    });

    test('goes to https or to this machine, and nowhere else', async () => {
      for (const wrong of [
        'http://chat.example/',
        'ftp://x',
        'chat.example',
        'https://',
        'http://localhost.example/',
        'https://a b',
      ])
        expect(await refusal(set(database(), { webhook_url: wrong })), wrong).toMatchObject({
          code: '23514',
        });
      for (const right of [
        'https://hooks.example/T0/B0?x=1',
        'http://localhost:3000/hook',
        'http://127.0.0.1/x',
        '',
      ])
        await set(database(), { webhook_url: right });
    });
  });

  describe('the scheduler of a hosted project', () => {
    // Neither extension can be installed here, so stand-ins record what they are asked, under the extensions' own signatures.
    const standIns = `
      create schema cron; create schema net;
      create table cron.job (jobid bigint generated always as identity, jobname text unique, schedule text, command text, active boolean default true);
      create function cron.schedule(job_name text, schedule text, command text) returns bigint language sql as $$
        insert into cron.job (jobname, schedule, command) values (job_name, schedule, command)
        on conflict (jobname) do update set schedule = excluded.schedule, command = excluded.command returning jobid $$;
      create table net.sent (url text, body jsonb);
      create function net.http_post(url text, body jsonb default '{}', params jsonb default '{}',
        headers jsonb default '{"Content-Type": "application/json"}', timeout_milliseconds integer default 5000)
      returns bigint language sql as $$ insert into net.sent values (http_post.url, http_post.body) returning 1 $$;`;

    test('without one nothing is scheduled or sent, and no migration fails', async () => {
      expect(
        await database().sql('select private.schedule_maintenance() as there, private.is_scheduled() as on'),
      ).toEqual([{ there: false, on: false }]);
      await set(database(), { webhook_url: 'https://chat.example/hook' });
      await write();
      await database().sql('select private.send_notice()');
      // It is still due: nothing was there to send it.
      expect(await database().sql('select * from private.notice')).toEqual([]);
    });

    test('with one both jobs are there once, however often they are scheduled, and do what they say', async () => {
      await database().script(standIns);
      for (let n = 0; n < 2; n += 1) await database().sql('select private.schedule_maintenance()');
      expect(await database().sql('select private.is_scheduled() as on')).toEqual([{ on: true }]);
      const jobs = await database().sql('select jobname, schedule, command from cron.job order by jobname');
      expect(jobs).toEqual([
        {
          jobname: 'no-but-why maintenance',
          schedule: '17 * * * *',
          command: 'select private.maintenance()',
        },
        { jobname: 'no-but-why notices', schedule: '*/5 * * * *', command: 'select private.send_notice()' },
      ]);
      await set(database(), { webhook_url: 'https://chat.example/hook' });
      await write();
      for (const { command } of [...jobs, ...jobs]) await database().sql(String(command));
      expect(await database().sql('select url, body ->> $1 as waiting from net.sent', ['waiting'])).toEqual([
        { url: 'https://chat.example/hook', waiting: '1' },
      ]);
      await database().sql(`update cron.job set active = false`);
      expect(await database().sql('select private.is_scheduled() as on')).toEqual([{ on: false }]);
      await database().script('drop schema cron cascade; drop schema net cascade');
    });

    test('the migration uses one that is there, and goes through where that one refuses', async () => {
      const migration = readFileSync('supabase/migrations/20261124090540_schedule.sql', 'utf8');
      const [block = ''] = /^do \$\$.+?^end \$\$;/ms.exec(migration) ?? [];
      onTestFinished(async () => {
        await database().script('drop schema cron cascade; drop schema net cascade');
      });
      const jobs = () => database().sql('select jobname from cron.job order by jobname');
      await database().script(standIns + block);
      expect(await jobs()).toEqual([
        { jobname: 'no-but-why maintenance' },
        { jobname: 'no-but-why notices' },
      ]);
      await database().script(`delete from cron.job;
        create or replace function cron.schedule(job_name text, schedule text, command text) returns bigint
        language plpgsql as $$ begin raise exception 'Not in this database.'; end $$;`);
      await database().script(block);
      expect(await jobs()).toEqual([]);
      expect(await database().sql('select private.is_scheduled() as on')).toEqual([{ on: false }]);
    });
  });
});
