import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { call, type Answer } from './harness/call.ts';
import { commentOf } from './harness/comment.ts';
import { keep } from './harness/receipt.ts';
import { freshThreads } from './harness/freshThreads.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { proofFor } from './harness/proof.ts';
import { expectRefused, refusalsOf } from './harness/refusals.ts';
import { set, submissionOf } from './harness/submission.ts';

/** Calls with one proof for each kind of refusal; 1,000 is the run that the issue asks for (T25, REFUSALS=1000). */
const calls = Number(process.env.REFUSALS ?? 40);
/** Threads without a comment that a moderator’s call has to live with (T25, STALE_ROWS=400000). */
const stale = Number(process.env.STALE_ROWS ?? 5000);

onEveryDatabase('explicit grants', (database) => {
  const { cleo, write, shown, turn, thread } = freshThreads(database, 'refused');

  /** How many rows each table holds that a refusal might have left one in. */
  const rows = async () => {
    const [counted] = await database().sql(`select
      (select count(*) from private.thread) as threads, (select count(*) from private.comment) as comments,
      (select count(*) from private.thread_count) as counts, (select count(*) from private.edit_window) as windows,
      (select count(*) from private.report) as reports,
      (select count(*) from private.report_key) as report_keys, (select count(*) from private.withdrawn) as withdrawn, (select count(*) from private.hit) as hits,
      (select count(*) from private.job_seeker) as answers, (select count(*) from private.arrival) as arrivals`);
    return counted;
  };
  const spent = async () =>
    Number((await database().sql('select count(*) as n from private.used_challenge'))[0]?.n);
  const total = async () => Object.values(await refusalsOf(database())).reduce((sum, n) => sum + n, 0);

  /** Sends the same kind of thing again and again with one proof. */
  async function insist(
    purpose: 'comment' | 'response' | 'report',
    first: string,
    send: (proof: unknown) => Promise<Answer>,
  ) {
    const proof = await proofFor(database(), {}, purpose);
    const before = { rows: await rows(), spent: await spent(), refused: await total() };
    const codes: string[] = [];
    for (let n = 0; n < calls; n += 1) codes.push(expectRefused(await send(proof)).code);
    expect(codes).toEqual([first, ...Array<string>(calls - 1).fill('proof_used')]);
    expect(await rows()).toEqual(before.rows);
    expect(await spent()).toBe(before.spent + 1);
    expect(await total()).toBe(before.refused + calls);
  }

  describe(`${calls} refusals with one proof leave no row, are counted, and end the proof (T25)`, () => {
    const kinds: Record<string, [code: string, prepare: () => Promise<Record<string, unknown>>]> = {
      'answers what was never there': ['parent_gone', () => Promise.resolve({ parent: randomUUID() })],
      'answers what is too deep': [
        'not_valid',
        async () => {
          const top = await shown();
          const reply = await shown({ parent: top.id });
          return { thread: thread(), parent: (await shown({ parent: reply.id })).id };
        },
      ],
      'says the same again': [
        'said_before',
        async () => {
          const { sent } = await shown({
            text: `They said nothing at all, and ${randomUUID()} is why I ask.`,
          });
          return { text: sent.text };
        },
      ],
      'is empty': ['not_valid', () => Promise.resolve({ text: ' ' })],
      'has an id that is taken': ['conflict', async () => ({ id: (await shown()).id })],
      'has a receipt that is taken': ['conflict', async () => ({ receipt: (await shown()).sent.receipt })],
      'is for a closed thread': [
        'closed',
        async () => {
          await turn('close');
          return { thread: thread() };
        },
      ],
    };
    test.each(Object.entries(kinds))('a comment that %s', async (_, [code, prepare]) => {
      const changes = await prepare();
      let n = 0;
      await insist('comment', code, (proof) => {
        n += 1;
        // A thread of its own each time, where the first build left a row for each.
        const sent = commentOf({ thread: `nowhere-${n}`, ...changes });
        return call(database(), 'comment', { comment: sent, proof });
      });
    });

    test('a comment for a full queue', async () => {
      await write();
      await set(database(), { comment_queue_limit: 1 });
      await insist('comment', 'queue_full', (proof) =>
        call(database(), 'comment', { comment: commentOf({ thread: `nowhere-${randomUUID()}` }), proof }),
      );
    });

    test('answers that are not valid', () =>
      insist('response', 'not_valid', (proof) =>
        call(database(), 'submit_response', { submission: submissionOf({ side: 'onlooker' }), proof }),
      ));

    test.each(['id', 'receipt'] as const)('answers with an %s that is taken', async (taken) => {
      const kept = submissionOf();
      await keep(database(), kept);
      await insist('response', 'conflict', (proof) =>
        call(database(), 'submit_response', { submission: submissionOf({ [taken]: kept[taken] }), proof }),
      );
    });

    const trapped = {
      response: ['submit_response', () => ({ submission: submissionOf() })],
      comment: ['comment', () => ({ comment: commentOf({ thread: `nowhere-${randomUUID()}` }) })],
      report: ['report_comment', () => ({ report: { comment: randomUUID(), reason: 'abusive' } })],
    } as const;
    test.each(['response', 'comment', 'report'] as const)(
      'a %s with the trap filled and an easy proof',
      (purpose) => {
        const [name, request] = trapped[purpose];
        return insist(purpose, 'proof_too_easy', (proof) =>
          call(database(), name, { ...request(), proof, trap: 'https://spam.example' }),
        );
      },
    );
  });

  test(`a moderator’s list opens with ${stale} threads that nobody wrote in, which leave in bounded steps`, async () => {
    await database().sql(
      `insert into private.thread (kind, id) select 'essay', 'stale-' || n from generate_series(1, $1) as n`,
      [stale],
    );
    const left = async () =>
      Number(
        (await database().sql(`select count(*) as n from private.thread where id like 'stale-%'`))[0]?.n,
      );
    const began = performance.now();
    const { status } = await call(database(), 'moderation_queue', { list: 'waiting' }, cleo().caller);
    console.log(
      `${database().name}: the list opened in ${Math.round(performance.now() - began)} ms with ${stale} stale threads.`,
    );
    expect(status).toBe(200);
    expect(await left()).toBe(stale);
    await database().sql('select private.clear_some(1000)');
    expect(await left()).toBe(stale - 1000);
    await database().sql('select private.maintenance()');
    expect(await left()).toBe(0);
  });
});
