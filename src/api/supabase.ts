import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Database } from './database.ts';
import { supabaseAddress } from './supabaseAddress.ts';

/** Where the session of somebody who signs in is kept, and under which name. */
export interface SessionPlace {
  readonly storage: Storage;
  readonly name: string;
}

/** The one place that makes a client. It keeps nothing on the device, unless somebody signs in and it is told where. */
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

let client: SupabaseClient<Database> | undefined;

/** The client of a page. */
export function supabase(): SupabaseClient<Database> {
  const { url, key } = supabaseAddress();
  client ??= connect(url, key);
  return client;
}
