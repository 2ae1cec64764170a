import { randomUUID } from 'node:crypto';
import { call, type Answer, type Caller } from './call.ts';
import type { Database, Row } from './database.ts';

/** What a token says, as GoTrue writes it. */
export interface Claims extends Row {
  sub: string;
  email: string;
  session_id: string;
}

/** A signed-in account with a session that is not a moderator, as it reaches the database behind the gateway. */
export interface Account {
  email: string;
  id: string;
  claims: Claims;
  caller: Caller;
}

/** Makes an account and a session in the tables of the sign-in service. */
export async function signIn(database: Database): Promise<Account> {
  const email = `${randomUUID()}@example.com`;
  const [user] = await database.sql(
    'insert into auth.users (id, email) values (gen_random_uuid(), $1) returning id',
    [email],
  );
  const [session] = await database.sql(
    'insert into auth.sessions (id, user_id) values (gen_random_uuid(), $1) returning id',
    [user?.id],
  );
  const id = String(user?.id);
  const claims: Claims = {
    sub: id,
    aud: 'authenticated',
    email,
    session_id: String(session?.id),
    exp: Math.floor(Date.now() / 1000) + 900,
    aal: 'aal1',
    is_anonymous: false,
  };
  return { email, id, claims, caller: { role: 'authenticated', claims } };
}

/** A moderator who is signed in. */
export async function moderatorOf(database: Database): Promise<Account> {
  const account = await signIn(database);
  await call(database, 'make_moderator', { email: account.email }, { role: 'service_role' });
  return account;
}

/** Gives an order about a comment, as of the revision that is there unless said otherwise. */
export async function moderate(
  database: Database,
  { caller }: Pick<Account, 'caller'>,
  action: string,
  id: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const [row] = await database.sql('select revision from private.comment where id = $1', [id]);
  return call(
    database,
    'moderate',
    { action, comment: id, revision: Number(row?.revision ?? 1), ...more },
    caller,
  );
}
