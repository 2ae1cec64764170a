import * as z from 'zod/mini';
import { envelope as survey } from '../survey/submission.ts';
import { roles, type Role } from './role.ts';
import { cleanText, textProblem } from './text.ts';
import { threadId, threadKinds, type ThreadKind } from './thread.ts';

/** What a comment on its way must look like; PostgreSQL is given the same lines (database/rulesSql.ts). */
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

/** One comment on its way: made on the device, sent once under its own id, kept by PostgreSQL or refused whole. */
export interface NewComment {
  /** UUID made on the device; sending it twice keeps it once. */
  readonly id: string;
  readonly kind: ThreadKind;
  /** The id of the essay or chart. */
  readonly thread: string;
  /** The id of the comment it answers, or null. */
  readonly parent: string | null;
  readonly role: Role;
  /** As typed; what is kept is what `cleanText` makes of it. */
  readonly text: string;
  /** SHA-256 of the receipt code, 64 hexadecimal digits. */
  readonly receipt: string;
}

const uuid = new RegExp(envelope.id.pattern);
const roleCodes = roles.map(({ code }) => code);

/** The schema of a comment. Its issues carry the sentence that a person reads. */
export const newComment = z.strictObject(
  {
    id: z.string(envelope.id.message).check(z.regex(uuid, envelope.id.message)),
    kind: z.enum(threadKinds, threadId.message),
    thread: z
      .string(threadId.message)
      .check(
        z.regex(new RegExp(threadId.pattern), threadId.message),
        z.maxLength(threadId.maxLength, threadId.message),
      ),
    parent: z.nullable(z.string(envelope.parent.message).check(z.regex(uuid, envelope.parent.message))),
    role: z.enum(roleCodes, envelope.role.message),
    text: z.string(envelope.text.message).check((context) => {
      const problem = textProblem(cleanText(context.value));
      if (problem !== null) context.issues.push({ code: 'custom', message: problem, input: context.value });
    }),
    receipt: z
      .string(envelope.receipt.message)
      .check(z.regex(new RegExp(envelope.receipt.pattern), envelope.receipt.message)),
  },
  { error: envelope.notAnObject },
);
