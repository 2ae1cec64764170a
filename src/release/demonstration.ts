import { isLoopback } from '../address.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a build has settings of a site for others: its address, or a database that is not on this machine. */
export const namesHost = ({ SITE_URL, PUBLIC_SUPABASE_URL: database }: Environment): boolean =>
  SITE_URL !== undefined || (database !== undefined && !isLoopback(new URL(database)));

/** Whether a public build was told to show made-up numbers: no search engine may lead anybody to it (protocol 2.11). */
export const isDemonstration = (env: Environment): boolean => namesHost(env) && env.SAMPLE === '1';
