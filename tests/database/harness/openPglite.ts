import { PGlite, type Transaction } from '@electric-sql/pglite';
import { openAsBlob } from 'node:fs';
import type { Connection, Database, Row } from './database.ts';
import { pgliteExtensions } from './pgliteTemplate.ts';
import { setRequest } from './requestSql.ts';

const connectionOf = (pglite: PGlite | Transaction): Connection => ({
  sql: async (text, params = []) => (await pglite.query<Row>(text, [...params])).rows,
});

/** A PGlite that is open, as tests speak to a database. */
export async function pgliteDatabase(pglite: PGlite): Promise<Database> {
  // PGlite has no sign-in, which would apply the role’s search path (see the prelude), so it is set here.
  await pglite.exec('set search_path = "$user", public, extensions');
  return {
    name: 'PGlite',
    ...connectionOf(pglite),
    as: (role, request = {}) => ({
      sql: (text, params) =>
        pglite.transaction(async (transaction) => {
          const connection = connectionOf(transaction);
          await setRequest(connection, role, request);
          return connection.sql(text, params);
        }),
    }),
    script: async (text) => (await pglite.exec(text)).map(({ rows }) => rows as Row[]),
    close: () => pglite.close(),
  };
}

/** A fresh database in memory from a template that `writePgliteTemplate` wrote. */
export const openPglite = async (template: string): Promise<Database> =>
  pgliteDatabase(
    await PGlite.create({ extensions: pgliteExtensions, loadDataDir: await openAsBlob(template) }),
  );
