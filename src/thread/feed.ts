import type { SitePath } from '../address.ts';
import { threadId, threadKinds, type ThreadKind } from './thread.ts';

/** A thread, named by its page. */
export interface ThreadName {
  readonly kind: ThreadKind;
  /** The id of the essay or chart. */
  readonly id: string;
}

/** Every comment of the site in one feed. */
export const allThreads = 'all';
export type Followed = ThreadName | typeof allThreads;

/** Limits of a feed. A feed reader polls it, so it holds the newest comments and not all. */
export const feedLimits = {
  /** Comments, the newest. */
  comments: 50,
  /** Of the whole feed as XML. */
  bytes: 256 * 1024,
  /** Put together at the same time, for all callers. Each takes some 20 ms. */
  atOnce: 4,
  /** Of these, for callers of one provider: no single one keeps others from theirs. */
  ofOneProvider: 2,
  /** For which a feed may be cached. */
  seconds: 300,
} as const;

/** The path of the page that a thread is on. */
export const threadPath = ({ kind, id }: ThreadName): SitePath => `/${kind}s/${id}/`;

/** The thread of a page, or `undefined` where a page has none. @param path the page’s own, from the root */
export function threadAt(path: string): ThreadName | undefined {
  const kind = threadKinds.find((known) => path.startsWith(`/${known}s/`));
  const id = path.split('/')[2] ?? '';
  if (kind === undefined || !new RegExp(threadId.pattern).test(id)) return undefined;
  const thread = { kind, id };
  return threadPath(thread) === path ? thread : undefined;
}

const folder = '/threads';
const file = 'feed.atom';

/** The permanent address of a feed, which redirects to the database (feedSource). */
export const feedPath = (followed: Followed): SitePath =>
  `${folder}${followed === allThreads ? '/' : threadPath(followed)}${file}`;

/** What the feed at an address follows, or `undefined` where there is none. @param path from the root, without query */
export function followedAt(path: string): Followed | undefined {
  if (path === feedPath(allThreads)) return allThreads;
  const thread = threadAt(path.slice(folder.length, -file.length));
  return thread !== undefined && feedPath(thread) === path ? thread : undefined;
}

/** What the address of a feed in the database is made of. */
export interface FeedPlace {
  /** The address of the Supabase project; '' when it shares the site’s origin. */
  readonly api: string;
  /** The publishable key. In the query, because a redirected request carries no header of ours. */
  readonly key: string;
  /** The address of the site that the feed’s links lead to, such as https://someone.github.io/why/. */
  readonly site: string;
}

/** The address of a feed in the database, where pages lead to, and its address on the site where a host redirects. */
export function feedSource(followed: Followed, { api, key, site }: FeedPlace): string {
  const thread: Record<string, string> =
    followed === allThreads ? {} : { kind: followed.kind, thread: followed.id };
  return `${api}/rest/v1/rpc/comment_feed?${new URLSearchParams({ ...thread, site: site.replace(/\/$/, ''), apikey: key }).toString()}`;
}
