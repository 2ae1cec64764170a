import type { Connection, Database, Request, Role } from './database.ts';

/** What a browser gets back: a status, the body and the headers that the function set. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

/** Who calls: an anonymous visitor without headers, unless the test says otherwise. */
export interface Caller extends Request {
  role?: Role;
}

/** A visitor from this address, behind a proxy that says so. */
export const from = (address: string, others: Record<string, string> = {}): Caller => ({
  headers: { 'x-forwarded-for': address, ...others },
});

interface Raised {
  code: string;
  message: string;
  detail?: string;
}

const isRaised = (error: unknown): error is Raised =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** As PostgREST answers an error: ours with the status they name, data that no type can take with 400. */
function answerOf(error: Raised): Answer | undefined {
  const { code, message, detail = '{}' } = error;
  if (code === 'PGRST')
    return {
      headers: {},
      ...(JSON.parse(detail) as { status: number }),
      body: JSON.parse(message) as unknown,
    };
  if (code.startsWith('22')) return { status: 400, body: { code, message, details: detail }, headers: {} };
  return undefined;
}

async function returned(connection: Connection, name: string, request: unknown): Promise<Answer> {
  // PostgREST too reads the two settings after the function, in its transaction; lite begins with both empty.
  const [row] = await connection.sql(
    `with answer as materialized (select public.${name}($1::jsonb) as body)
     select body, coalesce(nullif(current_setting('response.status', true), ''), '200')::integer as status,
       coalesce(nullif(current_setting('response.headers', true), ''), '[]')::jsonb as headers
     from answer`,
    [typeof request === 'string' ? request : JSON.stringify(request)],
  );
  const { body, status, headers } = row as {
    body: unknown;
    status: number;
    headers: Record<string, string>[];
  };
  return { status, body, headers: Object.assign({}, ...headers) as Record<string, string> };
}

/**
 * Calls a public function as PostgREST does, whether it returns its refusal or raises it.
 *
 * @param request its one argument; a string is sent as the JSON text that it is
 * @throws what is no refusal but a failure, which PostgREST answers with 5xx
 */
export async function call(
  database: Database,
  name: string,
  request: unknown,
  { role = 'anon', ...caller }: Caller = {},
): Promise<Answer> {
  try {
    return await returned(database.as(role, caller), name, request);
  } catch (error) {
    const answer = isRaised(error) ? answerOf(error) : undefined;
    if (answer === undefined) throw error;
    return answer;
  }
}
