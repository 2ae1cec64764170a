import { withCommentCode } from '../../database/harness/comment.ts';
import { solve, type Challenge } from '../../database/harness/proof.ts';
import { callOverHttp } from '../../database/harness/sendOverHttp.ts';
import type { StartedServer } from '../../../scripts/server/startServer.ts';

/** Sends a comment to a running site, as a page does, and returns its id and its receipt code. */
export async function storeComment(
  server: StartedServer,
  changes: { thread: string; text: string; kind?: string; parent?: string | null; role?: string },
): Promise<{ readonly id: string; readonly code: string }> {
  const { sent, code } = withCommentCode({ kind: 'essay', parent: null, ...changes });
  const challenge = await callOverHttp(server, 'challenge', { purpose: 'comment' });
  const proof = solve((await challenge.json()) as Challenge);
  const response = await callOverHttp(server, 'comment', { comment: sent, proof, trap: '' });
  if (!response.ok) throw new Error(`The comment was not stored: ${await response.text()}`);
  return { id: sent.id, code };
}
