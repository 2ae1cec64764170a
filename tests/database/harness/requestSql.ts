import type { Connection, Request, Role, Row } from './database.ts';

/**
 * Tells the transaction that is open who asks and what the request carries, in PostgREST’s own settings.
 * https://docs.postgrest.org/en/stable/references/transactions.html#transaction-settings
 */
export async function setRequest(connection: Connection, role: Role, request: Request): Promise<void> {
  const claims: Row = { role, ...request.claims };
  await connection.sql(
    `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true),
            set_config('request.headers', $3, true)`,
    [role, JSON.stringify(claims), JSON.stringify(request.headers ?? {})],
  );
}
