/** As much of a database client as migrations and backups need; PGlite has this shape, a `pg` client is adapted in a line. */
export interface SqlClient {
  /** Runs SQL of one or more statements. */
  exec(sql: string): Promise<unknown>;
  /** Runs one statement with parameters. */
  query(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Runs `work` in a transaction, which is rolled back when it fails. */
export async function inTransaction<Result>(
  client: SqlClient,
  work: () => Promise<Result>,
  mode = '',
): Promise<Result> {
  await client.exec(`begin ${mode}`);
  try {
    const result = await work();
    await client.exec('commit');
    return result;
  } catch (error) {
    await client.exec('rollback');
    throw error;
  }
}
