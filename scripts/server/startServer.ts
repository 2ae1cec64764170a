import { openEmbeddedSupabase } from './embeddedSupabase.ts';
import { serveSite, type RunningSite } from './serveSite.ts';

interface ServerOptions {
  /** 0 for any free port. */
  port: number;
  /** Where the database and its secrets live; made when missing. */
  dataDir: string;
  /** The built site. */
  distDir: string;
  /** Where it lies on this host, as it was built; `/` without. */
  folder?: string;
  /** Default: supabase/migrations. */
  migrationsDir?: string;
}

/** A running site with its Supabase. `close` finishes the requests in hand and frees port and folder. */
export interface StartedServer extends RunningSite {
  publishableKey: string;
  /** Acts as service_role: for scripts on this machine, never for a page. */
  secretKey: string;
}

/**
 * Starts the built site and its embedded Supabase in this process, on loopback.
 * @throws {PlainError} when the data folder or the port is in use, or the migrations do not fit the folder
 */
export async function startServer(options: ServerOptions): Promise<StartedServer> {
  const supabase = await openEmbeddedSupabase(options.dataDir, options.migrationsDir);
  const site = await serveSite(supabase.handle, options.distDir, options.port, options.folder).catch(
    async (error: unknown) => {
      await supabase.close();
      throw error;
    },
  );
  return {
    url: site.url,
    publishableKey: supabase.publishableKey,
    secretKey: supabase.secretKey,
    close: async () => {
      await site.close();
      await supabase.close();
    },
  };
}
