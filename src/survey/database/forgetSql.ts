/**
 * What takes withdrawn and corrected answers, and removed and changed comments, off the disk, to be run one statement at a time by whoever runs the
 * embedded database: PGlite has no autovacuum, and VACUUM runs in no function. FULL writes the table anew, for the
 * plain form frees the place of a deleted row and leaves its bytes there until another row needs it. The last three
 * close the present segment of the write-ahead log and remove it, where it would be kept and overwritten some day.
 * https://www.postgresql.org/docs/17/runtime-config-wal.html#GUC-WAL-RECYCLE
 * @param tables of the private schema that hold what people wrote
 */
export const forgetSql = (tables: readonly string[]): readonly string[] => [
  ...tables.map((table) => `vacuum full private.${table}`),
  'set wal_recycle = off',
  'select pg_switch_wal()',
  'checkpoint',
];
