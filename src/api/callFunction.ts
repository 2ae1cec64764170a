import { supabaseAddress } from './supabaseAddress.ts';

/** What one of our functions answered: the body and the HTTP status. Without a reply that can be read: null and 0. */
export interface Answer {
  readonly body: unknown;
  readonly status: number;
}

/**
 * Calls one of our functions with a plain fetch, for pages on which the client library would weigh more than everything
 * else (supabase-js: 49 kB compressed).
 */
export async function callFunction(name: string, request: unknown, signal: AbortSignal): Promise<Answer> {
  const { url, key } = supabaseAddress();
  try {
    const answer = await fetch(new URL(`/rest/v1/rpc/${name}`, url), {
      method: 'POST',
      headers: { apikey: key, 'content-type': 'application/json' },
      body: JSON.stringify({ request }),
      // A redirect could lead to another machine, and none of our addresses has one.
      redirect: 'error',
      signal,
    });
    return { body: (await answer.json()) as unknown, status: answer.status };
  } catch {
    return { body: null, status: 0 };
  }
}
