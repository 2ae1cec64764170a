import { inject } from 'vitest';
import type { GrantRegime } from '../../../scripts/postgresql/grantRegime.ts';
import type { Database, DatabaseName } from './database.ts';
import { openPglite } from './openPglite.ts';
import { openPostgresql } from './openPostgresql.ts';

/** A fresh, migrated database of its own. The caller closes it. */
export function openDatabase(name: DatabaseName, regime: GrantRegime): Promise<Database> {
  return name === 'PGlite'
    ? openPglite(inject('pgliteTemplates')[regime])
    : openPostgresql(inject('postgresql'), regime);
}
