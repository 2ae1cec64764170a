import { randomBytes, randomUUID } from 'node:crypto';
import { call, type Answer, type Caller } from './call.ts';
import type { Database } from './database.ts';
import { proofFor } from './proof.ts';
import { hashOf, newCode } from './receipt.ts';
import { set } from './submission.ts';

/** A comment as it travels; a test may put anything into it. */
export interface SentComment {
  id: string;
  kind: string;
  thread: string;
  parent: string | null;
  role: string;
  text: string;
  receipt: string;
}

/** A whole valid comment, each call another person’s and in other words. */
export const commentOf = (changes: Readonly<Record<string, unknown>> = {}): SentComment => ({
  id: randomUUID(),
  kind: 'essay',
  thread: 'why',
  parent: null,
  role: 'job_seeker',
  text: `They said nothing at all, ${randomUUID()}.`,
  receipt: randomBytes(32).toString('hex'),
  ...changes,
});

/** A comment with the receipt code that belongs to it. */
export function withCommentCode(changes: Readonly<Record<string, unknown>> = {}) {
  const code = newCode();
  return { code, sent: commentOf({ receipt: hashOf(code), ...changes }) };
}

/** Makes proofs of work nearly free, without a minimum time, and rate limits out of reach, for tests of something else. */
export const openCommentDoors = (database: Database): Promise<void> =>
  set(database, {
    pow_cost: 1,
    pow_counters: 1,
    minimum_seconds: 0,
    challenge_limit: 1_000_000,
    comment_limit: 1_000_000,
    comment_usual: 1_000_000,
    report_usual: 1_000_000,
    comment_burst_limit: 1_000_000,
    comment_queue_limit: 1_000_000,
    comment_state_limit: 1_000_000,
    receipt_limit: 1_000_000,
    site_limit_factor: 3,
    report_limit: 1_000_000,
    reports_to_hide: 3,
    moderator_second_factor: 0,
  });

/** Sends a comment with a fresh proof. */
export const comment = async (database: Database, sent: unknown, caller: Caller = {}): Promise<Answer> =>
  call(
    database,
    'comment',
    { comment: sent, proof: await proofFor(database, caller, 'comment'), trap: '' },
    caller,
  );

/** Reports a comment with a fresh proof. */
export const report = async (
  database: Database,
  id: string,
  caller: Caller = {},
  reason = 'abusive',
): Promise<Answer> =>
  call(
    database,
    'report_comment',
    {
      report: { comment: id, reason },
      proof: await proofFor(database, caller, 'report'),
      trap: '',
    },
    caller,
  );

/** A thread as the world reads it. */
export interface ThreadPage {
  closed: boolean;
  counts: Record<string, number>;
  comments: {
    id: string;
    parent: string | null;
    role: string;
    text: string;
    sent_at: string;
    edited: boolean;
  }[];
  gone: { id: string; parent: string | null; state: string }[];
  next: string | null;
}

/** One page of a thread, read by a stranger. */
export async function readThread(
  database: Database,
  request: Readonly<Record<string, unknown>> = {},
  caller: Caller = {},
): Promise<ThreadPage> {
  const { status, body } = await call(
    database,
    'read_thread',
    { kind: 'essay', thread: 'why', ...request },
    caller,
  );
  if (status !== 200) throw new Error(`read_thread answered ${status}: ${JSON.stringify(body)}`);
  return body as ThreadPage;
}
