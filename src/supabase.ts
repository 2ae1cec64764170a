import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Database } from './database.ts';

declare global {
  interface ImportMetaEnv {
    readonly PUBLIC_SUPABASE_URL?: string;
    readonly PUBLIC_SUPABASE_PUBLISHABLE_KEY?: string;
  }
}

/** The key that the embedded server takes for a public one; it opens nothing but the functions that anyone may call. */
export const embeddedKey = 'sb_publishable_embedded';

/** The one place that makes a client. Nobody signs in with it, so it keeps nothing on the device. */
export const connect = (url: string, key: string): SupabaseClient<Database> =>
  createClient<Database>(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    // A redirect could lead to another machine, and none of our addresses has one.
    global: { fetch: (input, init) => fetch(input, { ...init, redirect: 'error' }) },
  });

let client: SupabaseClient<Database> | undefined;

/**
 * The client of a page: of the project named by PUBLIC_SUPABASE_URL and PUBLIC_SUPABASE_PUBLISHABLE_KEY, else of the
 * server that sent the page.
 */
export function supabase(): SupabaseClient<Database> {
  client ??= connect(
    import.meta.env.PUBLIC_SUPABASE_URL ?? location.origin,
    import.meta.env.PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? embeddedKey,
  );
  return client;
}
