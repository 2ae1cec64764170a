import * as z from 'zod/mini';
import { submitResponse, type Outcome } from '../../../submitResponse.ts';
import { questionnaire } from '../../../survey/questionnaire.ts';
import { submissionSchema, type Submission } from '../../../survey/submission.ts';

// Zod would probe whether it may compile code, which the page's policy refuses and the browser reports as an error.
z.config({ jitless: true });

/** What became of one try; `variable` where one answer is the reason. */
export type Delivery = Outcome & { readonly variable?: string };

/** Checks a submission as the server will, then sends it. Loaded when a person sends, and not before. */
export async function deliver(submission: Submission, signal: AbortSignal): Promise<Delivery> {
  const checked = submissionSchema(questionnaire, submission.side).safeParse(submission);
  const [issue] = checked.error?.issues ?? [];
  if (issue === undefined) return submitResponse(submission, signal);
  const variable = issue.path[0] === 'answers' ? issue.path[1] : undefined;
  const refused = { status: 'refused', sentence: issue.message } as const;
  return typeof variable === 'string' ? { ...refused, variable } : refused;
}
