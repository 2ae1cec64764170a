import * as v from 'valibot';
import { shownRoles } from './role.ts';
import { threadKinds } from './thread.ts';

const roleCodes = shownRoles.map(({ code }) => code);

const shownComment = v.object({
  id: v.string(),
  /** The comment it answers, or null. */
  parent: v.nullable(v.string()),
  role: v.picklist(roleCodes),
  /** Plain text with line feeds, clean by src/thread/text.ts. */
  text: v.string(),
  /** The hour in which it was sent, such as 2026-11-24T10:00Z. */
  sent_at: v.string(),
  /** Whether it was changed after it was sent. */
  edited: v.boolean(),
});
/** A comment as everybody may read it. */
export type ShownComment = Readonly<v.InferOutput<typeof shownComment>>;

const gonePlace = v.object({
  id: v.string(),
  parent: v.nullable(v.string()),
  state: v.picklist(['waiting', 'removed', 'hidden']),
});
/** The place of a comment that others answered and that is not shown any more. */
export type GonePlace = Readonly<v.InferOutput<typeof gonePlace>>;

/** One page of a thread, as `read_thread` returns it. */
export const threadPage = v.object({
  kind: v.picklist(threadKinds),
  thread: v.string(),
  closed: v.boolean(),
  /** Comments shown, by role, and those a moderator took away after they were; what is none is left out. */
  counts: v.record(v.picklist([...roleCodes, 'removed']), v.number()),
  /** By branch, and a reply always after what it answers. */
  comments: v.array(shownComment),
  /** What stood above these and is gone. */
  gone: v.array(gonePlace),
  /** Where the next page begins; null at the end. */
  next: v.nullable(v.string()),
});
export type ThreadPage = Readonly<v.InferOutput<typeof threadPage>>;

/** The two orders in which a thread can be read. */
export const threadOrders = ['newest', 'oldest'] as const;
export type ThreadOrder = (typeof threadOrders)[number];
