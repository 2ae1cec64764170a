import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Where things are, as absolute paths. `NBW_DATA` and `NBW_RELEASES` move what is written, so that tests leave yours alone. */
export const folders = {
  root,
  dist: resolve(root, 'dist'),
  data: resolve(root, process.env.NBW_DATA ?? '.supabase-local'),
  releases: resolve(root, process.env.NBW_RELEASES ?? 'src/content/releases'),
  migrations: resolve(root, 'supabase/migrations'),
  supabaseConfig: resolve(root, 'supabase/config.toml'),
  siteStamp: resolve(root, '.cache/site-stamp'),
};
