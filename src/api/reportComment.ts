import { callFunction } from './callFunction.ts';
import { notDone, statusOf, type NotDone } from './receiptAnswer.ts';
import type { Seal } from './sealed.ts';
import type { ReportReason } from '../thread/reportReason.ts';

/** What a reader says about a comment. */
export interface CommentReport {
  /** The id of the comment. */
  readonly comment: string;
  readonly reason: ReportReason;
}

/** Reports a comment. Whether such a comment is shown is not said: `done` either way. */
export async function reportComment(
  report: CommentReport,
  { proof, trap }: Seal,
  signal: AbortSignal,
): Promise<{ readonly status: 'done' } | NotDone> {
  const { body, status } = await callFunction('report_comment', { report, proof, trap }, signal);
  return statusOf(body) === 'reported' ? { status: 'done' } : notDone(body, status);
}
