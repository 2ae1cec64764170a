import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { call, from, type Caller } from './harness/call.ts';
import { comment, commentOf, readThread, report, withCommentCode } from './harness/comment.ts';
import { moderate } from './harness/moderator.ts';
import { freshThreads } from './harness/freshThreads.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { challengeFor, proofFor, solve } from './harness/proof.ts';
import { expectRefused, refusalsOf } from './harness/refusals.ts';
import { set } from './harness/submission.ts';
import { untilAsleep, untilLocked } from './harness/untilAsleep.ts';

onEveryDatabase('explicit grants', (database) => {
  const { thread, cleo, write, shown, rejected, hidden, edit, remove, removed } = freshThreads(
    database,
    'thread',
  );

  const kept = async (where = '') =>
    Number((await database().sql(`select count(*) as n from private.comment ${where}`))[0]?.n);
  const row = async (id: string) =>
    (await database().sql('select * from private.comment where id = $1', [id]))[0];
  const send = (changes: Record<string, unknown> = {}, caller?: Caller) =>
    comment(database(), commentOf({ thread: thread(), ...changes }), caller);
  const shownIds = async () =>
    (await readThread(database(), { thread: thread() })).comments.map(({ id }) => id);

  describe('submitting a comment', () => {
    test('stores the words, a role, an hour and a receipt, and nothing else about the author', async () => {
      const { sent } = await write({ role: 'recruiter' });
      expect(await row(sent.id)).toMatchObject({
        text: sent.text,
        role: 'recruiter',
        state: 'pending',
        parent: null,
        depth: 0,
        place: null,
        reason: null,
      });
      const [hour] = await database().sql(
        `select sent_at = date_trunc('hour', sent_at, 'utc') and sent_at <= now() as rounded from private.comment where id = $1`,
        [sent.id],
      );
      expect(hour).toEqual({ rounded: true });
    });

    test('may send it again: it is kept once and acknowledged each time, also after it was removed', async () => {
      const { sent, code } = await write();
      expect((await comment(database(), sent)).body).toEqual({ status: 'stored_before' });
      expect((await call(database(), 'comment', { comment: sent, proof: null })).body).toEqual({
        status: 'stored_before',
      });
      await remove(code);
      expect((await comment(database(), sent)).body).toEqual({ status: 'withdrawn' });
      expect(await row(sent.id)).toBeUndefined();
    });

    test('forty times at once, with one proof, from one network and from forty: one is kept, all are acknowledged', async () => {
      for (const address of [() => '192.0.2.1', (n: number) => `192.0.2.${n}`]) {
        const sent = commentOf({ thread: thread() });
        const request = { comment: sent, proof: await proofFor(database(), {}, 'comment') };
        const answers = await Promise.all(
          Array.from({ length: 40 }, (_, n) => call(database(), 'comment', request, from(address(n)))),
        );
        const said = answers.map(({ status, body }) => `${status} ${(body as { status: string }).status}`);
        expect(said.filter((one) => one === '200 stored')).toHaveLength(1);
        expect(said.filter((one) => one === '200 stored_before')).toHaveLength(39);
      }
    });

    test('under an id or a receipt that is taken is refused in the same words', async () => {
      const first = await write();
      const sameId = expectRefused(await send({ id: first.id }));
      const sameReceipt = expectRefused(await send({ receipt: first.sent.receipt }));
      expect(sameId).toEqual(sameReceipt);
      expect(sameId).toMatchObject({ status: 409, code: 'conflict' });
    });

    test('answers a comment that is shown, two levels deep and no deeper', async () => {
      const top = await shown();
      const reply = await shown({ parent: top.id });
      const second = await shown({ parent: reply.id });
      expect(expectRefused(await send({ parent: second.id }))).toMatchObject({
        status: 400,
        code: 'not_valid',
      });
      expect(await kept(`where thread_id = '${thread()}'`)).toBe(3);
    });

    test('cannot answer what is not shown, is elsewhere or was never there, and hears the same of each', async () => {
      const elsewhere = await shown({ thread: `${thread()}-other` });
      const parents = [elsewhere.id, randomUUID()];
      for (const make of [write, rejected, hidden, removed]) parents.push((await make()).id);
      const answers = [];
      for (const parent of parents) answers.push(expectRefused(await send({ parent })));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ status: 409, code: 'parent_gone' });
    });

    test('cannot say the same twice in one place, however it is dressed up', async () => {
      await write({ text: 'Thank you, both!' });
      const before = (await refusalsOf(database()))['comment D5'] ?? 0;
      for (const text of [
        'Thank you, both!',
        'THANK YOU BOTH',
        'thank-you  both…',
        'Ｔｈａｎｋ you \u200bboth',
        '“Thank” you\nboth.',
      ])
        expect(expectRefused(await send({ text }))).toMatchObject({ status: 409, code: 'said_before' });
      expect((await refusalsOf(database()))['comment D5']).toBe(before + 5);
      expect((await send({ text: 'Thank you, all!' })).status).toBe(200);
    });

    test('may thank two people in the same words, but not advertise to two', async () => {
      const one = await shown();
      const two = await shown();
      expect((await send({ text: 'Thank you!', parent: one.id })).status).toBe(200);
      expect((await send({ text: 'Thank you!', parent: two.id })).status).toBe(200);
      expect((await send({ text: 'Thank you!', thread: `${thread()}-2` })).status).toBe(200);
      const long = 'Earn a thousand a day from home with this one simple trick, write to us';
      expect((await send({ text: long, parent: one.id })).status).toBe(200);
      expect(
        expectRefused(await send({ text: `${long}!!!`, thread: `${thread()}-2`, kind: 'chart' })).code,
      ).toBe('said_before');
    });

    test('in signs alone is held to those signs', async () => {
      expect((await send({ text: '…!?' })).status).toBe(200);
      expect((await send({ text: '!!!' })).status).toBe(200);
      expect(expectRefused(await send({ text: '!!!' })).code).toBe('said_before');
    });

    test('two comments in the same words at the same time: one is stored', async () => {
      const text = `The very same words, ${thread()}, from twenty people who do not know of each other.`;
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => send({ text }, from(`192.0.2.${n}`))),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    });
  });

  describe('proof of work, honeypot and rate limits', () => {
    const few = { comment_limit: 5, comment_burst_limit: 2, site_limit_factor: 1 };

    test('a proof for something else, none, one that is spent: refused as for a response', async () => {
      const spent = await proofFor(database(), {}, 'comment');
      const sendWith = (proof: unknown) =>
        call(database(), 'comment', { comment: commentOf({ thread: thread() }), proof });
      expect((await sendWith(spent)).status).toBe(200);
      for (const [code, proof] of [
        ['proof_not_valid', await proofFor(database(), {}, 'response')],
        ['proof_not_valid', await proofFor(database(), {}, 'report')],
        ['proof_missing', null],
        ['proof_used', spent],
      ] as const)
        expect(expectRefused(await sendWith(proof)).code).toBe(code);
      const forResponse = await proofFor(database(), {}, 'comment');
      expect(
        expectRefused(await call(database(), 'submit_response', { submission: {}, proof: forResponse })).code,
      ).toBe('proof_not_valid');
    });

    test('a filled honeypot costs a harder proof, and then the comment waits with its mark', async () => {
      const sent = commentOf({ thread: thread() });
      const trapped = (proof: unknown) => call(database(), 'comment', { comment: sent, proof, trap: 'x' });
      expect(expectRefused(await trapped(await proofFor(database(), {}, 'comment'))).code).toBe(
        'proof_too_easy',
      );
      const harder = (purpose: string) => challengeFor(database(), {}, purpose, { harder: true });
      expect((await trapped(solve(await harder('comment')))).body).toEqual({ status: 'stored' });
      expect(await row(sent.id)).toMatchObject({ trapped: true, state: 'pending' });
      expect(await row((await write()).id)).toMatchObject({ trapped: false });
      const report = async (proof: unknown) =>
        call(database(), 'report_comment', {
          report: { comment: sent.id, reason: 'other' },
          proof,
          trap: 'x',
        });
      expect(expectRefused(await report(await proofFor(database(), {}, 'report'))).code).toBe(
        'proof_too_easy',
      );
      expect((await report(solve(await harder('report')))).body).toEqual({ status: 'reported' });
    });

    test('so many in each of two windows from one network, and a refused one does not count', async () => {
      await set(database(), {
        ...few,
        comment_window_seconds: 600,
        comment_burst_window_seconds: 60,
      });
      const caller = from('192.0.2.7');
      // Not twice by the same time, which could move one counter onto another.
      let passed = 60;
      const minute = () =>
        database().sql(
          `update private.hit set slot = slot - make_interval(secs => $1) where kind like 'comment%'`,
          [(passed += 0.5)],
        );
      for (let n = 0; n < 5; n += 1) expect((await send({ text: '' }, caller)).status).toBe(400);
      expect([(await send({}, caller)).status, (await send({}, caller)).status]).toEqual([200, 200]);
      const refused = await send({}, caller);
      expect(expectRefused(refused)).toMatchObject({ status: 429, code: 'too_many' });
      expect(Number(refused.headers['Retry-After'])).toBeLessThanOrEqual(60);
      expect((await send({}, from('192.0.2.8'))).status).toBe(200);
      await minute();
      expect([(await send({}, caller)).status, (await send({}, caller)).status]).toEqual([200, 200]);
      await minute();
      expect([(await send({}, caller)).status, (await send({}, caller)).status]).toEqual([200, 429]);
    });

    test('forty at once from one network: two are taken', async () => {
      await set(database(), few);
      const answers = await Promise.all(Array.from({ length: 40 }, () => send({}, from('192.0.2.9'))));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(38);
    });

    test('many comments within a minute make proofs for comments harder, and no others', async () => {
      await set(database(), { comment_brake_per_minute: 3, brake_factor: 1000 });
      for (let n = 0; n < 4; n += 1) await send();
      const counters = async (purpose: string) => {
        const found = [];
        for (let n = 0; n < 8; n += 1)
          found.push(solve(await challengeFor(database(), {}, purpose)).solution.counter);
        return Math.max(...found);
      };
      expect(await counters('comment')).toBeGreaterThan(0);
      expect(await counters('response')).toBe(0);
      expect(await counters('report')).toBe(0);
    });

    test('when too many wait to be read no other is taken, until some are', async () => {
      await write();
      const waiting = await kept(`where state = 'pending'`);
      await set(database(), { comment_queue_limit: waiting });
      expect(expectRefused(await send())).toMatchObject({ status: 429, code: 'queue_full' });
      const [oldest] = await database().sql(`select id from private.comment where state = 'pending' limit 1`);
      await moderate(database(), cleo(), 'approve', String(oldest?.id));
      expect((await send()).status).toBe(200);
    });

    const bad: Record<string, unknown> = {
      nothing: null,
      'a number': 7,
      'a list of three': [{}, {}, {}],
      'a key too many': { comment: {}, proof: {}, note: '' },
      'a comment by itself': commentOf(),
      'a trap that is null': { comment: {}, proof: {}, trap: null },
      'a string that is no JSON': '"not { json"',
      'a NUL character': '{"comment": {"text": "\\u0000"}, "proof": {}}',
      'an unpaired surrogate': '{"comment": {"text": "\\ud800"}}',
      'fifty kilobytes': { comment: commentOf({ text: 'x'.repeat(50_000) }), proof: {} },
      'fifty kilobytes of keys': Object.fromEntries(
        Array.from({ length: 5000 }, (_, n) => [`key_${n}`, 'x']),
      ),
      'deeply nested JSON': `${'{"comment":'.repeat(500)}1${'}'.repeat(500)}`,
    };
    test.each(Object.entries(bad))('a request that is %s is refused in one sentence', async (_, request) => {
      const before = await kept();
      for (const name of ['comment', 'report_comment', 'edit_comment', 'comment_state'])
        if (name !== 'edit_comment' || JSON.stringify(request).length > 20_480)
          expectRefused(await call(database(), name, request));
      expect(await kept()).toBe(before);
    });

    test('the longest text there is comes through with its proof', async () => {
      expect((await send({ text: '\u{1f642}'.repeat(4000) })).status).toBe(200);
      expect((await send({ text: '"\\'.repeat(2000) })).status).toBe(200);
      expect(expectRefused(await send({ text: 'a'.repeat(4001) })).message).toBe(
        'A comment holds at most 4,000 characters.',
      );
    });
  });

  describe('the author', () => {
    const state = async (...codes: unknown[]) => {
      const { status, body } = await call(database(), 'comment_state', { codes });
      expect(status).toBe(200);
      return (body as { comments: Record<string, unknown>[] }).comments;
    };
    const endWindow = (id: string) =>
      database().sql(
        `update private.edit_window set until = now() - interval '1 second' where comment = $1`,
        [id],
      );

    test('follows a comment through everything that can become of it', async () => {
      const { code, id, sent } = await write();
      expect(await state(code)).toEqual([
        {
          status: 'found',
          id,
          kind: 'essay',
          thread: thread(),
          parent: null,
          role: 'job_seeker',
          text: sent.text,
          state: 'waiting',
          reason: null,
          sent_at: expect.any(String) as string,
          revision: 1,
          editable_seconds: expect.any(Number) as number,
        },
      ]);
      await moderate(database(), cleo(), 'reject', id, { reason: 'off_subject' });
      expect(await state(code)).toMatchObject([
        { state: 'rejected', reason: 'off_subject', text: sent.text },
      ]);
      await moderate(database(), cleo(), 'restore', id);
      expect(await state(code)).toMatchObject([{ state: 'approved', reason: null }]);
      await moderate(database(), cleo(), 'hide', id);
      expect(await state(code)).toMatchObject([{ state: 'hidden' }]);
      await remove(code);
      expect(await state(code)).toEqual([{ status: 'unknown' }]);
    });

    test('asks about several at once; a wrong, a removed and a malformed code are answered alike', async () => {
      const one = await write();
      const two = await write();
      const gone = await write();
      await remove(gone.code);
      const malformed = ['hello', 7, null, { code: 1 }, `${two.code.slice(0, -1)}*`];
      expect(await state(one.code, gone.code, ...malformed, two.code)).toEqual([
        expect.objectContaining({ id: one.id }),
        ...Array<object>(6).fill({ status: 'unknown' }),
        expect.objectContaining({ id: two.id }),
      ]);
      for (const codes of [[], Array(21).fill(one.code), 'x', null, { 0: one.code }])
        expectRefused(await call(database(), 'comment_state', { codes }));
    });

    test('changes it within fifteen minutes, and it waits again under a new revision', async () => {
      const { code, id } = await shown();
      expect((await edit(code, ' Other\u202e words. ', 'other')).body).toEqual({
        status: 'stored',
        revision: 2,
      });
      expect(await row(id)).toMatchObject({
        text: 'Other words.',
        role: 'other',
        state: 'pending',
        revision: 2,
      });
      expect(await shownIds()).toEqual([]);
      await moderate(database(), cleo(), 'approve', id);
      expect((await readThread(database(), { thread: thread() })).comments).toMatchObject([
        { text: 'Other words.', edited: true },
      ]);
    });

    test('cannot change it a second later than that, but can remove it', async () => {
      const { code, id, sent } = await shown();
      const [left] = await state(code);
      expect(Number(left?.editable_seconds)).toBeGreaterThan(14 * 60);
      expect(Number(left?.editable_seconds)).toBeLessThanOrEqual(15 * 60);
      await endWindow(id);
      expect(await state(code)).toMatchObject([{ editable_seconds: 0 }]);
      expect(expectRefused(await edit(code, 'Too late.'))).toMatchObject({ status: 409, code: 'too_late' });
      expect(await row(id)).toMatchObject({ text: sent.text, state: 'approved' });
      expect((await remove(code)).body).toEqual({ status: 'done' });
      expect(await shownIds()).toEqual([]);
    });

    test('cannot change it into nothing, into too much, into what stands there, or into another role', async () => {
      const other = await write({ text: 'These words are taken already.' });
      const { code, id, sent } = await write();
      for (const [text, role] of [
        ['', 'none'],
        [' \u200b', 'none'],
        ['a'.repeat(4001), 'none'],
        [other.sent.text, 'none'],
        ['Fine words.', 'moderator'],
      ] as const)
        expectRefused(await edit(code, text, role));
      expect(await row(id)).toMatchObject({ text: sent.text, revision: 1 });
      expect((await edit(code, sent.text, 'recruiter')).status).toBe(200);
    });

    test('after removing it leaves no word, no hash, no receipt and no row', async () => {
      const { code, id } = await shown();
      await report(database(), id, from('192.0.2.1'));
      await remove(code);
      expect(await row(id)).toBeUndefined();
      for (const table of ['comment', 'edit_window', 'report', 'report_key']) {
        const rows = await database().sql(`select one::text as text from private.${table} as one`);
        expect(rows.map(({ text }) => String(text)).filter((text) => text.includes(id))).toEqual([]);
      }
    });

    test('who was answered leaves a place without a word, which goes with the last answer', async () => {
      const top = await shown();
      const reply = await shown({ parent: top.id });
      const last = await shown({ parent: reply.id });
      await remove(reply.code);
      expect(await row(reply.id)).toMatchObject({
        text: null,
        letters_hash: null,
        receipt: null,
        role: 'none',
        state: 'removed_by_author',
      });
      await remove(top.code);
      expect(await shownIds()).toEqual([last.id]);
      await remove(last.code);
      expect(await kept(`where thread_id = '${thread()}'`)).toBe(0);
    });

    test('removes it before it came, and it is not stored when it comes', async () => {
      const { code, sent } = withCommentCode({ thread: thread() });
      expect((await remove(code)).body).toEqual({ status: 'done' });
      expect((await comment(database(), sent)).body).toEqual({ status: 'withdrawn' });
      expect(await row(sent.id)).toBeUndefined();
    });

    test.each([
      ['waits for its thread', (id: string) => `select private.lock_thread_name('essay', '${id}')`],
      [
        'is stored, and waits for a counter',
        () => `update private.hit set n = n where kind = 'accepted comment'`,
      ],
    ])('removes it while the call that brings it %s', async (_, hold) => {
      const { code, sent } = withCommentCode({ thread: thread() });
      await database().sql(
        `insert into private.hit (kind, client, slot, n)
         select 'accepted comment', private.shared_bucket(), date_bin('1 second', now(), 'epoch') + make_interval(secs => n), 0
         from generate_series(0, 59) as n`,
      );
      const holding = database().script(`${hold(thread())}; select pg_sleep(1)`);
      await untilAsleep(database(), holding);
      const sending = comment(database(), sent);
      await untilLocked(database(), sending);
      expect((await remove(code)).body).toEqual({ status: 'done' });
      await Promise.all([holding, sending]);
      expect(await row(sent.id)).toBeUndefined();
      expect((await comment(database(), sent)).body).toEqual({ status: 'withdrawn' });
    });

    test('leaves no more than the limit of what was not there, and hears the same', async () => {
      await set(database(), { comment_state_limit: 3, site_limit_factor: 1 });
      const tombstones = async () =>
        Number((await database().sql('select count(*) as n from private.withdrawn'))[0]?.n);
      const before = await tombstones();
      for (let n = 0; n < 6; n += 1)
        expect(
          (await call(database(), 'remove_comment', { code: withCommentCode().code }, from('192.0.2.90')))
            .body,
        ).toEqual({ status: 'done' });
      expect(await tombstones()).toBe(before + 3);
    });

    test('removes it once, however often and wherever they ask', async () => {
      const { code } = await shown();
      const answers = await Promise.all(Array.from({ length: 20 }, () => remove(code)));
      expect(answers.map(({ body }) => body)).toEqual(Array(20).fill({ status: 'done' }));
      expect((await readThread(database(), { thread: thread() })).counts).toEqual({});
      expect((await remove('hello')).body).toEqual({ status: 'done' });
    });
  });

  test('guessing codes is rate limited: of sixty calls at once, ten are looked up', async () => {
    await set(database(), { receipt_limit: 10, site_limit_factor: 1 });
    const { code, id } = await write();
    const caller = from('192.0.2.66');
    const wrong = () =>
      call(database(), 'edit_comment', { code: 'hello', text: 'Mine now.', role: 'none' }, caller);
    const answers = await Promise.all(Array.from({ length: 60 }, wrong));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(50);
    // Nobody can change a comment from there until the hour is over, but whoever has its code can take it back.
    expect(
      (await call(database(), 'edit_comment', { code, text: 'Mine.', role: 'none' }, caller)).status,
    ).toBe(429);
    await set(database(), { comment_state_limit: 5 });
    const asked = [];
    for (let n = 0; n < 8; n += 1)
      asked.push((await call(database(), 'comment_state', { codes: [code] }, caller)).status);
    expect(asked).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    // Pressed again, taking back does no harm: its answer tells a guess nothing.
    for (let n = 0; n < 2; n += 1)
      expect((await call(database(), 'remove_comment', { code }, caller)).body).toEqual({ status: 'done' });
    expect(await row(id)).toBeUndefined();
  });

  describe('reports', () => {
    test('of three networks hide a comment until it is read again, and then do so no more', async () => {
      const { id, code } = await shown();
      for (const n of [1, 1, 1, 2, 2])
        expect((await report(database(), id, from(`192.0.2.${n}`))).body).toEqual({ status: 'reported' });
      expect(await shownIds()).toEqual([id]);
      await report(database(), id, from('198.51.100.3'), 'advertising');
      expect(await shownIds()).toEqual([]);
      expect((await call(database(), 'comment_state', { codes: [code] })).body).toMatchObject({
        comments: [{ state: 'hidden' }],
      });
      const queue = await call(database(), 'moderation_queue', { list: 'reported' }, cleo().caller);
      expect(queue.body).toMatchObject({
        comments: [{ id, state: 'hidden_by_reports', reports: { abusive: 2, advertising: 1 } }],
      });
      await moderate(database(), cleo(), 'restore', id);
      expect(await shownIds()).toEqual([id]);
      for (const n of [4, 5, 6, 7]) await report(database(), id, from(`192.0.2.${n}`));
      expect(await shownIds()).toEqual([id]);
      expect(await row(id)).toMatchObject({ state: 'approved', reviewed: true });
    });

    test('of three networks hide it no more often when they come at once', async () => {
      const { id } = await shown();
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => report(database(), id, from(`192.0.2.${n % 2}`))),
      );
      expect(await shownIds()).toEqual([id]);
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => report(database(), id, from(`198.51.100.${n}`))),
      );
      expect(await shownIds()).toEqual([]);
    });

    test('of one site, of one network in disguise and of people without an address are one report', async () => {
      const { id } = await shown();
      for (let n = 0; n < 5; n += 1) {
        await report(database(), id, from(`2001:db8:0:${n}00::1`));
        await report(database(), id, from(`203.0.113.${n}, 192.0.2.50`));
      }
      expect(await shownIds()).toEqual([id]);
      const other = await shown();
      for (let n = 0; n < 5; n += 1) await report(database(), other.id);
      expect(await shownIds()).toContain(other.id);
    });

    test('keep nothing that says who, and forget the day’s keys with the day', async () => {
      const { id } = await shown();
      await report(database(), id, from('203.0.113.77'));
      await report(database(), id, from('198.51.100.78'));
      const keys = await database().sql('select client from private.report_key where comment = $1', [id]);
      expect(keys).toHaveLength(2);
      expect(JSON.stringify(keys)).not.toContain('203.0.113');
      await database().sql(`update private.report_key set day = day - 1`);
      await database().sql('select private.maintenance()');
      expect(await database().sql('select from private.report_key')).toEqual([]);
      expect(await database().sql('select reason, n from private.report where comment = $1', [id])).toEqual([
        { reason: 'abusive', n: 2 },
      ]);
      await report(database(), id, from('203.0.113.79'));
      expect(await shownIds()).toEqual([id]);
    });

    test('get the same answer whether the comment is shown, waiting or unknown', async () => {
      const waiting = await write();
      const answers = [];
      for (const id of [waiting.id, (await shown()).id, randomUUID()])
        answers.push(await report(database(), id));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await database().sql('select from private.report where comment = $1', [waiting.id])).toEqual([]);
    });

    test('need a proof of their own and have a limit', async () => {
      const { id } = await shown();
      const proof = await proofFor(database(), {}, 'comment');
      const request = { report: { comment: id, reason: 'abusive' }, proof };
      expect(expectRefused(await call(database(), 'report_comment', request)).code).toBe('proof_not_valid');
      await set(database(), { report_limit: 2, site_limit_factor: 1 });
      const statuses = [];
      for (let n = 0; n < 4; n += 1) statuses.push((await report(database(), id, from('192.0.2.1'))).status);
      expect(statuses).toEqual([200, 200, 429, 429]);
      expect(expectRefused(await report(database(), id, {}, 'boring')).code).toBe('not_valid');
    });
  });

  describe('after thirty days', () => {
    const age = (id: string, days: number) =>
      database().sql(
        `update private.comment set sent_at = sent_at - make_interval(days => $2) where id = $1`,
        [id, days],
      );

    test('an undecided comment expires, and a late retry does not restore it', async () => {
      const old = await write();
      const young = await write();
      await age(old.id, 31);
      await age(young.id, 29);
      await database().sql('select private.maintenance()');
      expect(await row(old.id)).toBeUndefined();
      expect(await row(young.id)).toMatchObject({ state: 'pending' });
      expect((await comment(database(), old.sent)).body).toEqual({ status: 'withdrawn' });
    });

    test('one that was answered and then changed keeps its place', async () => {
      const top = await shown();
      const reply = await shown({ parent: top.id });
      await edit(top.code, 'Changed, and forgotten.');
      await age(top.id, 31);
      await database().sql('select private.maintenance()');
      const page = await readThread(database(), { thread: thread() });
      expect(page.comments.map(({ id }) => id)).toEqual([reply.id]);
      expect(page.gone).toEqual([{ id: top.id, parent: null, state: 'removed' }]);
    });

    test('the words of a rejected one are gone, the reason stays, and what is shown stays whole', async () => {
      const { id } = await rejected();
      const approved = await shown();
      await age(id, 31);
      await age(approved.id, 400);
      await database().sql('select private.maintenance()');
      expect(await row(id)).toMatchObject({
        text: null,
        letters_hash: null,
        state: 'rejected',
        reason: 'abusive',
      });
      expect(await shownIds()).toEqual([approved.id]);
      const answer = await moderate(database(), cleo(), 'restore', id);
      expect(expectRefused(answer).status).toBe(409);
    });

    test('no time of an edit is left, and no thread without a comment', async () => {
      const { id } = await write();
      await database().sql(`update private.edit_window set until = now() - interval '1 minute'`);
      await comment(database(), commentOf({ thread: 'nowhere', parent: randomUUID() }));
      await database().sql('select private.maintenance()');
      expect(await database().sql('select from private.edit_window where comment = $1', [id])).toEqual([]);
      expect(await database().sql(`select from private.thread where id = 'nowhere'`)).toEqual([]);
      expect(await database().sql('select from private.thread where id = $1', [thread()])).toHaveLength(1);
    });
  });
});
