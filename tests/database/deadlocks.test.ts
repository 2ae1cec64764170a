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

/** Words that several write at once, in new comments and in changes of old ones. */
const sameWords = (): string => `The very same words, ${among(4)}, in all of these threads of ours.`;
const among = (n: number): number => Math.floor(Math.random() * n);
/** Networks that lie inside each other, and some without an address. */
const anybody = (): Caller =>
  [() => from(`2001:db8:${among(3)}:${among(3)}00::1`), () => from(`192.0.2.${among(4)}`), () => ({})][
    among(3)
  ]?.() ?? {};

onEveryDatabase('explicit grants', (database) => {
  const { cleo, shown, thread, write } = freshThreads(database, 'lock');

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
          thread: `place-${among(5)}`,
          parent: among(2) ? null : oneOf(ids),
        });
        await comment(database(), sent, anybody());
        codes.push(code);
        ids.push(sent.id);
      },
      // The same words in two threads, which are made at the same time or are there already.
      () =>
        comment(
          database(),
          commentOf({
            thread: among(2) ? `new-${among(50)}` : `place-${among(5)}`,
            text: sameWords(),
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
      () => moderate({ action: among(2) ? 'close' : 'reopen', kind: 'essay', thread: `place-${among(5)}` }),
      () => call(database(), 'moderation_queue', { list: 'waiting' }, cleo().caller),
      () =>
        call(database(), 'edit_comment', { code: oneOf(codes), role: 'none', text: sameWords() }, anybody()),
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

  const words = 'Words that are locked once the thread is.';
  interface Made {
    id: string;
    code: string;
  }
  const anywhere = from('192.0.2.210');
  test.each<[string, (made: Made) => Promise<unknown>]>([
    ['a comment', () => comment(database(), commentOf({ thread: thread(), text: words }), anywhere)],
    [
      'a reply',
      ({ id }) => comment(database(), commentOf({ thread: thread(), parent: id, text: words }), anywhere),
    ],
    [
      'a change',
      ({ code }) => call(database(), 'edit_comment', { code, role: 'none', text: words }, anywhere),
    ],
    ['a removal', ({ code }) => call(database(), 'remove_comment', { code }, anywhere)],
    ['a report', ({ id }) => report(database(), id, anywhere)],
    [
      'a decision',
      ({ id }) => call(database(), 'moderate', { action: 'hide', comment: id, revision: 1 }, cleo().caller),
    ],
  ])(
    '%s that waits for its thread holds no comment and no words, which come after it',
    async (name, sends) => {
      const made = await shown();
      const holding = database().script(
        `select private.hold_thread('essay', '${thread()}'); select pg_sleep(1)`,
      );
      await untilAsleep(database(), holding);
      const sending = sends(made);
      await untilLocked(database(), sending);
      const there = await database().sql('select from private.comment where id = $1 for update skip locked', [
        made.id,
      ]);
      const [letters] = await database().sql(
        `select pg_try_advisory_xact_lock(hashtextextended('letters ' || encode(private.letters_hash($1), 'hex'), 0)) as free`,
        [words],
      );
      await Promise.all([holding, sending]);
      expect(letters).toEqual({ free: true });
      // On PGlite, which runs one call at a time, the removal has ended.
      expect(there).toHaveLength(database().name === 'PGlite' && name === 'a removal' ? 0 : 1);
    },
  );

  test('two decisions on the same threads, in the other order, wait for each other and not in a circle', async () => {
    const places = [`${thread()}-one`, `${thread()}-two`];
    const orders = [];
    for (const place of places)
      orders.push({ action: 'approve', comment: (await write({ thread: place })).id, revision: 1 });
    const holding = database().script(
      `${places.map((place) => `select private.hold_thread('essay', '${place}');`).join(' ')} select pg_sleep(1)`,
    );
    await untilAsleep(database(), holding);
    const decide = (list: readonly unknown[]) =>
      call(database(), 'moderate', { orders: list }, cleo().caller);
    const one = decide(orders);
    await untilLocked(database(), one);
    const other = decide(orders.toReversed());
    await untilLocked(database(), other, 2);
    await holding;
    expect([(await one).status, (await other).status]).toEqual([200, 200]);
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
    await holding;
    expect((await reporting).body).toEqual({ status: 'reported' });
    expect(free).toHaveLength(60);
    const [counted] = await database().sql(
      `select sum(n) as n from private.hit where kind = 'accepted report'`,
    );
    expect(Number(counted?.n)).toBe(1);
  });
});
