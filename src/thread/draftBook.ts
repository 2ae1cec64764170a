import type { Role } from './role.ts';

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
  /** Empty where one was deleted by a tab that was left before it could read what others had written. */
  readonly drafts: Readonly<Record<Place, CommentDraft>>;
  /** In the book of such a tab, which holds only what it had changed: the text that it had last found in each of these places. */
  readonly over?: Readonly<Record<Place, string>>;
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
