import { describe, expect, test } from 'vitest';
import { grantRegimes } from '../../scripts/postgresql/grantRegime.ts';
import type { Database, Role } from './harness/database.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { refusal } from './harness/refusal.ts';

const visitor = [
  'challenge(request jsonb)',
  // Decision 0010: every visitor may read a thread, comment, report, and use a receipt code.
  'comment(request jsonb)',
  // Decision 0012: every visitor may fetch a feed by GET.
  'comment_feed(kind text DEFAULT NULL::text, thread text DEFAULT NULL::text, site text DEFAULT NULL::text, apikey text DEFAULT NULL::text)',
  'comment_state(request jsonb)',
  'correct_response(request jsonb)',
  // Protocol 1.2: whoever does not fit sends no answers and is counted, with nothing else.
  'count_screened_out(request jsonb)',
  'edit_comment(request jsonb)',
  'read_response(request jsonb)',
  'read_thread(request jsonb)',
  'remove_comment(request jsonb)',
  'report_comment(request jsonb)',
  'submit_response(request jsonb)',
  // Decision 0022: by GET, and of use only to who has the token.
  'waiting_feed(token text DEFAULT NULL::text, apikey text DEFAULT NULL::text)',
  'withdraw_response(request jsonb)',
];

/** Decision 0010: any signed-in account may call these, and each call refuses all but moderators. */
const moderator = ['moderate(request jsonb)', 'moderation_queue(request jsonb)'];

/** What the world may call, written out by hand: a function that appears here without a decision is a defect. */
const allowed: Record<Role, readonly string[]> = {
  anon: visitor,
  authenticated: [...visitor, ...moderator].sort(),
  service_role: [
    // What an owner's commands do, with the secret key.
    'bursts()',
    'change_settings(request jsonb)',
    'decide_burst(request jsonb)',
    'load_sample(request jsonb)',
    // Decision 0010: who may moderate is decided with the secret key.
    'make_moderator(request jsonb)',
    'moderators()',
    'record_backup(responses integer)',
    'record_release(request jsonb)',
    'release_ledger()',
    'remove_moderator(request jsonb)',
    'renew_waiting_feed(page text)',
    'settings()',
    'status()',
    'tally(only_made_up boolean, since date[], before date)',
  ],
};

const verbs = (table: string): Record<string, string> => ({
  select: `select * from ${table}`,
  insert: `insert into ${table} default values`,
  update: `update ${table} set id = id`,
  delete: `delete from ${table}`,
  truncate: `truncate ${table}`,
});

const tablesOf = async (database: Database): Promise<string[]> =>
  (
    await database.sql(
      `select format('%I.%I', schemaname, tablename) as name from pg_catalog.pg_tables where schemaname = 'private'`,
    )
  ).map(({ name }) => String(name));

describe.each(grantRegimes)('%s', (regime) => {
  onEveryDatabase(regime, (database) => {
    test.each(Object.entries(allowed))(
      '%s may call exactly the functions on the list',
      async (role, list) => {
        const rows = await database().sql(
          `select format('%s(%s)', proname, pg_catalog.pg_get_function_arguments(oid)) as signature
         from pg_catalog.pg_proc
         where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
           and has_schema_privilege($1, pronamespace, 'usage') and has_function_privilege($1, oid, 'execute')
         order by 1`,
          [role],
        );
        expect(rows.map(({ signature }) => signature)).toEqual(list);
      },
    );

    test.each(['anon', 'authenticated', 'service_role'])(
      '%s may run no function of the private schema, usage or not',
      async (role) => {
        const rows = await database().sql(
          `select proname from pg_catalog.pg_proc
           where pronamespace = 'private'::regnamespace and has_function_privilege($1, oid, 'execute')`,
          [role],
        );
        expect(rows).toEqual([]);
      },
    );

    test('a function made after the migrations cannot be called by API roles until it is granted', async () => {
      await database().sql('create function private.later() returns int language sql as $$ select 1 $$');
      await database().sql('create function public.later() returns int language sql as $$ select 1 $$');
      for (const schema of ['private', 'public'])
        expect(await refusal(database().as('anon').sql(`select ${schema}.later()`))).toMatchObject({
          code: '42501',
        });
      await database().sql('drop function private.later(), public.later()');
    });

    test.each(['anon', 'authenticated'] as const)('%s reaches no table with any verb', async (role) => {
      const tables = await tablesOf(database());
      expect(tables.length).toBeGreaterThanOrEqual(2);
      for (const table of tables)
        for (const [verb, statement] of Object.entries(verbs(table)))
          expect(await refusal(database().as(role).sql(statement)), `${role} ${verb} ${table}`).toMatchObject(
            {
              code: '42501',
            },
          );
    });
  });
});
