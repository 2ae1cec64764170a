import { isNoReply } from './isNoReply.ts';
import { moderatorClient } from './moderatorClient.ts';
import type { NotDone } from './notDone.ts';

/**
 * Says why there is no session to call with, or null when there is one. A session that has run out is renewed here,
 * because nothing renews it in the background.
 */
export async function endedSession(): Promise<NotDone | null> {
  const { data, error } = await moderatorClient().auth.getSession();
  if (data.session !== null) return null;
  return { status: error !== null && isNoReply(error) ? 'no_reply' : 'signed_out' };
}
