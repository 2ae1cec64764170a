import { expect, test } from 'vitest';
import { call, from, type Answer } from './harness/call.ts';
import {
  comment,
  commentOf,
  openCommentDoors,
  readThread,
  report,
  withCommentCode,
  type ThreadPage,
} from './harness/comment.ts';
import type { Database } from './harness/database.ts';
import { moderate, moderatorOf } from './harness/moderator.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';

/** So many approved comments in one thread, half of them replies, and as many again that are not shown. */
const fill = (database: Database, thread: string, comments: number) =>
  database.script(`
    insert into private.thread (kind, id, last_place) values ('essay', '${thread}', ${comments});
    insert into private.comment (id, thread_kind, thread_id, parent, depth, role, text, letters_hash, state, place, root_place)
    select md5('${thread}' || n)::uuid, 'essay', '${thread}', null, 0, 'other', 'Comment ' || n, '\\x00', 'approved', n, n
    from generate_series(1, ${comments}, 2) as n;
    insert into private.comment (id, thread_kind, thread_id, parent, depth, role, text, letters_hash, state, place, root_place)
    select md5('${thread}' || n)::uuid, 'essay', '${thread}', md5('${thread}' || (n - 1))::uuid, 1, 'none', 'Comment ' || n, '\\x00', 'approved', n, n - 1
    from generate_series(2, ${comments}, 2) as n;
    insert into private.comment (id, thread_kind, thread_id, depth, role, text, letters_hash)
    select gen_random_uuid(), 'essay', '${thread}', 0, 'none', 'Waiting ' || n, '\\x00' from generate_series(1, ${comments}) as n;
    analyze private.comment;
  `);

/** Buffers that a query touches: its cost without a clock. */
async function blocksOf(database: Database, query: string): Promise<number> {
  const [row] = await database.sql(`explain (analyze, buffers, format json) ${query}`);
  const [{ Plan: plan }] = row?.['QUERY PLAN'] as [{ Plan: Record<string, number> }];
  return Number(plan['Shared Hit Blocks']) + Number(plan['Shared Read Blocks']);
}

