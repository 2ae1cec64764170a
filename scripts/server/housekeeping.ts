import { controller } from '../../src/controller.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { dropOldBackups } from '../backup/takeBackup.ts';
import { folders } from '../command/folders.ts';

/**
 * Statements that remove deleted and corrected text from the disk of the embedded database, each run by itself: PGlite has
 * no autovacuum, and VACUUM cannot run in a function. FULL, because the plain form leaves the bytes of a deleted row
 * until the space is reused. The last three switch to a new segment of the write-ahead log and remove the old one,
 * which would else be kept for reuse.
 * https://www.postgresql.org/docs/17/runtime-config-wal.html#GUC-WAL-RECYCLE
 * @param tables of the private schema that hold what people wrote
 */
export const forgetSql = (tables: readonly string[]): readonly string[] => [
  ...tables.map((table) => `vacuum full private.${table}`),
  'set wal_recycle = off',
  'select pg_switch_wal()',
  'checkpoint',
];

/** The calls that leave deleted text on the disk. */
const leavesRemnants = /\/rpc\/((withdraw|correct)_response|(remove|edit)_comment)$/;

/** The tables they were in. */
const written = [...Object.keys(questionnaire.sides), 'comment'];

const day = 24 * 60 * 60 * 1000;

/**
 * What a hosted database does by itself and PGlite does not: takes what was withdrawn, removed or changed off the disk, and
 * deletes what has had its time, backups among it. At the start too, for a process may be killed between a withdrawal and this.
 * @param query runs one statement outside a transaction
 * @param inTurn the queue that all work on the database goes through
 */
export function housekeeping(
  query: (sql: string) => Promise<unknown>,
  inTurn: <Result>(job: () => Promise<Result>) => Promise<Result>,
) {
  let isDue = false;

  const work = async (statements: readonly string[]): Promise<void> => {
    isDue = false;
    for (const statement of statements) await query(statement);
  };
  const inLine = (statements: readonly string[]): void => {
    inTurn(() => work(statements)).catch((error: unknown) => {
      const name = error instanceof Error ? error.message : String(error);
      console.error(`The disk was not cleaned up after a withdrawal, the next start will: ${name}`);
    });
  };
  const everything = ['select private.maintenance()', ...forgetSql(written)];
  const dropBackups = (): number => dropOldBackups(folders.backups, controller.backupDays);
  const daily = setInterval(() => {
    dropBackups();
    inLine(everything);
  }, day);
  daily.unref();

  return {
    atStart: () => {
      dropBackups();
      return inTurn(() => work(everything));
    },
    /** Waits in the queue behind the call; several calls in a row are cleaned up after once. */
    after: (path: string): void => {
      if (isDue || !leavesRemnants.test(path)) return;
      isDue = true;
      inLine(forgetSql(written));
    },
    stop: (): void => {
      clearInterval(daily);
    },
  };
}
