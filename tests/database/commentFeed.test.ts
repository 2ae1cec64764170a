import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { site as facts } from '../../src/site.ts';
import { feedLimits } from '../../src/thread/feed.ts';
import { cleanText } from '../../src/thread/text.ts';
import { hostileTexts } from '../examples/hostileTexts.ts';
import { from } from './harness/call.ts';
import { report } from './harness/comment.ts';
import { entriesOf, fetchFeed } from './harness/feed.ts';
import { freshThreads } from './harness/freshThreads.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { refusal } from './harness/refusal.ts';
import { set } from './harness/submission.ts';

const site = 'https://nobutwhy.example';

onEveryDatabase('explicit grants', (database) => {
  const { thread, write, shown, rejected, hidden, edit, remove } = freshThreads(database, 'told-by-day');

  const feed = (request: Record<string, string | null> = {}, headers?: Record<string, string>) =>
    fetchFeed(database(), { kind: 'essay', thread: thread(), ...request }, headers);
  const entries = async (request: Record<string, string | null> = {}) =>
    entriesOf(database(), (await feed(request)).xml);
  const ids = async (request: Record<string, string | null> = {}) =>
    (await entries(request)).map(({ id }) => id.slice('urn:uuid:'.length));
  const all = { kind: null, thread: null };

  test('a thread without comments has a feed too, identical at each call', async () => {
    const { status, headers, xml } = await feed();
    expect(status).toBe(200);
    expect(headers['Content-Type']).toBe('application/atom+xml; charset=utf-8');
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed ')).toBe(true);
    expect(await ids()).toEqual([]);
    expect(await feed()).toEqual({ status, headers, xml });
  });

  test('says what it is about and where to answer', async () => {
    await set(database(), { site_name: facts.name });
    const id = thread();
    const name = id.replaceAll('-', ' ');
    for (const [request, page, title] of [
      [{ kind: 'essay', thread: id }, `/essays/${id}/`, `Comments on the essay “${name}”`],
      [{ kind: 'chart', thread: id }, `/charts/${id}/`, `Comments on the chart “${name}”`],
      [all, '/', 'All comments'],
    ] as const) {
      const $ = load((await feed(request)).xml, { xml: true });
      expect($('feed > link[rel="alternate"]').attr('href')).toBe(site + page);
      expect($('feed > title').text()).toBe(`${title} · ${facts.name}`);
      expect($('feed > author > name').text()).toBe(`Readers of ${facts.name}`);
      expect($('feed > id').text()).toBe(`tag:nobutwhy.example,2026:threads${page}`);
      // A feed may have been asked for at two addresses, and only one of them is served everywhere.
      expect($('feed > link[rel="self"]').length).toBe(0);
    }
  });

  test('leads to a site in a folder of its host, and is another feed than those of its neighbours', async () => {
    const one = await shown();
    const { xml } = await feed({ site: 'https://someone.github.io/Why_2/beta' });
    const $ = load(xml, { xml: true });
    expect($('feed > id').text()).toBe(`tag:someone.github.io,2026:Why_2/beta/threads/essays/${thread()}/`);
    const page = `https://someone.github.io/Why_2/beta/essays/${thread()}/`;
    expect($('feed > link').attr('href')).toBe(page);
    expect($('entry > link').attr('href')).toBe(`${page}?from=feed#comment-${one.id}`);
  });

  test('leads to the site that the settings name, whatever address it is asked with', async () => {
    await set(database(), { site_url: 'https://settled.example/why' });
    onTestFinished(() => set(database(), { site_url: '' }));
    const { xml } = await feed({ site: 'https://elsewhere.example' });
    expect(load(xml, { xml: true })('feed > link').attr('href')).toBe(
      `https://settled.example/why/essays/${thread()}/`,
    );
    expect(xml).not.toContain('elsewhere.example');
  });

  test('holds what is approved, newest first, who wrote it and what it answers', async () => {
    const first = await shown({ role: 'job_seeker' });
    const reply = await shown({ role: 'hiring_manager', parent: first.id });
    const unsaid = await shown({ role: 'none' });
    const listed = await entries();
    expect(listed.map(({ id }) => id)).toEqual([unsaid, reply, first].map(({ id }) => `urn:uuid:${id}`));
    expect(listed[1]).toEqual({
      id: `urn:uuid:${reply.id}`,
      title: `A hiring manager in reply, on the essay “${thread().replaceAll('-', ' ')}”`,
      author: 'A hiring manager',
      published: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/) as string,
      updated: listed[1]?.published,
      link: `${site}/essays/${thread()}/?from=feed#comment-${reply.id}`,
      type: 'text',
      answers: `urn:uuid:${first.id}`,
      content: reply.sent.text,
    });
    expect(listed.map(({ author }) => author)).toEqual(['A reader', 'A hiring manager', 'A job seeker']);
    expect(listed.map(({ answers }) => answers)).toEqual([null, `urn:uuid:${first.id}`, null]);
  });

  test('holds nothing that waits, was rejected, is hidden or reported away, or was removed', async () => {
    const kept = await shown();
    const gone = [await write(), await rejected(), await hidden()];
    const reported = await shown();
    for (const address of ['192.0.2.1', '198.51.100.1', '203.0.113.1'])
      await report(database(), reported.id, from(address));
    const edited = await shown();
    await edit(edited.code, 'Other words by far.');
    const removed = await shown();
    const answer = await shown({ parent: removed.id });
    expect(await ids()).toContain(removed.id);
    await remove(removed.code);
    gone.push(reported, edited, removed);
    for (const request of [{}, all]) {
      const { xml } = await feed(request);
      for (const { id, sent, code } of gone)
        for (const trace of [id, sent.text, sent.receipt, code]) expect(xml).not.toContain(trace);
    }
    expect(await ids()).toEqual([answer.id, kept.id]);
  });

  test('of all threads holds those of every essay and chart, and of one only its own', async () => {
    const here = await shown();
    const chart = await shown({ kind: 'chart' });
    const elsewhere = await shown({ thread: `${thread()}-2` });
    expect((await ids(all)).slice(0, 3)).toEqual([elsewhere.id, chart.id, here.id]);
    expect(await ids()).toEqual([here.id]);
    expect(await ids({ kind: 'chart' })).toEqual([chart.id]);
  });

  test('is answered with 304 until something changes, also where a gateway rewrote the ETag', async () => {
    const one = await shown();
    const { ETag: tag = '', 'Cache-Control': keep } = (await feed()).headers;
    expect(keep).toBe(`public, max-age=${feedLimits.seconds}`);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`])
      expect(await feed({}, { 'if-none-match': known })).toMatchObject({ status: 304, xml: '' });
    expect((await feed({}, { 'if-none-match': '"other"' })).status).toBe(200);
    await remove(one.code);
    const after = await feed({}, { 'if-none-match': tag });
    expect(after.status).toBe(200);
    expect(after.xml).not.toContain(one.id);
  });

  test('is put together a few at a time, and for others at that moment not at all', async ({ skip }) => {
    // PGlite runs one call at a time.
    if (database().name === 'PGlite') skip();
    const take = (address: string) =>
      database()
        .as('anon', from(address))
        .sql(
          'select pg_sleep(60) from (select public.comment_feed(site => $1)) as asked (feed) where feed is not null',
          [site],
        );
    const sleepers = `from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
    const taken = (places: number) =>
      expect.poll(async () => (await database().sql(`select ${sleepers}`)).length).toBe(places);
    const answerTo = async (address: string): Promise<unknown> =>
      JSON.parse((await refusal(feed({}, from(address).headers))).message);
    // Whoever asks without pause keeps the feeds from its own provider, and from nobody else.
    const ended = [Promise.allSettled(['192.0.2.1', '192.0.77.2'].map(take))];
    await taken(feedLimits.ofOneProvider);
    expect(await answerTo('192.0.2.3')).toMatchObject({ code: 'too_many' });
    expect((await feed({}, from('198.51.100.1').headers)).status).toBe(200);
    ended.push(Promise.allSettled(['198.51.100.1', '203.0.113.1'].map(take)));
    await taken(feedLimits.atOnce);
    expect(await answerTo('198.18.0.1')).toMatchObject({ code: 'too_many' });
    await database().sql(`select pg_cancel_backend(pid) ${sleepers}`);
    await Promise.all(ended);
    await expect.poll(async () => (await feed({}, from('192.0.2.1').headers)).status).toBe(200);
  });

  test('never exceeds the limits of a feed', async () => {
    await database().script(`
      insert into private.thread (kind, id, last_place) values ('essay', '${thread()}', 10000);
      insert into private.comment (id, thread_kind, thread_id, depth, role, text, letters_hash, state, place, root_place)
      select md5('${thread()}' || n)::uuid, 'essay', '${thread()}', 0, 'other', 'Comment ' || n, '\\x00', 'approved', n, n
      from generate_series(1, 10000) as n;
      analyze private.comment;
    `);
    const listed = await entries();
    expect(listed.map(({ content }) => content)).toEqual(
      Array.from({ length: feedLimits.comments }, (_, n) => `Comment ${10_000 - n}`),
    );
    expect(await ids(all)).toHaveLength(feedLimits.comments);
    const plan = await database().sql(
      `explain select * from private.comment where thread_kind = 'essay' and thread_id = '${thread()}' and state = 'approved'
       order by place desc limit ${feedLimits.comments}`,
    );
    expect(JSON.stringify(plan)).toMatch(/Backward using comment_latest/);
    // Each character is five in XML; the longest there can be.
    await database().sql(
      `update private.comment set text = repeat('&', 4000) where thread_id = $1 and place > 9000`,
      [thread()],
    );
    const { xml } = await feed();
    const whole = await entriesOf(database(), xml);
    expect(Buffer.byteLength(xml)).toBeLessThan(feedLimits.bytes + 2000);
    expect(whole.length).toBeGreaterThan(10);
    expect(whole.every(({ content }) => content === '&'.repeat(4000))).toBe(true);
  });

  describe('whatever was typed', () => {
    test('comes out of a strict parser as it was kept, and adds no element', async () => {
      const typed = hostileTexts.map(({ typed: text }) => text);
      const kept = new Map<string, string>();
      for (const text of typed) {
        const { id, sent } = await shown({ text: `${text} ${String(kept.size)}` });
        kept.set(id, cleanText(sent.text));
        if (kept.size % feedLimits.comments !== 0 && kept.size !== typed.length) continue;
        const { xml } = await feed();
        for (const { id: urn, content } of await entriesOf(database(), xml))
          expect(content).toBe(kept.get(urn.slice('urn:uuid:'.length)));
        const $ = load(xml, { xml: true });
        const names = new Set(
          $('entry *')
            .toArray()
            .map(({ tagName }) => tagName),
        );
        const own = ['author', 'content', 'id', 'link', 'name', 'published', 'title', 'updated'];
        expect([...names].sort()).toEqual(own);
        expect($('content').length).toBe($('entry').length);
      }
      expect(kept.size).toBeGreaterThan(80);
    });

    test('of a thousand random texts each is XML that says the same', async () => {
      const texts = fc
        .sample(fc.string({ unit: 'binary', maxLength: 40 }), { numRuns: 1000 })
        .concat(['\ufffe', '\uffff', ']]>', '&amp;', '<![CDATA[', '\r\n', 'a\u0085b'])
        .map((text) => text.replaceAll('\0', ''));
      const rows = await database().sql(
        `select clean, kept from jsonb_array_elements_text($1::jsonb) as sent (typed),
           lateral (select private.clean_text(typed) as clean) as cleaned,
           xmltable('/c' passing xmlparse(document xmlelement(name c, private.xml_text(clean))::text) columns kept text path '.')`,
        [JSON.stringify(texts)],
      );
      expect(rows).toHaveLength(texts.length);
      for (const { clean, kept } of rows) expect(kept).toBe(String(clean).replaceAll(/[\ufffe\uffff]/g, ''));
    });
  });

  const bad: Record<string, Record<string, string | null>> = {
    'no thread': { thread: null },
    'no kind': { kind: null },
    'a kind of its own': { kind: 'survey' },
    'a thread in capitals': { thread: 'Why' },
    'a thread that is markup': { thread: '"><script>' },
    'a thread of 101 characters': { thread: 'a'.repeat(101) },
    'no site': { site: null },
    'a site with its last slash': { site: 'https://nobutwhy.example/' },
    'a site with a query': { site: 'https://nobutwhy.example/why?a' },
    'a folder that is markup': { site: 'https://a.example/"><script>' },
    'a site that is a script': { site: 'javascript:alert(1)' },
    'a site that is markup': { site: 'https://a"><script>' },
    'a site with a name and a password': { site: 'https://a:b@c.example' },
    'a site with a line break': { site: 'https://a.example\n' },
    'a site beyond all lengths': { site: `https://${'a'.repeat(400)}` },
  };
  test.each(Object.entries(bad))('is refused in one sentence with %s', async (_, request) => {
    const error = await refusal(feed(request));
    expect(error).toMatchObject({ code: 'PGRST' });
    expect(JSON.parse(error.message)).toEqual({
      code: 'not_valid',
      message: 'Ask for the feed of one thread or of all, and say which site it is for.',
    });
  });

  test('no e-mail address and no name is stored', async () => {
    const rows = await database().sql(
      `select table_name || '.' || column_name as named from information_schema.columns
       where table_schema = 'private' and column_name ~ 'mail|phone|address|follow|subscri|author|nick|person'`,
    );
    expect(rows).toEqual([]);
  });
});
