import { createHmac, randomBytes } from 'node:crypto';
import type { PostgresConnection } from '@supabase/lite/postgres';
import { step, totpAt, written } from './totp.ts';

type Fetch = (request: Request, context: { peerAddress: string | null }) => Promise<Response>;

interface Claims {
  readonly session_id?: string;
}

/** The table of the second factor, which @supabase/lite has not, and one by which GoTrue is known to be there. */
export const signInTables = `
create table auth.schema_migrations (version text primary key);
create table auth.mfa_factors (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users on delete cascade,
  secret bytea not null,
  status text not null default 'unverified'
);`;

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;

const refuse = (status: number, code: string): Response =>
  Response.json({ code: status, error_code: code, msg: `Refused: ${code}.` }, { status });

/**
 * What @supabase/lite has not of a hosted sign-in service, made up after Supabase’s documents: accounts that an owner
 * makes, and the second factor (https://supabase.com/docs/guides/auth/auth-mfa/totp).
 * @param lite answers everything else
 */
export function hostedSignIn(
  lite: Fetch,
  sql: PostgresConnection['driver'],
  { secretKey, jwtSecret }: { readonly secretKey: string; readonly jwtSecret: string },
): Fetch {
  async function makeAccount(request: Request): Promise<Response> {
    if (request.headers.get('apikey') !== secretKey) return refuse(401, 'no_authorization');
    const { email, password } = (await request.json()) as { email: string; password: string };
    const [made] = await sql<{ id: string; email: string }[]>`
      insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
      values (gen_random_uuid(), 'authenticated', 'authenticated', ${email},
        extensions.crypt(${password}, extensions.gen_salt('bf')), now(), '{}', '{}')
      on conflict do nothing returning id, email`;
    return made === undefined ? refuse(422, 'email_exists') : Response.json(made);
  }

  /** The session of an answer, with a token that says how many factors it has. */
  async function withLevel(answer: Response): Promise<Response> {
    if (!answer.ok) return answer;
    const session = (await answer.json()) as { readonly access_token: string };
    const claims = claimsOf(session.access_token);
    const [kept] = await sql<{ aal: string }[]>`
      select aal from auth.sessions where id = ${claims.session_id ?? null}`;
    const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...claims, ...kept })}`;
    const signature = createHmac('sha256', jwtSecret).update(body).digest('base64url');
    return Response.json({ ...session, access_token: `${body}.${signature}` });
  }

  async function enrol(user: string): Promise<Response> {
    const secret = randomBytes(20);
    const [made] = await sql<{ id: string }[]>`
      insert into auth.mfa_factors (user_id, secret) values (${user}, ${secret}) returning id`;
    const qr_code = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>';
    const totp = { qr_code, secret: written(secret), uri: 'otpauth://totp/x' };
    return Response.json({ id: made?.id, type: 'totp', totp });
  }

  /** Lets the session have two factors when the code fits, and renews its token. */
  async function verify(request: Request, user: string, id: string, session: string): Promise<Response> {
    const { code } = (await request.json()) as { code: string };
    const [factor] = await sql<{ secret: Buffer }[]>`
      select secret from auth.mfa_factors where id = ${id} and user_id = ${user}`;
    // A code that was read just before its end is taken, too.
    const codes = [0, step].map((ago) => totpAt(factor?.secret ?? Buffer.alloc(0), Date.now() / 1000 - ago));
    if (factor === undefined || !codes.includes(code)) return refuse(422, 'mfa_verification_failed');
    await sql`update auth.mfa_factors set status = 'verified' where id = ${id}`;
    await sql`update auth.sessions set aal = 'aal2' where id = ${session}`;
    const [kept] = await sql<{ refresh_token: string }[]>`
      select token as refresh_token from auth.refresh_tokens where session_id = ${session} and not revoked`;
    const renewal = new Request(new URL('/auth/v1/token?grant_type=refresh_token', request.url), {
      method: 'POST',
      headers: { apikey: request.headers.get('apikey') ?? '', 'content-type': 'application/json' },
      body: JSON.stringify(kept),
    });
    return withLevel(await lite(renewal, { peerAddress: null }));
  }

  async function factors(request: Request, user: string): Promise<Response> {
    const [, id, what] = /\/factors(?:\/([\w-]+))?(?:\/(\w+))?$/.exec(new URL(request.url).pathname) ?? [];
    if (id === undefined) return enrol(user);
    if (what === 'challenge') return Response.json({ id, type: 'totp', expires_at: Date.now() / 1000 + 300 });
    const { session_id = '' } = claimsOf(request.headers.get('authorization') ?? '');
    return verify(request, user, id, session_id);
  }

  return async (request, context) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/auth/v1/admin/users') return makeAccount(request);
    if (pathname === '/auth/v1/token') return withLevel(await lite(request, context));
    const asksFactors = pathname.startsWith('/auth/v1/factors');
    if (!asksFactors && pathname !== '/auth/v1/user') return lite(request, context);
    const { headers } = request;
    // Lite checks the token.
    const known = await lite(new Request(new URL('/auth/v1/user', request.url), { headers }), context);
    if (!known.ok) return known;
    const user = (await known.json()) as { readonly id: string };
    if (asksFactors) return factors(request, user.id);
    const all =
      await sql`select id, status, 'totp' as factor_type from auth.mfa_factors where user_id = ${user.id}`;
    return Response.json({ ...user, factors: all });
  };
}
