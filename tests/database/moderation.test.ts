import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { changes } from '../../src/thread/possibleActions.ts';
import { commentStates } from '../../src/thread/state.ts';
import { call, from, type Caller } from './harness/call.ts';
import { comment, commentOf, readThread, report } from './harness/comment.ts';
import type { Row } from './harness/database.ts';
import { moderate, signIn, type Claims } from './harness/moderator.ts';
import { freshThreads } from './harness/freshThreads.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { expectRefused } from './harness/refusals.ts';
import { set } from './harness/submission.ts';

onEveryDatabase('explicit grants', (database) => {
  const { thread, cleo, replaceModerator, write, order, shown, edit, turn, remove } = freshThreads(
    database,
    'thread',
  );

  const stateOf = async (id: string) =>
    (await database().sql('select state from private.comment where id = $1', [id]))[0]?.state;
  const recordOf = (id: string) =>
    database().sql(
      `select moderator, action, revision, from_state, from_reason, to_state, to_reason from private.moderation
       where comment = $1 order by id`,
      [id],
    );
  const records = async () =>
    Number((await database().sql('select count(*) as n from private.moderation'))[0]?.n);
  const queue = async (list: string, caller = cleo().caller) => {
    const { status, body } = await call(database(), 'moderation_queue', { list }, caller);
    expect(status, JSON.stringify(body)).toBe(200);
    return body as {
      counts: Record<string, unknown>;
      comments: (Row & { id: string; above: Row[] })[];
      next: string | null;
    };
  };

  /** Tries every action of a moderator on a pending and on an approved comment. */
  const expectPowerless = async (caller: Caller, code?: string) => {
    const waiting = await write();
    const visible = await shown();
    const before = await records();
    const tries = [
      call(database(), 'moderation_queue', { list: 'waiting' }, caller),
      ...['approve', 'hide', 'restore', 'undo'].flatMap((action) =>
        [waiting, visible].map(({ id }) => moderate(database(), { caller }, action, id)),
      ),
      moderate(database(), { caller }, 'reject', waiting.id, { reason: 'abusive' }),
      turn('close', caller),
    ];
    for (const result of await Promise.allSettled(tries))
      if (result.status === 'fulfilled') {
        const refused = expectRefused(result.value);
        expect([401, 403]).toContain(refused.status);
        if (code !== undefined) expect(refused.code).toBe(code);
        expect(JSON.stringify(result.value.body)).not.toContain(waiting.sent.text);
      } else expect(result.reason).toMatchObject({ code: '42501' });
    expect([await stateOf(waiting.id), await stateOf(visible.id)]).toEqual(['pending', 'approved']);
    expect(await records()).toBe(before);
  };

  const expectPowerlessMany = async (id: string) => {
    const request = { orders: [{ action: 'approve', comment: id, revision: 1 }] };
    const { caller } = await signIn(database());
    expect(expectRefused(await call(database(), 'moderate', request, caller)).code).toBe('not_a_moderator');
  };

  describe('accounts that may not moderate', () => {
    test('a visitor, who may not even call', async () => {
      await expectPowerless({ role: 'anon' });
      for (const name of ['moderate', 'moderation_queue'])
        await expect(call(database(), name, {})).rejects.toMatchObject({ code: '42501' });
    });

    test('an account that signed up through the API', async () => {
      await expectPowerless((await signIn(database())).caller, 'not_a_moderator');
    });

    test('a moderator who was taken off the list a moment ago, with a session that still runs', async () => {
      await queue('waiting');
      await call(database(), 'remove_moderator', { email: cleo().email }, { role: 'service_role' });
      const former = cleo().caller;
      await replaceModerator();
      await expectPowerless(former, 'not_a_moderator');
    });

    test('a moderator whose account was deleted', async () => {
      const former = cleo().caller;
      await database().sql('delete from auth.users where id = $1', [cleo().id]);
      await replaceModerator();
      await expectPowerless(former, 'signed_out');
    });

    test('a moderator whose account was deleted, who is one again with a new account of the same address', async () => {
      const { id, email } = cleo();
      await database().sql('delete from auth.users where id = $1', [id]);
      expect(await database().sql('select from private.moderator where user_id = $1', [id])).toEqual([]);
      const make = () => call(database(), 'make_moderator', { email }, { role: 'service_role' });
      expect(expectRefused(await make()).code).toBe('no_account');
      await database().sql('insert into auth.users (id, email) values (gen_random_uuid(), $1)', [email]);
      expect((await make()).body).toEqual({ status: 'made' });
      await call(database(), 'remove_moderator', { email }, { role: 'service_role' });
      await replaceModerator();
    });

    test('a moderator who signed out elsewhere', async () => {
      const former = cleo().caller;
      await database().sql('delete from auth.sessions where user_id = $1', [cleo().id]);
      await replaceModerator();
      await expectPowerless(former, 'signed_out');
    });

    test('a moderator without a second factor, where one is asked for', async () => {
      const other = cleo();
      for (const aal of [undefined, 'aal1', 'AAL2', ['aal2'], { aal2: true }, 2, true, null]) {
        await set(database(), { moderator_second_factor: 1 });
        const caller: Caller = { role: 'authenticated', claims: { ...other.claims, aal } };
        const answer = await call(database(), 'moderation_queue', { list: 'waiting' }, caller);
        expect(expectRefused(answer)).toMatchObject({ status: 403, code: 'second_factor' });
      }
      const strong: Caller = { role: 'authenticated', claims: { ...other.claims, aal: 'aal2' } };
      expect((await call(database(), 'moderation_queue', { list: 'waiting' }, strong)).status).toBe(200);
    });

    /** What is wrong with each token, for a database behind a gateway that checks nothing. */
    const forged: Record<string, (own: Claims, stranger: Claims) => object | string> = {
      'without claims': () => ({}),
      'that is no JSON': () => 'not { json',
      'that is a list': (own) => JSON.stringify([own]),
      'that is a string of JSON': (own) => JSON.stringify(JSON.stringify({ role: 'authenticated', ...own })),
      'that has expired': (own) => ({ ...own, exp: Math.floor(Date.now() / 1000) - 1 }),
      'that never expires': (own) => ({ ...own, exp: undefined }),
      'that expires in words': (own) => ({ ...own, exp: '9999999999' }),
      'of another role': (own) => ({ ...own, role: 'anon' }),
      'of the service’s role': (own) => ({ ...own, role: 'service_role' }),
      'of the owner’s role': (own) => ({ ...own, role: 'postgres' }),
      'for another audience': (own) => ({ ...own, aud: 'anon' }),
      'for no audience': (own) => ({ ...own, aud: undefined }),
      'of somebody anonymous': (own) => ({ ...own, is_anonymous: true }),
      'without a subject': (own) => ({ ...own, sub: undefined }),
      'with a subject that is SQL': (own) => ({ ...own, sub: `${own.sub}' or true --` }),
      'with a list of subjects': (own) => ({ ...own, sub: [own.sub] }),
      'with the subject in capitals': (own) => ({
        ...own,
        sub: own.sub.toUpperCase().replaceAll(/\d/g, 'A'),
      }),
      'without a session': (own) => ({ ...own, session_id: undefined }),
      'with a session that never was': (own) => ({ ...own, session_id: randomUUID() }),
      'with the session of a stranger': (own, stranger) => ({ ...own, session_id: stranger.session_id }),
      'of a stranger with the moderator’s session': (own, stranger) => ({
        ...stranger,
        session_id: own.session_id,
      }),
      'of a stranger who claims to be a moderator': (own, stranger) => ({
        ...stranger,
        email: own.email,
        moderator: true,
        app_metadata: { role: 'moderator', moderator: true },
        user_metadata: { sub: own.sub, role: 'moderator' },
      }),
    };
    test.each(Object.entries(forged))('whoever has a token %s', async (_, forge) => {
      const stranger = await signIn(database());
      const claims = forge(cleo().claims, stranger.claims);
      const request = JSON.stringify({ list: 'waiting' });
      // Without a gateway: in the role authenticated, whatever the token says.
      const tried = database()
        .as('authenticated')
        .sql(
          `with token as materialized (select set_config('request.jwt.claims', $1, true))
           select public.moderation_queue($2::jsonb) as body from token`,
          [
            typeof claims === 'string' ? claims : JSON.stringify({ role: 'authenticated', ...claims }),
            request,
          ],
        );
      await expect(tried).rejects.toMatchObject({ code: 'PGRST' });
      await expect(tried).rejects.toThrow(/signed_out|not_a_moderator/);
    });

    test('the same token unforged opens the queue, so that it was the forgery', async () => {
      const [row] = await database()
        .as('authenticated')
        .sql(
          `with token as materialized (select set_config('request.jwt.claims', $1, true))
           select public.moderation_queue('{"list": "waiting"}') -> 'counts' as counts from token`,
          [JSON.stringify({ role: 'authenticated', ...cleo().claims })],
        );
      expect(row?.counts).toHaveProperty('waiting');
    });

    test('an account that tries to make itself a moderator', async () => {
      const stranger = await signIn(database());
      for (const role of ['anon', 'authenticated'] as const)
        for (const name of ['make_moderator', 'remove_moderator'])
          await expect(
            call(database(), name, { email: stranger.email }, { ...stranger.caller, role }),
          ).rejects.toMatchObject({ code: '42501' });
      await expectPowerless(stranger.caller, 'not_a_moderator');
    });
  });

  describe('a moderator', () => {
    test('finds what waits, oldest first, each in its context', async () => {
      const top = await shown({ role: 'hiring_manager', kind: 'chart' });
      const middle = await shown({ parent: top.id, kind: 'chart' });
      const reply = await write({ parent: middle.id, role: 'recruiter', kind: 'chart' });
      const { comments, counts } = await queue('waiting');
      const entry = comments.find(({ id }) => id === reply.id);
      expect(entry).toMatchObject({
        kind: 'chart',
        thread: thread(),
        closed: false,
        role: 'recruiter',
        text: reply.sent.text,
        state: 'pending',
        reason: null,
        revision: 1,
        replies: 0,
        reports: {},
        above: [
          { id: top.id, role: 'hiring_manager', text: top.sent.text, state: 'approved' },
          { id: middle.id, role: 'job_seeker', text: middle.sent.text, state: 'approved' },
        ],
      });
      const arrivals = await database().sql(
        `select id from private.comment where state = 'pending' order by arrival limit 50`,
      );
      expect(comments.map(({ id }) => id)).toEqual(arrivals.map(({ id }) => id));
      const [numbers] = await database().sql(
        `select jsonb_object_agg(state, n) as n from (select state, count(*) as n from private.comment group by 1) as each`,
      );
      const byState = numbers?.n as Record<string, number>;
      expect(counts).toMatchObject({
        waiting: byState.pending ?? 0,
        approved: byState.approved ?? 0,
        rejected: byState.rejected ?? 0,
        hidden: byState.hidden_by_moderator ?? 0,
        oldest_waiting: expect.stringMatching(/:00Z$/) as string,
      });
    });

    test('sees nothing of who wrote: no receipt, no key, no network', async () => {
      const { sent } = await write();
      const text = JSON.stringify(await queue('waiting'));
      expect(text).toContain(sent.text);
      expect(text).not.toContain(sent.receipt);
      expect(text).not.toMatch(/receipt|client|arrival|hash/);
    });

    test('turns the pages of a long queue and meets each comment once', async () => {
      for (let n = 0; n < 60; n += 1) await write();
      const waiting = await database().sql(
        `select id from private.comment where state = 'pending' order by arrival`,
      );
      const met: string[] = [];
      let after: string | null = null;
      do {
        const { body } = await call(
          database(),
          'moderation_queue',
          { list: 'waiting', ...(after !== null && { after }) },
          cleo().caller,
        );
        const page = body as { comments: { id: string }[]; next: string | null };
        met.push(...page.comments.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      expect(met).toEqual(waiting.map(({ id }) => id));
    });

    test('clears a full page in one call and takes it back in one, each with a row in the record', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 50; n += 1) ids.push((await write()).id);
      const many = (orders: unknown) => call(database(), 'moderate', { orders }, cleo().caller);
      const orders = (more: object, revision = 1) => ids.map((comment) => ({ comment, revision, ...more }));
      const outcomes = (outcome: string) => ({
        status: 'done',
        outcomes: ids.map((comment) => ({ comment, outcome })),
      });
      const before = await records();
      const reject = orders({ action: 'reject', reason: 'advertising' });
      expect((await many(reject)).body).toEqual(outcomes('done'));
      expect(await records()).toBe(before + 50);
      expect((await many(reject)).body).toEqual(outcomes('changed'));
      expect(await records()).toBe(before + 50);
      expect((await many(orders({ action: 'restore' }))).body).toEqual(outcomes('done'));
      for (const id of ids) expect(await stateOf(id)).toBe('approved');
    });

    test('of many orders those that cannot be done leave the others', async () => {
      const [changed, gone, fine] = [await write(), await write(), await write()];
      await edit(changed.code, 'Other words.');
      await remove(gone.code);
      const orders = [changed, gone, fine].map(({ id }) => ({ action: 'approve', comment: id, revision: 1 }));
      const { body } = await call(database(), 'moderate', { orders }, cleo().caller);
      expect(body).toEqual({
        status: 'done',
        outcomes: [
          { comment: changed.id, outcome: 'changed' },
          { comment: gone.id, outcome: 'unknown' },
          { comment: fine.id, outcome: 'done' },
        ],
      });
      expect([await stateOf(changed.id), await stateOf(fine.id)]).toEqual(['pending', 'approved']);
    });

    test('many orders are 1 to 50 about different comments, and nothing else', async () => {
      const { id } = await write();
      const one = { action: 'approve', comment: id, revision: 1 };
      const close = { action: 'close', kind: 'essay', thread: thread() };
      const others = Array.from({ length: 51 }, () => ({ ...one, comment: randomUUID() }));
      for (const orders of [[], [one, one], [close], [one, close], others, one, 'x', [null], [[one]]])
        expect(expectRefused(await call(database(), 'moderate', { orders }, cleo().caller)).code).toBe(
          'not_valid',
        );
      await expectPowerlessMany(id);
      expect(await stateOf(id)).toBe('pending');
    });

    const actions = ['approve', 'sign', 'reject', 'hide', 'restore'];
    /** What each action makes of a comment in each state; null where it is refused. */
    const outcomes: Record<string, (string | null)[]> = {
      pending: ['approved', 'approved', 'rejected', null, null],
      approved: [null, null, 'rejected', 'hidden_by_moderator', null],
      rejected: [null, null, null, null, 'approved'],
      hidden_by_moderator: [null, null, 'rejected', null, 'approved'],
      hidden_by_reports: ['approved', null, 'rejected', 'hidden_by_moderator', 'approved'],
      removed_by_author: [null, null, null, null, null],
    };
    const verbs = Object.entries(outcomes).flatMap(([from, after]) =>
      after.map((to, n) => [from, actions[n] ?? '', to] as const),
    );
    const listOf: Record<string, string> = {
      approved: 'approved',
      rejected: 'rejected',
      hidden_by_moderator: 'hidden',
      hidden_by_reports: 'reported',
    };
    const bring = async (state: string) => {
      const one = state === 'pending' ? await write() : await shown();
      if (state === 'rejected') await order('reject', one.id, { reason: 'abusive' });
      if (state === 'hidden_by_moderator') await order('hide', one.id);
      if (state === 'hidden_by_reports')
        for (let n = 0; n < 3; n += 1) await report(database(), one.id, from(`192.${n}.2.1`));
      if (state === 'removed_by_author') {
        await shown({ parent: one.id });
        await remove(one.code);
      }
      expect(await stateOf(one.id)).toBe(state);
      return one;
    };
    test.each(verbs)(
      'from %s by %s to %s, with exactly one row in the record or none',
      async (state, action, to) => {
        const { id } = await bring(state);
        const before = await records();
        const reason = action === 'reject' ? { reason: 'advertising' } : {};
        const answer = await moderate(database(), cleo(), action, id, reason);
        if (to === null) {
          expect([404, 409]).toContain(expectRefused(answer).status);
          expect(await stateOf(id)).toBe(state);
          expect(await records()).toBe(before);
          return;
        }
        expect(answer).toMatchObject({ status: 200, body: { status: 'done', state: to } });
        expect(await stateOf(id)).toBe(to);
        expect(await records()).toBe(before + 1);
        expect((await recordOf(id)).at(-1)).toEqual({
          moderator: cleo().id,
          action,
          revision: 1,
          from_state: state,
          from_reason: state === 'rejected' ? 'abusive' : null,
          to_state: to,
          to_reason: to === 'rejected' ? 'advertising' : null,
        });
        const ids = (await readThread(database(), { thread: thread() })).comments.map((one) => one.id);
        expect(ids.includes(id)).toBe(to === 'approved');
        // And back again, which is one more row.
        await order('undo', id);
        expect(await stateOf(id)).toBe(state);
        expect(await records()).toBe(before + 2);
        // It is in its list again, also where the reports that hid it are settled.
        const list = listOf[state];
        if (list !== undefined) expect((await queue(list)).comments.map((one) => one.id)).toContain(id);
        expect(expectRefused(await moderate(database(), cleo(), 'undo', id)).code).toBe('conflict');
      },
    );

    test('is offered by the page what the database does, from every state', async () => {
      const said = await database().sql(
        `select action, state, private.state_after(action, state) as next
         from unnest(enum_range(null::private.moderation_action)) as action,
           unnest(enum_range(null::private.comment_state)) as state
         where action not in ('undo', 'close', 'reopen')`,
      );
      const known = Object.entries(changes).flatMap(([action, { from, to }]) =>
        commentStates.map(({ code }) => ({ action, state: code, next: from.includes(code) ? to : null })),
      );
      expect(said).toHaveLength(known.length);
      expect(said).toEqual(expect.arrayContaining(known));
    });

    test('marks what one of us wrote as the site’s own, which nobody can ask for, and takes the mark back', async () => {
      const { id, code } = await write({ role: 'recruiter' });
      const role = async () =>
        (await database().sql('select role from private.comment where id = $1', [id]))[0]?.role;
      const counts = async () => (await readThread(database(), { thread: thread() })).counts;
      await order('sign', id);
      expect([await role(), await counts()]).toEqual(['site', { site: 1 }]);
      await order('undo', id);
      expect([await role(), await counts()]).toEqual(['none', {}]);
      await order('sign', id);
      // Other words are no longer those that were marked.
      await edit(code, `Other words, ${thread()}.`);
      expect(await role()).toBe('none');
      expect(expectRefused(await edit(code, 'Ours, it says.', 'site')).code).toBe('not_valid');
      const sent = commentOf({ thread: thread(), role: 'site' });
      expect(expectRefused(await comment(database(), sent)).code).toBe('not_valid');
    });

    test('cannot approve words that were changed while they were read', async () => {
      const { id, code } = await write();
      await edit(code, 'Buy my course, https://evil.example');
      const stale = await moderate(database(), cleo(), 'approve', id, { revision: 1 });
      expect(expectRefused(stale)).toMatchObject({ status: 409, code: 'changed' });
      expect(await stateOf(id)).toBe('pending');
      await order('approve', id);
    });

    test('cannot undo a decision about words that are others by now', async () => {
      const { id, code } = await shown();
      await edit(code, `Other words, ${thread()}.`);
      expect(expectRefused(await moderate(database(), cleo(), 'undo', id)).code).toBe('conflict');
    });

    test('deciding twenty times at once counts once', async () => {
      const { id } = await write();
      const before = await records();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => moderate(database(), cleo(), 'approve', id)),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(await records()).toBe(before + 1);
      expect((await readThread(database(), { thread: thread() })).counts).toEqual({ job_seeker: 1 });
    });

    test('while the author removes it: one of the two comes first, and the count fits', async () => {
      for (let n = 0; n < 10; n += 1) {
        const { id, code } = await write();
        await Promise.all([moderate(database(), cleo(), 'approve', id), remove(code)]);
        const page = await readThread(database(), { thread: thread() });
        expect(page).toMatchObject({ comments: [], counts: {} });
      }
    });

    test('lets a reported comment stand, which answers its reports until that is undone', async () => {
      const { id } = await shown();
      const reports = async () =>
        (await queue('reported')).comments.find((one) => one.id === id)?.reports ?? 'answered';
      await report(database(), id);
      const asked = await reports();
      expect(asked).not.toBe('answered');
      await order('approve', id);
      expect(await reports()).toBe('answered');
      await order('undo', id);
      expect(await reports()).toEqual(asked);
      await order('hide', id);
      await order('restore', id);
      await order('undo', id);
      await order('restore', id);
      // What an earlier decision had answered stays answered.
      expect(await reports()).toBe('answered');
      await report(database(), id);
      expect(await reports()).toEqual(asked);
      expect((await recordOf(id)).map(({ action }) => action)).toEqual([
        'approve',
        'approve',
        'undo',
        'hide',
        'restore',
        'undo',
        'restore',
      ]);
    });

    test('closes a thread and opens it again, each once and on the record', async () => {
      const before = await records();
      for (const [action, closed] of [
        ['close', true],
        ['reopen', false],
      ] as const) {
        expect((await turn(action)).body).toEqual({ status: 'done', closed });
        expect(expectRefused(await turn(action)).status).toBe(409);
      }
      expect(await records()).toBe(before + 2);
    });

    const approval = { action: 'approve', comment: randomUUID(), revision: 1 };
    const bad: Record<string, unknown> = {
      nothing: null,
      'a list of three': [{}, {}, {}],
      'no action': { comment: randomUUID(), revision: 1 },
      'an action of their own': { action: 'delete', comment: randomUUID(), revision: 1 },
      'a rejection without a reason': { action: 'reject', comment: randomUUID(), revision: 1 },
      'a reason of their own': { action: 'reject', comment: randomUUID(), revision: 1, reason: 'boring' },
      'an approval with a reason': { ...approval, reason: 'abusive' },
      'no revision': { action: 'approve', comment: randomUUID() },
      'a revision in words': { action: 'approve', comment: randomUUID(), revision: '1' },
      'a revision in a fraction': { action: 'approve', comment: randomUUID(), revision: 1.5 },
      'a comment that is SQL': { action: 'approve', comment: "x' or true --", revision: 1 },
      'a comment that never was': { action: 'approve', comment: randomUUID(), revision: 1 },
      'several comments': { action: 'approve', comment: [randomUUID(), randomUUID()], revision: 1 },
      'a thread to approve': { action: 'approve', kind: 'essay', thread: 'a' },
      'a comment to close': { action: 'close', comment: randomUUID(), revision: 1 },
      'an invalid thread': { action: 'close', kind: 'essay', thread: '../' },
      'a key too many': { action: 'close', kind: 'essay', thread: 'a', note: 'x' },
      'twenty kilobytes': { action: 'x'.repeat(20_000) },
    };
    test.each(Object.entries(bad))(
      'ordering %s is refused in one sentence and changes nothing',
      async (_, request) => {
        const before = await records();
        expectRefused(await call(database(), 'moderate', request, cleo().caller));
        expect(await records()).toBe(before);
      },
    );

    test('asking for a list that is none is refused', async () => {
      const lists = [{ list: 'all' }, { list: ['waiting'] }];
      const more = [{ after: 'x' }, { limit: 9999 }].map((one) => ({ list: 'waiting', ...one }));
      for (const request of [null, {}, ...lists, ...more])
        expectRefused(await call(database(), 'moderation_queue', request, cleo().caller));
    });
  });

  describe('the record', () => {
    test('is append-only, also for the owner of the database', async () => {
      await shown();
      const before = await records();
      for (const statement of [
        'delete from private.moderation',
        `update private.moderation set action = 'hide'`,
        'truncate private.moderation',
      ])
        await expect(database().sql(statement)).rejects.toThrow('only added to');
      expect(await records()).toBe(before);
    });

    test('holds no word of any comment, and stays when the comment is gone', async () => {
      const { sent, id, code } = await shown();
      await order('reject', id, { reason: 'names_somebody' });
      await remove(code);
      const rows = await database().sql(
        'select one::text as text from private.moderation as one where comment = $1',
        [id],
      );
      expect(rows).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toContain(sent.text.slice(0, 12));
    });

    test('is written in the transaction of the change: a failure leaves neither', async () => {
      const waiting = await write();
      const visible = await shown();
      const before = await records();
      await database().script(`
        create function private.fail() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
        create trigger fail after insert on private.moderation for each row execute function private.fail();
      `);
      try {
        for (const [id, action, reason] of [
          [waiting.id, 'approve', undefined],
          [waiting.id, 'reject', 'abusive'],
          [visible.id, 'hide', undefined],
          [visible.id, 'undo', undefined],
        ] as const)
          await expect(
            moderate(database(), cleo(), action, id, reason === undefined ? {} : { reason }),
          ).rejects.toThrow('the disk is full');
        await expect(turn('close')).rejects.toThrow('the disk is full');
      } finally {
        await database().script('drop trigger fail on private.moderation; drop function private.fail()');
      }
      expect(await records()).toBe(before);
      expect([await stateOf(waiting.id), await stateOf(visible.id)]).toEqual(['pending', 'approved']);
      expect(await readThread(database(), { thread: thread() })).toMatchObject({
        closed: false,
        counts: { job_seeker: 1 },
      });
    });
  });

  describe('the secret key', () => {
    const asService = (name: string, request: unknown) =>
      call(database(), name, request, { role: 'service_role' });

    test('makes an account into a moderator once, by its address in any case, and back again', async () => {
      const { email, caller } = await signIn(database());
      expect((await asService('make_moderator', { email: ` ${email.toUpperCase()} ` })).body).toEqual({
        status: 'made',
      });
      expect((await asService('make_moderator', { email })).body).toEqual({ status: 'made_before' });
      expect((await call(database(), 'moderation_queue', { list: 'waiting' }, caller)).status).toBe(200);
      expect((await asService('remove_moderator', { email })).body).toEqual({ status: 'removed' });
      expect((await asService('remove_moderator', { email })).body).toEqual({ status: 'none' });
    });

    test('refuses to make a moderator without an address', async () => {
      expect(expectRefused(await asService('make_moderator', { email: 'nobody@example.com' })).status).toBe(
        404,
      );
      const addresses = [7, 'me', 'a b@c', `${'a'.repeat(260)}@example.com`];
      for (const request of [null, {}, ...addresses.map((email) => ({ email }))])
        expect(expectRefused(await asService('make_moderator', request)).status).toBe(400);
    });

    test('makes an account where the server makes none, and a new password ends every session', async () => {
      const email = `${randomUUID()}@example.com`;
      const make = (password: string) => asService('make_moderator', { email, password });
      expect(expectRefused(await make('short')).status).toBe(400);
      expect((await make('a long password')).body).toEqual({ status: 'made' });
      const fits = async (password: string) =>
        (
          await database().sql(
            'select extensions.crypt($2, encrypted_password) = encrypted_password as fits from auth.users where email = $1',
            [email, password],
          )
        )[0]?.fits;
      expect(await fits('a long password')).toBe(true);
      await database().sql('insert into auth.sessions (user_id) select id from auth.users where email = $1', [
        email,
      ]);
      await make('another long password');
      expect([await fits('a long password'), await fits('another long password')]).toEqual([false, true]);
      expect(
        await database().sql(
          'select from auth.sessions join auth.users on users.id = user_id where email = $1',
          [email],
        ),
      ).toEqual([]);
    });

    test('makes no account beside those of a hosted project', async () => {
      const hosted = (is: boolean) =>
        database().sql(
          `create or replace function private.has_sign_in_service() returns boolean
           language sql stable set search_path = '' as $$ select ${String(is)} $$`,
        );
      await hosted(true);
      const answer = await asService('make_moderator', {
        email: 'new@example.com',
        password: 'a long password',
      });
      await hosted(false);
      expect(expectRefused(answer).status).toBe(409);
      expect(await database().sql(`select from auth.users where email = 'new@example.com'`)).toEqual([]);
    });
  });
});
