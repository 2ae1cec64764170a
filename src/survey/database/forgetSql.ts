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
