import type { Role } from './role.ts';
import type { SeenState } from './state.ts';
import type { ThreadKind } from './thread.ts';

/** A comment as everybody may read it. */
export interface ShownComment {
  readonly id: string;
  /** The comment it answers, or null. */
  readonly parent: string | null;
  readonly role: Role;
  /** Plain text with line feeds, clean by src/thread/text.ts. */
  readonly text: string;
  /** The hour in which it was sent, such as 2026-11-24T10:00Z. */
  readonly sent_at: string;
  /** Whether it was changed after it was sent. */
  readonly edited: boolean;
}

/** The place of a comment that others answered and that is not shown any more. */
export interface GonePlace {
  readonly id: string;
  readonly parent: string | null;
  readonly state: Exclude<SeenState, 'approved' | 'rejected'>;
}

/** One page of a thread, as `read_thread` returns it. */
export interface ThreadPage {
  readonly kind: ThreadKind;
  readonly thread: string;
  readonly closed: boolean;
  /** Comments shown, by role, and those a moderator took away after they were; what is none is left out. */
  readonly counts: Readonly<Partial<Record<Role | 'removed', number>>>;
  /** By branch, and a reply always after what it answers. */
  readonly comments: readonly ShownComment[];
  /** What stood above these and is gone. */
  readonly gone: readonly GonePlace[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/** The two orders in which a thread can be read. */
export const threadOrders = ['newest', 'oldest'] as const;
export type ThreadOrder = (typeof threadOrders)[number];
