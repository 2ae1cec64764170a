import { Unreadable } from '../notDone.ts';
import { connect } from '../supabase.ts';
import { noReply, supabaseAddress } from '../supabaseAddress.ts';
import { sessionName, tabStorage } from './session.ts';

/** An error of auth-js. */
export interface AuthError {
  readonly name: string;
  readonly message: string;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
}

let client: ReturnType<typeof connect> | undefined;

/** The client of a moderator. Their session lives in this tab and ends with it, and is renewed only by being used. */
export function moderatorClient(): ReturnType<typeof connect> {
  const { url, key } = supabaseAddress();
  const storage = tabStorage();
  client ??= connect(url, key, storage === null ? undefined : { storage, name: sessionName });
  return client;
}

/**
 * Throws where the sign-in service failed to answer, or its gateway did not take our key, where it could have refused.
 * @param error as auth-js gives it
 * @throws NoReply, or Unreadable
 */
export function refuseUnanswered(error: AuthError | null): void {
  if (error === null) return;
  const { name, status = 0, code, message } = error;
  if (status >= 500 || (status === 401 && code === undefined))
    throw new Unreadable('The sign-in service', status, message);
  // No connection, or a reply that is no JSON.
  if (name === 'AuthRetryableFetchError' || name === 'AuthUnknownError') throw noReply(message, error);
}
