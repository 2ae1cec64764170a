import { connect } from '../supabase.ts';
import { supabaseAddress } from '../supabaseAddress.ts';
import { sessionName } from './session.ts';

let client: ReturnType<typeof connect> | undefined;

/** The client of a moderator. Their session lives in this tab and ends with it, and is renewed only by being used. */
export function moderatorClient(): ReturnType<typeof connect> {
  const { url, key } = supabaseAddress();
  client ??= connect(url, key, { storage: sessionStorage, name: sessionName });
  return client;
}

/** Whether the sign-in service failed to answer, where it could have refused. @param error as auth-js gives it */
export const isAuthNoReply = ({
  name,
  status = 0,
}: {
  readonly name: string;
  readonly status?: number | undefined;
}): boolean => name === 'AuthRetryableFetchError' || status >= 500;
