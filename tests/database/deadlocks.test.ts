import { expect, test } from 'vitest';
import { call, from, type Caller } from './harness/call.ts';
import { comment, commentOf, report, withCommentCode } from './harness/comment.ts';
import { freshThreads } from './harness/freshThreads.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { withCode } from './harness/receipt.ts';
import { openDoors, set, submit } from './harness/submission.ts';
import { untilAsleep, untilLocked } from './harness/untilAsleep.ts';

/** Calls of everybody at once; 5,000 by 50 callers is the run that the issue asks for (DEADLOCK_CALLS=5000, DEADLOCK_CALLERS=50). */
const calls = Number(process.env.DEADLOCK_CALLS ?? 120);
const callers = Number(process.env.DEADLOCK_CALLERS ?? 20);

const among = (n: number): number => Math.floor(Math.random() * n);
/** Networks that lie inside each other, and some without an address. */
const anybody = (): Caller =>
  [() => from(`2001:db8:${among(3)}:${among(3)}00::1`), () => from(`192.0.2.${among(4)}`), () => ({})][
    among(3)
  ]?.() ?? {};

onEveryDatabase('explicit grants', (database) => {
  const { cleo, shown, thread } = freshThreads(database, 'lock');

  test(`${calls} calls of every kind by ${callers} at once end without a deadlock`, async () => {
    await openDoors(database());
    await set(database(), { provider_limit_factor: 1000, reports_to_hide: 2 });
    const codes: string[] = [];
    const receipts: string[] = [];
    const ids: string[] = [];
    const oneOf = (list: readonly string[]): string => list[among(list.length)] ?? commentOf().id;
    const approve = () => ({ action: 'approve', comment: oneOf(ids), revision: 1 });
    const moderate = (request: unknown) => call(database(), 'moderate', request, cleo().caller);

    const kinds: (() => Promise<unknown>)[] = [
      async () => {
        const { code, submission } = withCode();
        await submit(database(), submission, anybody());
        receipts.push(code);
      },
      async () => {
        const { code, sent } = withCommentCode({
          thread: `lock-${among(5)}`,
          parent: among(2) ? null : oneOf(ids),
        });
        await comment(database(), sent, anybody());
        codes.push(code);
        ids.push(sent.id);
      },
      // The same words in two threads, which are made at the same time.
      () =>
        comment(
          database(),
          commentOf({
            thread: `new-${among(50)}`,
            text: `The very same words, ${among(9)}, in all of these threads of ours.`,
          }),
          anybody(),
        ),
      () => report(database(), oneOf(ids), anybody()),
      () => moderate(approve()),
      () =>
        moderate({
          orders: [...new Map(Array.from({ length: 9 }, approve).map((one) => [one.comment, one])).values()],
        }),
      () => moderate({ action: 'reject', comment: oneOf(ids), revision: 1, reason: 'abusive' }),
      () => moderate({ action: among(2) ? 'close' : 'reopen', kind: 'essay', thread: `lock-${among(5)}` }),
      () => call(database(), 'moderation_queue', { list: 'waiting' }, cleo().caller),
      () =>
        call(
          database(),
          'edit_comment',
          { code: oneOf(codes), role: 'none', text: `Other words, ${among(20)}.` },
          anybody(),
        ),
      () => call(database(), 'remove_comment', { code: oneOf(codes) }, anybody()),
      () => call(database(), 'withdraw_response', { code: oneOf(receipts) }, anybody()),
      () =>
        call(
          database(),
          'correct_response',
          {
            code: oneOf(receipts),
            instrument: '1',
            answers: { s_outcome: 'silent', s_stage: 'int1', s_hours: among(9) },
          },
          anybody(),
        ),
      () => call(database(), 'comment_state', { codes: codes.slice(-5) }, anybody()),
      () => database().sql('select private.maintenance()'),
      async () => {
        await database().sql('delete from private.mixed');
        await database().sql(`select private.mix((now() at time zone 'utc')::date + 1)`);
      },
    ];
    let left = calls;
    const work = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        // A deadlock is an error of PostgreSQL (40P01), which is no refusal, so it ends the test.
        await kinds[among(kinds.length)]?.();
      }
    };
    await Promise.all(Array.from({ length: callers }, work));
    expect(left).toBe(0);
  });

  test('what clears up waits for nothing of the day before, which a call that began then may hold while it waits for a thread', async () => {
    const yesterday = `date_trunc('day', now(), 'utc') - interval '1 minute'`;
    await database().script(`
      insert into private.salt (day, value) values ((now() at time zone 'utc')::date - 1, '\\x01');
      insert into private.hit (kind, client, slot, n) select 'report', int4send(n), ${yesterday}, 1 from generate_series(1, 3) as n;
      insert into private.used_challenge (challenge, expires_at) select int4send(n), ${yesterday} from generate_series(1, 3) as n;
    `);
    const holding = database().script(`
      update private.salt set value = value where day < (now() at time zone 'utc')::date;
      update private.hit set n = n where slot = ${yesterday} and client = int4send(1);
      update private.used_challenge set expires_at = expires_at where challenge = int4send(1);
      select pg_sleep(1)`);
    await untilAsleep(database(), holding);
    await database().script(`set local lock_timeout = '200ms'; select private.clear_some(null)`);
    await holding;
    await database().sql('select private.clear_some(null)');
    for (const table of ['hit where slot', 'used_challenge where expires_at'])
      expect(await database().sql(`select from private.${table} = ${yesterday}`)).toEqual([]);
    expect(
      await database().sql(`select from private.salt where day < (now() at time zone 'utc')::date`),
    ).toEqual([]);
  });

  test('a report that waits for its thread holds no counter that everybody shares', async () => {
    const { id } = await shown();
    await database().sql(
      `insert into private.hit (kind, client, slot, n)
       select 'accepted report', private.shared_bucket(), date_bin('1 second', now(), 'epoch') + make_interval(secs => n), 0
       from generate_series(0, 59) as n`,
    );
    const holding = database().script(
      `select private.hold_thread('essay', '${thread()}'); select pg_sleep(1)`,
    );
    await untilAsleep(database(), holding);
    const reporting = report(database(), id, from('192.0.2.200'));
    await untilLocked(database(), reporting);
    const free = await database().sql(
      `select from private.hit where kind = 'accepted report' for update skip locked`,
    );
    expect(free).toHaveLength(60);
    await holding;
    expect((await reporting).body).toEqual({ status: 'reported' });
    const [counted] = await database().sql(
      `select sum(n) as n from private.hit where kind = 'accepted report'`,
    );
    expect(Number(counted?.n)).toBe(1);
  });
});
