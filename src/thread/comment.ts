import { envelope as survey } from '../survey/submission.ts';
import { roles, type Role } from './role.ts';
import type { ThreadKind } from './thread.ts';

/** What a comment must look like when it is sent: the sentences and patterns of PostgreSQL’s checks (database/rulesSql.ts). */
export const envelope = {
  keys: ['id', 'kind', 'thread', 'parent', 'role', 'text', 'receipt'],
  notAnObject:
    'A comment is one object with id, kind, thread, parent, role, text and receipt, and nothing else.',
  id: { pattern: survey.id.pattern, message: 'A comment needs an id of its own, a UUID in small letters.' },
  receipt: {
    pattern: survey.receipt.pattern,
    message: 'A comment needs the SHA-256 of its receipt code, 64 hexadecimal digits.',
  },
  parent: { message: 'A reply names the comment that it answers by its id; any other comment names null.' },
  role: { message: `A role is one of these: ${roles.map(({ code }) => code).join(', ')}.` },
  text: { message: 'A comment has a text.' },
} as const;

/** A comment as it is sent. Sending it is idempotent: it is stored once under its id, or refused as a whole. */
export interface NewComment {
  /** A UUID made on the device. */
  readonly id: string;
  readonly kind: ThreadKind;
  /** The id of the essay or chart. */
  readonly thread: string;
  /** The id of the comment it answers, or null. */
  readonly parent: string | null;
  readonly role: Role;
  /** As typed; the database stores what `cleanText` makes of it. */
  readonly text: string;
  /** SHA-256 of the receipt code, 64 hexadecimal digits. */
  readonly receipt: string;
}
