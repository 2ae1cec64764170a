import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grantRegimes } from '../../scripts/postgresql/grantRegime.ts';
import { databaseNames } from './harness/database.ts';
import { openDatabase } from './harness/openDatabase.ts';
import { runPgTap } from './harness/runPgTap.ts';

const files = globSync('supabase/tests/*.sql').sort();
const projects = databaseNames.flatMap((name) => grantRegimes.map((regime) => [name, regime] as const));

describe.each(projects)('on %s, %s', (name, regime) => {
  test.each(files.map((file) => [basename(file), file] as const))('%s holds', async (_name, file) => {
    const database = await openDatabase(name, regime);
    try {
      expect(await runPgTap(database, file)).toBeGreaterThan(0);
    } finally {
      await database.close();
    }
  });
});
