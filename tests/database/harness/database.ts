export type Row = Record<string, unknown>;

/** Something that answers SQL. Numbers (also `bigint` up to 2^53) and JSON come back as JavaScript values, `numeric` as text. */
export interface Connection {
  /** Runs one statement and returns its rows. Rejects with the database’s own error: `code` is the SQLSTATE. */
  sql(text: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** The roles a Supabase project knows from outside. */
export type Role = 'anon' | 'authenticated' | 'service_role';

/** What PostgREST tells a function about the request it serves. */
export interface Request {
  claims?: Row;
  /** Names in small letters. */
  headers?: Record<string, string>;
}

/** A fresh, migrated database. Its own `sql` acts as `postgres`, the owner of everything in it. */
export interface Database extends Connection {
  name: DatabaseName;
  /** Each call runs in a transaction of its own with the role and the request set locally, as PostgREST does it. */
  as(role: Role, request?: Request): Connection;
  /** Runs a whole file of statements on one connection and returns the rows of each. */
  script(text: string): Promise<Row[][]>;
  close(): Promise<void>;
}

export const databaseNames = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseName = (typeof databaseNames)[number];
