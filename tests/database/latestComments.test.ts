import { expect, test } from 'vitest';
import { limits } from '../../src/thread/limits.ts';
import { hostileTexts } from '../examples/hostileTexts.ts';
import { cleanText } from '../../src/thread/text.ts';
import type { LatestComments } from '../../src/thread/latest.ts';
import { call, from } from './harness/call.ts';
import { report } from './harness/comment.ts';
import { freshThreads } from './harness/freshThreads.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { expectRefused } from './harness/refusals.ts';

onEveryDatabase('explicit grants', (database) => {
  const { thread, write, shown, rejected, hidden, edit, remove } = freshThreads(database, 'lately');

  const latest = async (limit: number = limits.latest): Promise<LatestComments> => {
    const { status, body } = await call(database(), 'latest_comments', { limit });
    expect(status).toBe(200);
    return body as LatestComments;
  };
  const inThread = async () => (await latest(0)).threads.find((one) => one.thread === thread())?.n;

  test('is what was approved last, wherever it stands, newest first, with its beginning and its place', async () => {
    const first = await shown({ role: 'job_seeker' });
    const chart = await shown({ kind: 'chart' });
    const reply = await shown({ role: 'recruiter', parent: first.id });
    const { comments } = await latest(3);
    expect(comments.map(({ id }) => id)).toEqual([reply.id, chart.id, first.id]);
    expect(comments[0]).toEqual({
      id: reply.id,
      kind: 'essay',
      thread: thread(),
      role: 'recruiter',
      text: reply.sent.text,
      cut: false,
      sent_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00Z$/) as string,
    });
  });

  test('holds nothing that waits, was rejected, is hidden or reported away, or was removed, and counts none of it', async () => {
    const kept = await shown();
    const gone = [await write(), await rejected(), await hidden()];
    const reported = await shown();
    for (const address of ['192.0.2.1', '198.51.100.1', '203.0.113.1'])
      await report(database(), reported.id, from(address));
    const edited = await shown();
    await edit(edited.code, 'Other words by far.');
    const removed = await shown();
    expect(await inThread()).toBe(2);
    await remove(removed.code);
    gone.push(reported, edited, removed);
    const said = JSON.stringify(await latest());
    for (const { id, sent, code } of gone)
      for (const trace of [id, sent.text, sent.receipt, code]) expect(said).not.toContain(trace);
    expect(said).toContain(kept.id);
    expect(await inThread()).toBe(1);
    await remove(kept.code);
    expect(await inThread()).toBeUndefined();
  });

  test('has the beginning of a long comment, and says that it goes on', async () => {
    const whole = await shown({ text: 'ä'.repeat(limits.beginning) });
    const long = await shown({ text: `${'ö'.repeat(limits.beginning)}!` });
    const { comments } = await latest(2);
    expect(comments).toMatchObject([
      { id: long.id, text: 'ö'.repeat(limits.beginning), cut: true },
      { id: whole.id, text: 'ä'.repeat(limits.beginning), cut: false },
    ]);
  });

  test('hands on every hostile text as it is stored', async () => {
    for (const [n, { typed }] of hostileTexts.slice(0, 20).entries()) {
      // A number makes each another one: the same letters are taken once.
      const text = `${n} ${typed}`;
      const { id } = await shown({ text });
      const { comments } = await latest(1);
      expect(comments).toMatchObject([
        { id, text: Array.from(cleanText(text)).slice(0, limits.beginning).join('') },
      ]);
    }
  });

  test('is never more than the limit, and reads in a transaction that may write nothing', async () => {
    for (let n = 0; n <= limits.latest; n += 1) await shown({ text: `One of many, no. ${n}.` });
    expect((await latest()).comments).toHaveLength(limits.latest);
    const [row] = await database()
      .as('anon')
      .sql(
        `select set_config('transaction_read_only', 'on', true) as set, public.latest_comments('{"limit": 1}') as latest`,
      );
    expect(row?.latest).toMatchObject({ comments: [{ text: `One of many, no. ${limits.latest}.` }] });
  });

  const bad: Record<string, unknown> = {
    nothing: null,
    'a number': 7,
    'a list': [],
    'no limit': {},
    'a limit that is null': { limit: null },
    'a limit above': { limit: limits.latest + 1 },
    'a limit of three digits': { limit: 100 },
    'a limit below': { limit: -1 },
    'half a limit': { limit: 1.5 },
    'a limit that is a text': { limit: '5' },
    'a limit that is SQL': { limit: '1; select 1' },
    'a limit beyond all numbers': `{"limit": ${'9'.repeat(400)}}`,
    'a wish to see what waits': { limit: 1, state: 'pending' },
    'a thread': { limit: 1, thread: 'why' },
    'twenty kilobytes': { limit: 1, x: 'x'.repeat(20_000) },
    'a NUL character': '{"limit": 1, "x": "\\u0000"}',
  };
  test.each(Object.entries(bad))('is refused in one sentence when asked with %s', async (_, request) => {
    expectRefused(await call(database(), 'latest_comments', request));
  });

  test('its inner functions cannot be called', async () => {
    for (const role of ['anon', 'authenticated'] as const)
      for (const statement of ['select private.said_in_threads()', `select private.is_latest_request('{}')`])
        await expect(database().as(role).sql(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
