import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Where things are, as absolute paths. Tests set the `NBW_` variables, so that they neither read nor write what is yours. */
export const folders = {
  root,
  dist: resolve(root, 'dist'),
  env: resolve(root, process.env.NBW_ENV ?? ''),
  data: resolve(root, process.env.NBW_DATA ?? '.supabase-local'),
  /** Of backups; apart from the data, so that who loses the one does not lose the other. */
  backups: resolve(root, process.env.NBW_BACKUPS ?? '.backups'),
  releases: resolve(root, process.env.NBW_RELEASES ?? 'src/content/releases'),
  migrations: resolve(root, 'supabase/migrations'),
  supabaseConfig: resolve(root, 'supabase/config.toml'),
  siteStamp: resolve(root, '.cache/site-stamp'),
};
