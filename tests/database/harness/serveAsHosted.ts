import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database, Role } from './database.ts';

/** How a project is set up outside its database, where an owner of one clicks. */
export interface Hosting {
  readonly signUpIsOpen?: boolean;
  /** The schemas that the API shows. */
  readonly schemas?: readonly string[];
  /** Hands on what a caller says of their address, instead of adding what it sees. */
  readonly believesCallers?: boolean;
}

export interface Hosted {
  readonly url: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  /** The methods of all requests so far, and the keys that came with them. */
  readonly methods: readonly string[];
  readonly keys: readonly string[];
  close(): void;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** As PostgREST answers: https://docs.postgrest.org/en/v13/references/errors.html */
const statuses: Readonly<Record<string, number>> = { '42501': 401, '42883': 404, '42P01': 404 };

/**
 * What a hosted project answers to GET in front of a database of ours: PostgREST for functions and tables, in a
 * transaction that can write nothing, and GoTrue’s settings.
 */
export async function serveAsHosted(database: Database, hosting: Hosting = {}): Promise<Hosted> {
  const { signUpIsOpen = false, schemas = ['public'], believesCallers = false } = hosting;
  const publishableKey = 'sb_publishable_of_tests';
  const secretKey = 'sb_secret_of_tests';
  const methods: string[] = [];
  const keys: string[] = [];

  async function select(role: Role, what: string, said: string): Promise<Reply> {
    const forwarded = believesCallers ? said : [said, '203.0.113.9'].filter((one) => one !== '').join(', ');
    const headers = { 'x-forwarded-for': forwarded };
    try {
      const rows = await database
        .as(role, { headers })
        .sql(
          `with first as materialized (select set_config('transaction_read_only', 'on', true)) select ${what} from first`,
        );
      return { status: 200, body: rows[0]?.body ?? [] };
    } catch (error) {
      return { status: statuses[codeOf(error)] ?? 400, body: { code: codeOf(error) } };
    }
  }

  function answer(request: IncomingMessage): Reply | Promise<Reply> {
    const { apikey } = request.headers;
    const role = apikey === secretKey ? 'service_role' : apikey === publishableKey ? 'anon' : undefined;
    if (role === undefined) return { status: 401, body: { message: 'Invalid API key' } };
    const { pathname } = new URL(request.url ?? '/', 'http://project.invalid');
    if (pathname === '/auth/v1/settings')
      return { status: 200, body: { external: { email: true }, disable_signup: !signUpIsOpen } };
    const said = String(request.headers['x-forwarded-for'] ?? '');
    const [, name] = /^\/rest\/v1\/rpc\/(\w+)$/.exec(pathname) ?? [];
    if (name !== undefined) return select(role, `to_jsonb(public.${name}()) as body`, said);
    const [, table = ''] = /^\/rest\/v1\/(\w+)$/.exec(pathname) ?? [];
    const schema = String(request.headers['accept-profile'] ?? schemas[0]);
    if (!schemas.includes(schema)) return { status: 406, body: { code: 'PGRST106' } };
    return select(role, `(select count(*) from ${schema}.${table})`, said);
  }

  const server = createServer((request, response) => {
    methods.push(request.method ?? '');
    keys.push(...(request.headersDistinct.apikey ?? []), ...(request.headersDistinct.authorization ?? []));
    void Promise.resolve(answer(request)).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publishableKey,
    secretKey,
    methods,
    keys,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
