import * as v from 'valibot';
import { callFunction } from './callFunction.ts';
import type { AntiSpam } from './askChallenge.ts';
import type { Refused } from './notDone.ts';
import type { ReportReason } from '../thread/reportReason.ts';

/** What a reader says about a comment. */
export interface CommentReport {
  /** The id of the comment. */
  readonly comment: string;
  readonly reason: ReportReason;
}

const answer = v.object({ status: v.literal('reported') });

/** Reports a comment. The answer is the same whether or not such a comment is shown. */
export const reportComment = (
  report: CommentReport,
  { proof, trap }: AntiSpam,
  signal: AbortSignal,
): Promise<v.InferOutput<typeof answer> | Refused> =>
  callFunction('report_comment', { report, proof, trap }, answer, signal);
