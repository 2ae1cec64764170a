import { expect } from 'vitest';
import type { Database } from './database.ts';

/**
 * Waits until a statement that ends in pg_sleep has done the rest of its work. On PGlite, which runs one statement at a
 * time, it has ended by then.
 */
export async function untilAsleep(database: Database, statement: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  void statement.then(() => {
    hasEnded = true;
  });
  const asleep = `select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
  await expect.poll(async () => (await database.sql(asleep)).length > 0 || hasEnded).toBe(true);
}
