import { readRefusal } from '../refusal.ts';

/** The session, or the right to moderate, has ended. Sentences are the server’s. */
export type Ended =
  | { readonly status: 'signed_out' | 'second_factor' }
  | { readonly status: 'not_a_moderator'; readonly sentence: string };

/** What a moderator’s call came to when it did not do what was asked for. */
export type NotDone =
  | Ended
  | { readonly status: 'changed' | 'refused'; readonly sentence: string }
  | { readonly status: 'no_reply' };

/**
 * Reads an answer that did not bring what was asked for.
 * @param body what was raised or returned
 * @param status the HTTP status; 0 when there was no reply
 */
export function notDone(body: unknown, status: number): NotDone {
  const refusal = readRefusal(body);
  // Without our own words a 401 or 403 is the gateway’s or PostgreSQL’s: the token was not taken, so nobody was asking.
  if (refusal === null) return { status: status === 401 || status === 403 ? 'signed_out' : 'no_reply' };
  const { code, sentence } = refusal;
  switch (code) {
    case 'signed_out':
    case 'second_factor':
      return { status: code };
    case 'not_a_moderator':
      return { status: code, sentence };
    // Another moderator was faster, or the author: what is on the screen is old.
    case 'changed':
    case 'unknown':
    case 'conflict':
      return { status: 'changed', sentence };
    default:
      return { status: 'refused', sentence };
  }
}
