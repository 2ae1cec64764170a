import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { call } from './harness/call.ts';
import { comment, commentOf, readThread } from './harness/comment.ts';
import { freshThreads } from './harness/freshThreads.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { expectRefused } from './harness/refusals.ts';

onEveryDatabase('explicit grants', (database) => {
  const { thread, write, order, shown, rejected, hidden, edit, turn, remove, removed } = freshThreads(
    database,
    'thread',
  );

  const read = (request: Record<string, unknown> = {}) =>
    readThread(database(), { thread: thread(), ...request });
  const ids = async (request: Record<string, unknown> = {}) =>
    (await read(request)).comments.map(({ id }) => id);

  describe('a reader', () => {
    test('finds an empty thread under a page without comments', async () => {
      expect(await read()).toEqual({
        kind: 'essay',
        thread: thread(),
        closed: false,
        counts: {},
        comments: [],
        gone: [],
        next: null,
      });
    });

    test('sees an applicant’s comment once it is approved, and a recruiter’s reply under it', async () => {
      const first = await write({ role: 'job_seeker' });
      expect(await read()).toMatchObject({ comments: [], counts: {} });
      await order('approve', first.id);
      const reply = await write({ role: 'recruiter', parent: first.id });
      expect(await ids()).toEqual([first.id]);
      await order('approve', reply.id);
      const page = await read();
      expect(page.comments).toEqual([
        {
          id: first.id,
          parent: null,
          role: 'job_seeker',
          text: first.sent.text,
          sent_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00Z$/) as string,
          edited: false,
        },
        expect.objectContaining({ id: reply.id, parent: first.id, role: 'recruiter', text: reply.sent.text }),
      ]);
      expect(page.counts).toEqual({ job_seeker: 1, recruiter: 1 });
    });

    test('does not see waiting, rejected, hidden or removed comments', async () => {
      const kept = await shown();
      await write();
      for (const make of [rejected, hidden, removed]) await make();
      expect(await ids()).toEqual([kept.id]);
      expect((await read()).counts).toEqual({ job_seeker: 1, removed: 1 });
    });

    test('sees no other thread, neither of that name under a chart nor of that kind', async () => {
      const here = await shown();
      await shown({ kind: 'chart' });
      await shown({ thread: `${thread()}-2` });
      expect(await ids()).toEqual([here.id]);
    });

    test('reads newest or oldest first, and a reply always after what it answers', async () => {
      const a = await shown();
      const b = await shown();
      const c = await shown({ parent: a.id });
      const d = await shown({ parent: c.id });
      const e = await shown({ parent: a.id });
      expect(await ids({ order: 'oldest' })).toEqual([a.id, c.id, d.id, e.id, b.id]);
      expect(await ids({ order: 'newest' })).toEqual([b.id, a.id, c.id, d.id, e.id]);
      expect(await ids()).toEqual(await ids({ order: 'newest' }));
    });

    test.each(['newest', 'oldest'])(
      'turns pages of every length and meets each comment once, %s first',
      async (sort) => {
        const tops: string[] = [];
        for (let n = 0; n < 7; n += 1) {
          const top = await shown();
          tops.push(top.id);
          const reply = await shown({ parent: tops[Math.floor(n / 2)] ?? top.id });
          if (n % 3 === 0) await shown({ parent: reply.id });
        }
        const whole = await ids({ order: sort, limit: 100 });
        expect(whole).toHaveLength(17);
        for (const limit of [1, 2, 3, 5, 16, 17, 18]) {
          const met: string[] = [];
          let after: string | null = null;
          do {
            const page = await read({ order: sort, limit, ...(after !== null && { after }) });
            expect(page.comments.length).toBeLessThanOrEqual(limit);
            met.push(...page.comments.map(({ id }) => id));
            after = page.next;
          } while (after !== null);
          expect(met, `pages of ${limit}`).toEqual(whole);
        }
      },
    );

    test('a comment approved between two pages does not shift the cursor', async () => {
      for (let n = 0; n < 4; n += 1) await shown();
      const before = await ids();
      const first = await read({ limit: 2 });
      await shown();
      const second = await read({ limit: 2, after: first.next });
      expect([...first.comments, ...second.comments].map(({ id }) => id)).toEqual(before);
    });

    test.each(['newest', 'oldest'])(
      'comes by a link to the branch of one comment, %s first',
      async (sort) => {
        const a = await shown();
        const b = await shown();
        const reply = await shown({ parent: b.id });
        const c = await shown();
        const rest = sort === 'newest' ? [b.id, reply.id, a.id] : [b.id, reply.id, c.id];
        expect(await ids({ order: sort, from: reply.id })).toEqual(rest);
        expect(await ids({ order: sort, from: b.id })).toEqual(rest);
        const waiting = await write();
        expect(await ids({ order: sort, from: waiting.id })).toEqual(await ids({ order: sort }));
      },
    );

    test('learns that a comment stood above a reply, and nothing of its text', async () => {
      const top = await shown();
      const middle = await shown({ parent: top.id, role: 'recruiter' });
      const reply = await shown({ parent: middle.id });
      await remove(middle.code);
      await order('hide', top.id);
      const page = await read();
      expect(page.comments.map(({ id }) => id)).toEqual([reply.id]);
      expect(page.gone).toHaveLength(2);
      expect(page.gone).toEqual(
        expect.arrayContaining([
          { id: middle.id, parent: top.id, state: 'removed' },
          { id: top.id, parent: null, state: 'hidden' },
        ]),
      );
      expect(JSON.stringify(page)).not.toContain(top.sent.text);
      expect(JSON.stringify(page)).not.toContain(middle.sent.text);
    });

    test('reads in a transaction that may write nothing, as a GET does', async () => {
      await shown();
      const [row] = await database()
        .as('anon')
        .sql(
          `select set_config('transaction_read_only', 'on', true) as set, public.read_thread($1::jsonb) as page`,
          [JSON.stringify({ kind: 'essay', thread: thread() })],
        );
      expect(row?.page).toMatchObject({ counts: { job_seeker: 1 } });
    });

    const bad: Record<string, unknown> = {
      nothing: null,
      'a number': 7,
      'a list': [],
      'no thread': { kind: 'essay' },
      'a kind of its own': { kind: 'survey', thread: 'a' },
      'a thread in capitals': { kind: 'essay', thread: 'Why' },
      'a thread with a line break': { kind: 'essay', thread: 'why\n' },
      'a thread that is SQL': { kind: 'essay', thread: "why' or true --" },
      'a thread that is a list': { kind: 'essay', thread: ['why'] },
      'a thread of 101 characters': { kind: 'essay', thread: 'a'.repeat(101) },
      'another order': { kind: 'essay', thread: 'a', order: 'random' },
      'an order that is a number': { kind: 'essay', thread: 'a', order: 1 },
      'a limit of 0': { kind: 'essay', thread: 'a', limit: 0 },
      'a limit of 101': { kind: 'essay', thread: 'a', limit: 101 },
      'a limit below': { kind: 'essay', thread: 'a', limit: -1 },
      'a limit that is SQL': { kind: 'essay', thread: 'a', limit: '1; select 1' },
      'an invalid cursor': { kind: 'essay', thread: 'a', after: 'x' },
      'a cursor beyond all numbers': { kind: 'essay', thread: 'a', after: `${'9'.repeat(40)}.1` },
      'two places to begin': { kind: 'essay', thread: 'a', after: '1.1', from: randomUUID() },
      'an invalid comment': { kind: 'essay', thread: 'a', from: 'me' },
      'a wish to see what waits': { kind: 'essay', thread: 'a', state: 'pending' },
      'twenty kilobytes': { kind: 'essay', thread: 'x'.repeat(20_000) },
      'a NUL character': '{"kind": "essay", "thread": "\\u0000"}',
    };
    test.each(Object.entries(bad))('is refused in one sentence when asking with %s', async (_, request) => {
      expectRefused(await call(database(), 'read_thread', request));
    });

    test('cannot read the tables or call the inner functions', async () => {
      for (const role of ['anon', 'authenticated'] as const)
        for (const statement of [
          'select * from private.comment',
          `select * from private.page_of('essay', 'why', true, 0, 0, 1)`,
          'select private.queue_counts()',
          'select count(*) from private.comment',
          `select public.read_thread('{"kind": "essay", "thread": "why"}') from private.comment`,
        ])
          await expect(database().as(role).sql(statement)).rejects.toMatchObject({ code: '42501' });
    });
  });

  test('a closed thread can be read but not written in', async () => {
    const first = await shown();
    await turn('close');
    expect(await read()).toMatchObject({ closed: true, comments: [{ id: first.id }] });
    expect(expectRefused(await comment(database(), commentOf({ thread: thread() })))).toMatchObject({
      status: 409,
      code: 'closed',
    });
    expect(expectRefused(await edit(first.code, 'Other words.')).code).toBe('closed');
    expect((await remove(first.code)).status).toBe(200);
    await turn('reopen');
    await write();
  });

  test('the counts are those of the comments, whatever happened to them', async () => {
    const made = [];
    const roles = ['job_seeker', 'recruiter', 'none'];
    for (let n = 0; n < 9; n += 1) made.push(await shown({ role: roles[n % 3] }));
    const actions = ['hide', 'reject', 'undo', 'hide', 'remove', 'edit', 'reject', 'approve'];
    for (const [n, action] of actions.entries()) {
      const one = made[n];
      if (one === undefined) continue;
      if (action === 'remove') await remove(one.code);
      else if (action === 'edit') await edit(one.code, `Changed ${n}.`, 'other');
      else if (action !== 'approve')
        await order(action, one.id, action === 'reject' ? { reason: 'abusive' } : {});
    }
    const { counts } = await read({ limit: 100 });
    const [recount] = await database().sql(
      `select jsonb_object_agg(what, n) as counts from (
         select private.counts_as(comment) as what, count(*) as n from private.comment
         where thread_id = $1 group by 1
       ) as counted where what is not null`,
      [thread()],
    );
    expect(counts).toEqual(recount?.counts);
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(6);
  });
});
