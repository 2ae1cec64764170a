import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Database } from './database.ts';

/** A stand-in for the address of a Supabase project, in front of a database of ours. */
export interface Project {
  readonly url: string;
  readonly secretKey: string;
  close(): void;
}

/**
 * Answers `POST /rest/v1/rpc/<function>` by calling the function as service_role, for who has the secret key. Named
 * arguments only, as supabase-js sends them.
 */
export async function serveAsProject(database: Database): Promise<Project> {
  const secretKey = 'sb_secret_of_a_project_for_tests';
  const answer = async (path: string, body: string): Promise<unknown> => {
    const name = /^\/rest\/v1\/rpc\/(\w+)$/.exec(path)?.[1] ?? '';
    const given = Object.entries(JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>);
    const places = given.map(([key, value], i) => {
      const cast = Array.isArray(value) ? '::date[]' : typeof value === 'object' ? '::jsonb' : '';
      return `${key} => $${i + 1}${cast}`;
    });
    const values = given.map(([, value]) =>
      typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value,
    );
    const [row] = await database
      .as('service_role')
      .sql(`select to_jsonb(public.${name}(${places.join(', ')})) as body`, values);
    return row?.body ?? null;
  };
  const server = createServer((request, response) => {
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.apikey !== secretKey) {
      reply(401, { message: 'Invalid API key' });
      return;
    }
    void text(request)
      .then((body) => answer(request.url ?? '', body))
      .then(
        (body) => reply(200, body),
        (error: unknown) => {
          const message = error instanceof Error ? error.message : String(error);
          reply(400, message.startsWith('{') ? (JSON.parse(message) as unknown) : { message });
        },
      );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secretKey,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
