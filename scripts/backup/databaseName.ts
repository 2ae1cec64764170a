import { z } from 'zod';
import type { SqlClient } from '../server/sqlClient.ts';

// A backup names the database that it is of: one of this machine by its number, a project by its name.
const begin = 'local-';

/** PostgreSQL gives a database folder a number when it makes it; a copy that takes its place keeps it, one made anew has another. */
export async function localName(client: SqlClient): Promise<string> {
  const { rows } = await client.query('select system_identifier::text as number from pg_control_system()');
  const [{ number }] = z.tuple([z.object({ number: z.string() })]).parse(rows);
  return `${begin}${number}`;
}

/** Some backups were made before a local database had a number. */
export const isLocal = (database: string): boolean => /^local(-\d+)?$/.test(database);

export const databaseInWords = (database: string | undefined): string =>
  database === undefined
    ? 'a database that it does not name'
    : isLocal(database)
      ? `the local database ${database.slice(begin.length)}`.trimEnd()
      : `the project ${database}`;
