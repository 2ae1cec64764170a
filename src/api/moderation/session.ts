import type { Refused } from '../notDone.ts';

// Imports no code: the first view of the page looks here, before the client library is loaded.

/** Under which name the session of a moderator is kept in the storage of its tab. */
export const sessionName = 'no-but-why-moderator';

/** The storage of this tab; null where the browser refuses it, and a session lasts until the page is left. */
export function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** The session, or the right to moderate, has ended. Sentences are the server’s. */
export type Ended =
  | { readonly status: 'signed_out' | 'second_factor' }
  | { readonly status: 'not_a_moderator'; readonly sentence: string };

/** What a moderator’s call came to when it did not do what was asked for. */
export type NotModerated =
  | Ended
  /** Another moderator was faster, or the author: what is on the screen is old. */
  | { readonly status: 'changed'; readonly sentence: string }
  | Refused;

/** Whether a moderator has to sign in before anything else can be done. */
export const isEnded = (answer: { readonly status: string }): answer is Ended =>
  answer.status === 'signed_out' || answer.status === 'second_factor' || answer.status === 'not_a_moderator';
