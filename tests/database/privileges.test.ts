import { describe, expect, test } from 'vitest';
import { allowed } from '../../scripts/doctor/allowed.ts';
import { grantRegimes } from '../../scripts/postgresql/grantRegime.ts';
import type { Database } from './harness/database.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { refusal } from './harness/refusal.ts';

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
