import { NoReply, Unreadable } from '../api/notDone.ts';
import { NoDatabase } from '../api/supabaseAddress.ts';
import { TooLong } from './inTime.ts';
import { statusOf } from './reachable.ts';

/** Why something could not be done, as far as a page can know. The words stand in components/page/causes.ts. */
export type Cause =
  /** No connection. */
  | 'offline'
  /** Our server does not answer. */
  | 'away'
  /** It answers that it is failing or overloaded. */
  | 'failing'
  /** Our server refuses this page: its key, its project, or a function or a file that is not there. */
  | 'refuses'
  /** Something on this device or in its network stops part of the page, or answers in our place. */
  | 'blocked'
  /** Our database, which another host has, does not answer, or something stops the way there: a page cannot tell which. */
  | 'silent'
  /** A file of this page is not there any more: the site was updated since. */
  | 'updated'
  /** This browser lacks what the pages cannot do without. */
  | 'old'
  /** This device could not solve the proof of work in time. */
  | 'slow'
  /** An error of ours. */
  | 'defect';

/** What was tried came to nothing, for this reason. */
export interface Failed {
  readonly status: 'failed';
  readonly cause: Cause;
}

/** No solution of a proof of work within the solver’s own time limit. */
export class NotSolved extends Error {}

// In the words of Chromium, Firefox and Safari; an error in the code of a module has others.
const isNotLoaded = (error: unknown): error is TypeError =>
  error instanceof TypeError && /import(ed|ing a) module/i.test(error.message);

/** Whether a browser lacks what no page of ours replaces: hashing, which needs a secure connection as well. */
const isOld = (): boolean =>
  (globalThis as { crypto?: { subtle?: SubtleCrypto } }).crypto?.subtle === undefined;

function ofReply({ httpStatus, text }: Unreadable): Cause {
  // What Supabase answers for a project that is paused.
  if (httpStatus === 540) return 'refuses';
  if (httpStatus >= 500 || httpStatus === 429 || httpStatus === 408)
    return httpStatus === 511 ? 'blocked' : 'failing';
  // Our database answers in JSON. A page comes from whatever stands between.
  if (text.trimStart().startsWith('<')) return 'blocked';
  return httpStatus >= 400 ? 'refuses' : 'defect';
}

/** Why nothing came. @param error with the address where it was a module (retriable.ts) */
async function ofSilence(error: Error & { readonly address?: string }): Promise<Cause> {
  if (error.address !== undefined && (await statusOf(error.address)) === 404) return 'updated';
  if ((await statusOf(location.pathname)) === undefined) return away();
  return error instanceof NoDatabase ? 'silent' : 'blocked';
}

const away = (): Cause => (navigator.onLine ? 'away' : 'offline');

async function sort(error: unknown): Promise<Cause> {
  if (error instanceof TooLong) return away();
  if (error instanceof NotSolved) return 'slow';
  if (error instanceof NoReply || isNotLoaded(error)) return ofSilence(error);
  if (error instanceof Unreadable) return ofReply(error);
  return isOld() ? 'old' : 'defect';
}

/** The one place that sorts what was thrown. A defect is reported to the engineer who looks at the console. */
export async function causeOf(error: unknown): Promise<Cause> {
  const cause = await sort(error);
  if (cause === 'defect') console.error(error);
  return cause;
}
