import * as v from 'valibot';
import { shownRoles } from './role.ts';
import { threadKinds } from './thread.ts';

const beginning = v.object({
  id: v.string(),
  kind: v.picklist(threadKinds),
  thread: v.string(),
  role: v.picklist(shownRoles.map(({ code }) => code)),
  /** The first `limits.beginning` code points of its text, clean by src/thread/text.ts. */
  text: v.string(),
  /** Whether it goes on. */
  cut: v.boolean(),
  /** The hour in which it was sent, such as 2026-11-24T10:00Z. */
  sent_at: v.string(),
});
/** The beginning of an approved comment, with the thread it stands in. */
export type Beginning = Readonly<v.InferOutput<typeof beginning>>;

/** What `latest_comments` returns. */
export const latestComments = v.object({
  /** Newest first. */
  comments: v.array(beginning),
  /** How many each thread has; threads without are left out. */
  threads: v.array(v.object({ kind: v.picklist(threadKinds), thread: v.string(), n: v.number() })),
});
export type LatestComments = Readonly<v.InferOutput<typeof latestComments>>;

/** The beginning of a comment up to the last whole word, where it goes on. */
export const beginningWords = ({ text, cut }: Pick<Beginning, 'text' | 'cut'>): string =>
  cut ? `${text.replace(/\s+\S*$/u, '')} …` : text;
