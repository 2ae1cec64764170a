import { expect } from 'vitest';
import type { Database } from './database.ts';

/** Waits until a statement waits for this itself. On PGlite, which runs one statement at a time, it has ended by then. */
async function untilItWaits(
  database: Database,
  statement: Promise<unknown>,
  event: string,
  waiters = 1,
): Promise<void> {
  let hasEnded = false;
  const end = (): void => {
    hasEnded = true;
  };
  void statement.then(end, end);
  const waiting = `select from pg_stat_activity where datname = current_database() and ${event}`;
  await expect.poll(async () => (await database.sql(waiting)).length >= waiters || hasEnded).toBe(true);
}

/** Waits until a statement that ends in pg_sleep has done the rest of its work. */
export const untilAsleep = (database: Database, statement: Promise<unknown>): Promise<void> =>
  untilItWaits(database, statement, `wait_event = 'PgSleep'`);

/** Waits until a statement waits for a lock that another one holds. @param waiters how many wait by then, this one among them */
export const untilLocked = (database: Database, statement: Promise<unknown>, waiters = 1): Promise<void> =>
  untilItWaits(database, statement, `wait_event_type = 'Lock'`, waiters);
