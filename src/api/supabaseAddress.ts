import { NoReply } from './notDone.ts';

declare global {
  interface ImportMetaEnv {
    readonly PUBLIC_SUPABASE_URL?: string;
    readonly PUBLIC_SUPABASE_PUBLISHABLE_KEY?: string;
  }
}

/** The key that the embedded server takes for a public one; it opens nothing but the functions that anyone may call. */
export const embeddedKey = 'sb_publishable_embedded';

/**
 * Where a page finds its Supabase: the project named by PUBLIC_SUPABASE_URL and PUBLIC_SUPABASE_PUBLISHABLE_KEY, else
 * the server that sent the page.
 */
export const supabaseAddress = (): { readonly url: string; readonly key: string } => ({
  url: import.meta.env.PUBLIC_SUPABASE_URL ?? location.origin,
  key: import.meta.env.PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? embeddedKey,
});

/** No reply of a Supabase that is on another host than the page. */
export class NoDatabase extends NoReply {}

/** That a request to it got no reply. */
export const noReply = (what: string, cause: unknown): NoReply =>
  new (import.meta.env.PUBLIC_SUPABASE_URL === undefined ? NoReply : NoDatabase)(what, { cause });
