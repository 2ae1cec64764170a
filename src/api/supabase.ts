import { createClient, type SupabaseClient } from '@supabase/supabase-js';

/** Where the session of a person who signs in is kept, and under which name. */
export interface SessionPlace {
  readonly storage: Storage;
  readonly name: string;
}

/** Our functions take JSON and return JSON, which the caller parses. */
interface Database {
  public: {
    Tables: Record<string, never>;
    Views: Record<string, never>;
    Functions: Record<string, { Args: Record<string, unknown>; Returns: unknown }>;
  };
}

/** The one place that makes a client: for signing moderators in, and for scripts. Without a `session` it keeps nothing. */
export const connect = (url: string, key: string, session?: SessionPlace): SupabaseClient<Database> =>
  createClient<Database>(url, key, {
    auth: {
      persistSession: session !== undefined,
      ...(session && { storage: session.storage, storageKey: session.name }),
      autoRefreshToken: false,
      detectSessionInUrl: false,
    },
    // A redirect could lead to another machine, and none of our addresses has one.
    global: { fetch: (input, init) => fetch(input, { ...init, redirect: 'error' }) },
  });
