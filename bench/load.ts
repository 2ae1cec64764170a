import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { clientConfig, withClient } from '../scripts/postgresql/client.ts';
import { makeProject } from '../scripts/postgresql/makeProject.ts';
import { startPostgresql, superuser } from '../scripts/postgresql/postgresqlServer.ts';
import { askFor, readThread, sendAnswers, type Asked, type Call } from './load/ask.ts';
import { COMMENTS, prepareSql } from './load/prepare.ts';
import { buildSite } from './measure/site.ts';
import { print, told } from './measure/rounds.ts';
import type { Found, Section, Table } from './page/section.ts';

/** At once. */
const connections = [1, 10, 50, 200] as const;

const SECONDS = 5;
/** Milliseconds. A guard against hanging. */
const PATIENCE = 60_000;

const DATABASE = 'bench';

/** Something that takes calls, over as many connections as are wanted. */
interface Taker {
  readonly name: string;
  readonly connect: (
    count: number,
  ) => Promise<{ readonly calls: readonly Call[]; readonly close: () => Promise<void> }>;
  readonly close: () => Promise<void>;
}

const address = z.strictObject({ url: z.string(), publishableKey: z.string() });

/** The local server, in a process of its own and asked over HTTP. */
async function embedded(): Promise<Taker> {
  const data = mkdtempSync(join(tmpdir(), 'no-but-why-bench-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load/embeddedServer.ts'), data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [first] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => {
      throw new Error('The local server did not start.');
    }),
  ])) as [Buffer];
  const { url, publishableKey } = address.parse(JSON.parse(first.toString()));
  const call: Call = async (name, args) => {
    const answer = await fetch(new URL(`/rest/v1/rpc/${name}`, url), {
      method: 'POST',
      headers: { apikey: publishableKey, 'content-type': 'application/json' },
      body: JSON.stringify(args),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${text}`);
    return JSON.parse(text) as unknown;
  };
  return {
    name: 'embedded, over HTTP',
    connect: (count) =>
      Promise.resolve({ calls: Array.from({ length: count }, () => call), close: () => Promise.resolve() }),
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A call in a transaction of its own and in the role of a visitor, as PostgREST makes it: https://docs.postgrest.org/en/v13/references/transactions.html */
const callOver =
  (client: pg.Client): Call =>
  async (name, { request }) => {
    await client.query('begin');
    try {
      await client.query(
        `select set_config('role', 'anon', true), set_config('request.headers', '{}', true)`,
      );
      const { rows } = await client.query<{ body: unknown }>(`select public.${name}($1::jsonb) as body`, [
        JSON.stringify(request),
      ]);
      await client.query('commit');
      return rows[0]?.body;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  };

/** A PostgreSQL of its own, asked directly: what the database itself takes, without the gateway of a project before it. */
async function postgresql(): Promise<Taker> {
  const server = await startPostgresql(['max_connections=250']);
  await makeProject(server, DATABASE, 'explicit grants');
  const config = clientConfig(server, superuser, DATABASE);
  await withClient(config, (client) => client.query(prepareSql));
  return {
    name: 'PostgreSQL, its functions alone',
    connect: async (count) => {
      const clients = await Promise.all(
        Array.from({ length: count }, async () => {
          const client = new pg.Client(config);
          await client.connect();
          return client;
        }),
      );
      return {
        calls: clients.map(callOver),
        close: async () => {
          await Promise.all(clients.map((client) => client.end()));
        },
      };
    },
    close: server.close,
  };
}

const kinds = [
  { name: 'submissions', ask: sendAnswers },
  { name: 'pages of a thread', ask: readThread },
] as const;

/** The value below which a share of all lie. */
const at = (share: number, rising: readonly number[]): number =>
  rising[Math.ceil(rising.length * share) - 1] ?? Number.NaN;

const row = (name: string, count: number, { perSecond, took, errors }: Asked): readonly string[] => [
  name,
  print.whole(count),
  print.whole(perSecond),
  ...[0.5, 0.95, 0.99].map((share) => print.whole(at(share, took))),
  print.whole(errors),
];

async function measure(quick: boolean): Promise<Found> {
  buildSite();
  const takers = [await embedded(), await postgresql()];
  const found: { readonly kind: string; readonly cells: readonly string[]; readonly errors: number }[] = [];
  try {
    for (const { name: kind, ask } of kinds)
      for (const taker of takers)
        for (const count of quick ? connections.slice(0, 2) : connections) {
          console.log(`  ${kind}, ${taker.name}: ${count} at once`);
          const { calls, close } = await taker.connect(count);
          // What is met for the first time is planned and compiled.
          await askFor(1, calls, ask);
          const asked = await askFor(quick ? 2 : SECONDS, calls, ask);
          await close();
          found.push({ kind, cells: row(taker.name, count, asked), errors: asked.errors });
        }
  } finally {
    for (const { close } of takers) await close();
  }
  const errors = found.reduce((sum, one) => sum + one.errors, 0);
  return {
    rounds: `${told(1)} of ${quick ? 2 : SECONDS} seconds each`,
    tables: kinds.map(({ name }): Table => [
      [name, 'at once', 'a second', 'p50 ms', 'p95 ms', 'p99 ms', 'errors'],
      ...found.filter(({ kind }) => kind === name).map(({ cells }) => cells),
    ]),
    targets: [{ promise: 'no error', found: print.whole(errors), holds: errors === 0 }],
  };
}

export const load: Section = {
  title: 'Many at once',
  about: `Made-up answers sent with a challenge and its proof, two calls each, and the first page of a thread of ${COMMENTS} comments read; by callers that ask again as
soon as they have an answer. The embedded database of \`npm start\` through its server, beside a PostgreSQL of its own whose functions are called as PostgREST calls
them, without PostgREST. All on one machine, the callers too; limits are out of reach, a proof takes one try, and durability of PostgreSQL is off.`,
  minutes: 2,
  measure,
};
