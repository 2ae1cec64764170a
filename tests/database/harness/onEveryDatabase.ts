import { afterAll, beforeAll, describe } from 'vitest';
import type { GrantRegime } from '../../../scripts/postgresql/grantRegime.ts';
import { databaseNames, type Database, type DatabaseName } from './database.ts';
import { openDatabase } from './openDatabase.ts';

/**
 * Describes the same suite on PGlite and on PostgreSQL, each time over a fresh, migrated database of its own that is
 * closed afterwards. `database()` gives it inside tests and hooks.
 *
 * @param regime what the project grants by itself; a test about privileges runs under both
 */
export function onEveryDatabase(
  regime: GrantRegime,
  suite: (database: () => Database, name: DatabaseName) => void,
): void {
  describe.each(databaseNames)(`on %s, ${regime}`, (name) => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await openDatabase(name, regime);
    });
    afterAll(() => database?.close());
    suite(() => {
      if (database === undefined)
        throw new Error('Ask for the database inside a test or a hook: before, it is not open.');
      return database;
    }, name);
  });
}
