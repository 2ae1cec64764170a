import { caller } from '../../../browser/call.ts';

/** Calls the server, with supabase-js, which is loaded at the first call. */
export const call = caller(() => import('./calls.ts'));
