import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { startServer } from '../../../scripts/server/startServer.ts';
import { testSite } from '../../build/harness/testSite.ts';
import { commentOf, type SentComment } from '../../database/harness/comment.ts';
import { solve, type Challenge } from '../../database/harness/proof.ts';
import { callOverHttp } from '../../database/harness/sendOverHttp.ts';
import { serverFolder } from '../survey/surveyServer.ts';
import type { Account } from './moderatorPage.ts';

/** No limit within reach of a test, proofs that cost nothing, and a way to see and set what nobody may over HTTP. */
const forTests = `
update private.setting set value = '1000000'
where name in ('challenge_limit', 'comment_limit', 'comment_burst_limit', 'comment_queue_limit', 'report_limit');
update private.setting set value = '0' where name = 'minimum_seconds';
update private.setting set value = '1' where name in ('pow_cost', 'pow_counters', 'reports_to_hide');
create function public.run_for_test(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  rows jsonb;
begin
  if request ->> 'sql' like 'select %' then
    execute format('select coalesce(jsonb_agg(one), ''[]'') from (%s) as one', request ->> 'sql') into rows;
  else
    execute request ->> 'sql';
  end if;
  return rows;
end $$;
revoke execute on function public.run_for_test(jsonb) from public, anon, authenticated;
grant execute on function public.run_for_test(jsonb) to service_role;
`;

/** The built site with a real database, and what a test about moderators does to it. */
export async function startModerationServer() {
  const { folder, dataDir, migrationsDir } = await serverFolder(forTests);
  const server = await startServer({ port: 0, dataDir, distDir: testSite, migrationsDir });

  const asService = { url: server.url, publishableKey: server.secretKey };
  /** Runs a statement; the rows of one that begins with “select”. */
  async function sql(statement: string): Promise<Record<string, unknown>[]> {
    const response = await callOverHttp(asService, 'run_for_test', { sql: statement });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`The statement failed: ${JSON.stringify(body)}`);
    return (body ?? []) as Record<string, unknown>[];
  }

  async function send(name: string, purpose: string, request: object): Promise<void> {
    const challenge = await callOverHttp(server, 'challenge', { purpose });
    const proof = solve((await challenge.json()) as Challenge);
    const response = await callOverHttp(server, name, { ...request, proof, trap: '' });
    if (!response.ok) throw new Error(`${name} was refused: ${await response.text()}`);
  }

  /** Runs npm run moderator as a person does, and returns what it printed. */
  const command = (...args: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      execFile(
        process.execPath,
        ['scripts/moderator.ts', ...args],
        { env: { ...process.env, NBW_DATA: dataDir, PORT: new URL(server.url).port }, timeout: 30_000 },
        (error, stdout, stderr) => {
          if (error === null) resolve(stdout);
          else reject(new Error(stdout + stderr));
        },
      );
    });
  /** An account that may moderate, made by the command. */
  async function moderator(): Promise<Account> {
    const email = `${randomUUID()}@example.com`;
    const password = /: ([0-9A-Z-]{23})$/m.exec(await command(email))?.[1] ?? '';
    return { email, password };
  }

  return {
    url: server.url,
    publishableKey: server.publishableKey,
    sql,
    /** Sends a comment through the box that everybody has. */
    comment: async (changes: Partial<SentComment> = {}): Promise<SentComment> => {
      const sent = commentOf({ thread: 'what-is-known-so-far', ...changes });
      await send('comment', 'comment', { comment: sent });
      return sent;
    },
    /** Reports a comment, each time from the one network of this machine. */
    report: (comment: string, reason: string): Promise<void> =>
      send('report_comment', 'report', { report: { comment, reason } }),
    moderator,
    cleo: await moderator(),
    noModerator: (email: string): Promise<string> => command('--remove', email),
    /** Rows in the record of moderation. */
    records: async (): Promise<number> =>
      Number((await sql('select count(*) as n from private.moderation'))[0]?.n),
    /** What became of a comment, or undefined when it is gone. */
    stateOf: async (id: string): Promise<unknown> =>
      (await sql(`select state, reason from private.comment where id = '${id}'`))[0],
    close: async (): Promise<void> => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
