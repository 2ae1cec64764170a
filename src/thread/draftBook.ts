import { keptUntil } from '../survey/draft.ts';
import { roles, type Role } from './role.ts';

/** The draft of one comment, reply or change. */
export interface CommentDraft {
  readonly text: string;
  readonly role: Role;
  /** When it was last changed, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * Where something is being written: `top` for a comment that answers none, the id of the comment that is answered, or
 * `change ` and the id of the comment that is changed.
 */
export type Place = string;

/** All drafts in one thread, as they are stored on the device. */
export interface DraftBook {
  readonly format: 1;
  /** When it was last written, in milliseconds since 1970. */
  readonly at: number;
  readonly drafts: Readonly<Record<Place, CommentDraft>>;
}

const isBook = (value: unknown): value is DraftBook =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 1 &&
  'at' in value &&
  typeof value.at === 'number' &&
  'drafts' in value &&
  typeof value.drafts === 'object';

/**
 * The drafts of the newest book among those found on the device, without those that are empty or too old (30 days
 * after the last change, as in the survey).
 */
export function draftsIn(found: readonly unknown[], now: number): Map<Place, CommentDraft> {
  const [book] = found.filter(isBook).toSorted((a, b) => b.at - a.at);
  return new Map(
    Object.entries(book?.drafts ?? {}).filter(
      ([, { text, role, at }]) =>
        text.trim() !== '' && roles.some(({ code }) => code === role) && now < keptUntil(at),
    ),
  );
}