onEveryDatabase('explicit grants', (database) => {
  test('the first page of 10,000 comments costs at most twice that of 100, in blocks', async () => {
    await fill(database(), 'small', 100);
    await fill(database(), 'large', 10_000);
    for (const order of ['newest', 'oldest']) {
      const blocks = (thread: string) =>
        blocksOf(
          database(),
          `select public.read_thread('{"kind": "essay", "thread": "${thread}", "order": "${order}"}')`,
        );
      // Plans are made in the first calls of a session.
      for (const thread of ['small', 'large'])
        for (let n = 0; n < 8; n += 1)
          expect((await readThread(database(), { thread, order })).comments).toHaveLength(50);
      expect((await blocks('large')) / (await blocks('small')), order).toBeLessThanOrEqual(2);
    }
  });

  test('each order is read from its index, without sorting', async () => {
    for (const [newest, index, after] of [
      [true, 'comment_newest', `(-root_place, place) > (-9000::bigint, 0::bigint)`],
      [false, 'comment_oldest', `(root_place, place) > (9000::bigint, 0::bigint)`],
    ] as const) {
      const order = newest ? '-root_place, place' : 'root_place, place';
      const plan = await database().sql(
        `explain select * from private.comment where thread_kind = 'essay' and thread_id = 'large' and state = 'approved'
           and ${after} order by ${order} limit 51`,
      );
      const text = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(text).toContain(`using ${index}`);
      expect(text).not.toContain('Sort');
    }
  });

  test('the latest of all threads are read from an index, without sorting', async () => {
    const plan = await database().sql(
      `explain select * from private.comment where state = 'approved' order by arrival desc limit 20`,
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('Index Scan Backward using');
    expect(text).not.toContain('Sort');
  });

  test('10,000 comments are turned over page by page, each once', async () => {
    const met = new Set<string>();
    let after: string | null = null;
    let pages = 0;
    do {
      const page: ThreadPage = await readThread(database(), {
        thread: 'large',
        limit: 100,
        ...(after !== null && { after }),
      });
      for (const { id, parent } of page.comments) {
        if (parent !== null) expect(met.has(parent)).toBe(true);
        met.add(id);
      }
      pages += 1;
      after = page.next;
    } while (after !== null);
    expect(met.size).toBe(10_000);
    expect(pages).toBe(100);
  });

  const calls = Number(process.env.MIXED_CALLS ?? 5000);
  test(
    `${calls} calls of everybody at once never show what is not approved; on PGlite, which takes one after another, a fifth`,
    async () => {
      await openCommentDoors(database());
      const cleo = await moderatorOf(database());
      const thread = 'busy';
      const written = new Map<string, string>();
      let shownOnce = 0;
      const waiting: string[] = [];
      const codes: string[] = [];
      const anyOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)];
      const write = async () => {
        const { code, sent } = withCommentCode({ thread });
        written.set(sent.id, code);
        if ((await comment(database(), sent)).status === 200) {
          waiting.push(sent.id);
          codes.push(code);
        }
      };
      // What is shown must be approved at the moment of the read: both are looked at in one statement, one snapshot.
      const read = async () => {
        const request = JSON.stringify({
          kind: 'essay',
          thread,
          limit: 100,
          order: anyOf(['newest', 'oldest']),
        });
        const [row] = await database().sql(
          `select public.read_thread($1::jsonb) as page,
             (select jsonb_object_agg(id, state) from private.comment where thread_id = 'busy') as states`,
          [request],
        );
        const page = row?.page as ThreadPage;
        const states = (row?.states ?? {}) as Record<string, string>;
        shownOnce += page.comments.length;
        return page.comments.filter(({ id }) => states[id] !== 'approved');
      };
      const readAsStranger = async () => {
        const page = await readThread(database(), { thread, limit: 100 });
        return page.comments.filter(({ text }) => text === '' || !text.startsWith('They said nothing'));
      };
      const order = async (action: string, more = {}): Promise<Answer | undefined> => {
        const id = anyOf(waiting);
        return id === undefined ? undefined : moderate(database(), cleo, action, id, more);
      };
      const verbs: (() => Promise<unknown>)[] = [
        write,
        read,
        read,
        readAsStranger,
        () => order('approve'),
        () => order('approve'),
        () => order('hide'),
        () => order('reject', { reason: 'abusive' }),
        () => order('restore'),
        () => order('undo'),
        () =>
          report(
            database(),
            anyOf(waiting) ?? commentOf().id,
            from(`192.${Math.floor(Math.random() * 250)}.2.1`),
          ),
        async () =>
          call(database(), 'edit_comment', {
            code: anyOf(codes),
            role: 'none',
            text: `They said nothing, ${Math.random()}.`,
          }),
        async () =>
          Math.random() < 0.1 ? call(database(), 'remove_comment', { code: anyOf(codes) }) : undefined,
        async () => call(database(), 'comment_state', { codes: codes.slice(0, 20) }),
      ];
      const asked = database().name === 'PGlite' ? calls / 5 : calls;
      let left = asked;
      const worker = async () => {
        while (left > 0) {
          left -= 1;
          const leaked = await verbs[left % verbs.length]?.();
          if (Array.isArray(leaked)) expect(leaked).toEqual([]);
        }
      };
      await Promise.all(Array.from({ length: 30 }, worker));
      expect(shownOnce).toBeGreaterThan(asked / 10);
      const [counts] = await database().sql(
        `select (select coalesce(jsonb_object_agg(what, n), '{}') from private.thread_count where thread_id = 'busy' and n > 0)
           = (select coalesce(jsonb_object_agg(what, n), '{}') from (
               select private.counts_as(comment) as what, count(*) as n from private.comment where thread_id = 'busy' group by 1
             ) as recount where what is not null) as fit`,
      );
      expect(counts).toEqual({ fit: true });
    },
    60_000 + calls * 60,
  );
});
