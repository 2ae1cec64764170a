import { threadId, threadKinds, type ThreadKind } from './thread.ts';

/** A thread by what it stands under. */
export interface ThreadName {
  readonly kind: ThreadKind;
  /** The id of the essay or chart. */
  readonly id: string;
}

/** Every comment of the site in one feed. */
export const allThreads = 'all';
export type Followed = ThreadName | typeof allThreads;

/** Of a feed. A reader fetches it again and again, so it holds what is new and not what there is. */
export const feedLimits = {
  /** Comments, the newest. */
  comments: 50,
  /** Of all of them as XML. */
  bytes: 256 * 1024,
  /** For which a fetched feed may be kept and shown before it is asked for again. */
  seconds: 300,
} as const;

/** The page that a thread stands on. */
export const threadPath = ({ kind, id }: ThreadName): string => `/${kind}s/${id}/`;

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

/** Where a feed can be followed, for as long as the site stands. The database answers there (feedSource). */
export const feedPath = (followed: Followed): string =>
  `${folder}${followed === allThreads ? '/' : threadPath(followed)}${file}`;

/** What the feed at an address follows, or `undefined` where there is none. @param path from the root, without query */
export function followedAt(path: string): Followed | undefined {
  if (path === feedPath(allThreads)) return allThreads;
  const thread = threadAt(path.slice(folder.length, -file.length));
  return thread !== undefined && feedPath(thread) === path ? thread : undefined;
}

/** Where the database is asked for a feed, and what it cannot know. */
export interface FeedPlace {
  /** The address of the Supabase project; '' when it shares the site’s origin. */
  readonly api: string;
  /** The publishable key. In the query, for whoever follows a redirect sends no header of ours. */
  readonly key: string;
  /** The origin of the site that the feed’s links lead to, such as https://nobutwhy.example. */
  readonly site: string;
}

/** The address of a feed in the database, which its address on the site redirects to. */
export function feedSource(followed: Followed, { api, key, site }: FeedPlace): string {
  const thread: Record<string, string> =
    followed === allThreads ? {} : { kind: followed.kind, thread: followed.id };
  return `${api}/rest/v1/rpc/comment_feed?${new URLSearchParams({ ...thread, site, apikey: key }).toString()}`;
}
