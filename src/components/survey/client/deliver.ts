import * as z from 'zod/mini';
import type { AntiSpam } from '../../../api/askChallenge.ts';
import { submitResponse } from '../../../api/submitResponse.ts';
import type { Outcome } from '../../../api/outcome.ts';
import { questionnaire } from '../../../survey/questionnaire.ts';
import { submissionSchema, type Submission } from '../../../survey/submission.ts';

// Zod would probe whether it may compile code, which the page's policy refuses and the browser reports as an error.
z.config({ jitless: true });

/** Checks a submission as the server will, then sends it. Loaded when a person sends, and not before. */
export async function deliver(
  submission: Submission,
  antiSpam: AntiSpam,
  signal: AbortSignal,
): Promise<Outcome> {
  const checked = submissionSchema(questionnaire, submission.side).safeParse(submission);
  const [issue] = checked.error?.issues ?? [];
  if (issue === undefined) return submitResponse(submission, antiSpam, signal);
  const variable = issue.path[0] === 'answers' ? issue.path[1] : undefined;
  const refused = { status: 'refused', code: 'not_valid', sentence: issue.message } as const;
  return typeof variable === 'string' ? { ...refused, variable } : refused;
}
