import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Database } from './database.ts';
import { supabaseAddress } from './supabaseAddress.ts';

/** The one place that makes a client. Nobody signs in with it, so it keeps nothing on the device. */
export const connect = (url: string, key: string): SupabaseClient<Database> =>
  createClient<Database>(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
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
