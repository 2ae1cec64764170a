import { z } from 'zod';

/** Milliseconds between two looks; settings say how often something may be sent. */
const pause = 60_000;

const dueSql = `select notice ->> 'url' as url, (notice -> 'body')::text as body
  from (select private.due_notice() as notice) as due where notice is not null`;
const due = z.object({ rows: z.array(z.object({ url: z.string(), body: z.string() })) });

async function post(url: string, body: string): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`status ${answer.status}`);
}

/**
 * What a hosted database does with pg_cron and pg_net: tells moderators by one POST that comments wait, where the
 * setting webhook_url names an address.
 * @param query runs one statement outside a transaction
 * @param inTurn the queue that all work on the database goes through
 */
export function notices(
  query: (sql: string) => Promise<unknown>,
  inTurn: <Result>(job: () => Promise<Result>) => Promise<Result>,
) {
  const send = async (): Promise<void> => {
    const [notice] = due.parse(await inTurn(() => query(dueSql))).rows;
    if (notice !== undefined) await post(notice.url, notice.body);
  };
  const sendOrSay = (): void => {
    send().catch((error: unknown) => {
      // Not the address, which may hold a token.
      const reason = error instanceof Error ? error.message : String(error);
      console.error(`The address of webhook_url did not take the notice that comments wait: ${reason}`);
    });
  };
  const timer = setInterval(sendOrSay, pause);
  timer.unref();
  return {
    after: (path: string): void => {
      if (path.endsWith('/rpc/comment')) sendOrSay();
    },
    stop: (): void => {
      clearInterval(timer);
    },
  };
}
