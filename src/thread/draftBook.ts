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

const isDraft = (value: unknown): boolean => {
  const { text, at } = (value ?? {}) as Partial<CommentDraft>;
  return typeof text === 'string' && typeof at === 'number';
};

/** Whether what was found on the device is a book that can be restored. */
export function isBook(value: unknown): value is DraftBook {
  const { format, at, drafts } = (value ?? {}) as Partial<DraftBook>;
  return (
    format === 1 &&
    typeof at === 'number' &&
    typeof drafts === 'object' &&
    (drafts as object | null) !== null &&
    Object.values(drafts).every(isDraft)
  );
}

/**
 * The drafts of the newest book among those found on the device, which is the last, without those that are empty or too old (30 days
 * after the last change, as in the survey). Words of somebody whose role we do not know are nobody’s in particular.
 */
export function draftsIn(found: readonly DraftBook[], now: number): Map<Place, CommentDraft> {
  const book = found[found.length - 1];
  const drafts = Object.entries(book?.drafts ?? {}).filter(
    ([, { text, at }]) => text.trim() !== '' && now < keptUntil(at),
  );
  const roleOf = ({ role }: CommentDraft): Role => (roles.some(({ code }) => code === role) ? role : 'none');
  return new Map(drafts.map(([place, draft]) => [place, { ...draft, role: roleOf(draft) }]));
}
