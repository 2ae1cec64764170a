import { randomBytes } from 'node:crypto';
import type { Rejection } from '../../../src/thread/rejection.ts';
import type { ThreadKind } from '../../../src/thread/thread.ts';
import type { StartedServer } from '../../../scripts/server/startServer.ts';
import { startSurveyServer } from '../survey/surveyServer.ts';

interface Queued {
  readonly id: string;
  readonly text: string;
  readonly revision: number;
}

async function post(
  url: URL,
  headers: Record<string, string>,
  body: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  });
  const said = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}: ${JSON.stringify(said)}`);
  return said;
}

/** Somebody who moderates a running site, by the same functions that /moderate/ calls. */
async function moderatorOf({ url, secretKey, publishableKey }: StartedServer) {
  const email = 'cleo@example.com';
  const password = randomBytes(16).toString('hex');
  const rpc = (name: string) => new URL(`/rest/v1/rpc/${name}`, url);
  await post(rpc('make_moderator'), { apikey: secretKey }, { request: { email, password } });
  const session = await post(
    new URL('/auth/v1/token?grant_type=password', url),
    { apikey: publishableKey },
    { email, password },
  );
  const headers = { apikey: publishableKey, authorization: `Bearer ${String(session.access_token)}` };
  const order = (request: object) => post(rpc('moderate'), headers, { request });

  async function queue(list: 'waiting' | 'reported' = 'waiting'): Promise<readonly Queued[]> {
    const { comments } = await post(rpc('moderation_queue'), headers, { request: { list } });
    return comments as readonly Queued[];
  }
  /** The one comment that waits and holds these words. */
  async function waiting(words: string): Promise<Queued> {
    const found = (await queue()).find(({ text }) => text.includes(words));
    if (found === undefined) throw new Error(`Nothing waits that says “${words}”.`);
    return found;
  }

  return {
    queue,
    /** Approves what holds these words, and returns its id. */
    approve: async (words: string): Promise<string> => {
      const { id: comment, revision } = await waiting(words);
      await order({ action: 'approve', comment, revision });
      return comment;
    },
    /** Approves everything that waits. */
    approveAll: async (): Promise<void> => {
      for (let all = await queue(); all.length > 0; all = await queue())
        for (const { id: comment, revision } of all) await order({ action: 'approve', comment, revision });
    },
    reject: async (words: string, reason: Rejection): Promise<void> => {
      const { id: comment, revision } = await waiting(words);
      await order({ action: 'reject', comment, revision, reason });
    },
    close: (kind: ThreadKind, thread: string) => order({ action: 'close', kind, thread }),
  };
}

/** The built site, where tests send often, with Cleo, who moderates it. */
export async function startWithModerator() {
  const server = await startSurveyServer('free');
  return { ...server, cleo: await moderatorOf(server) };
}
