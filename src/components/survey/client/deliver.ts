import * as z from 'zod/mini';
import { submitResponse, type ResponseRequest } from '../../../submitResponse.ts';
import type { Outcome } from '../../../survey/outbox.ts';
import { questionnaire } from '../../../survey/questionnaire.ts';
import { submissionSchema } from '../../../survey/submission.ts';

// Zod would probe whether it may compile code, which the page's policy refuses and the browser reports as an error.
z.config({ jitless: true });

/** Checks a submission as the server will, then sends it. Loaded when a person sends, and not before. */
export async function deliver(request: ResponseRequest, signal: AbortSignal): Promise<Outcome> {
  const { submission } = request;
  const checked = submissionSchema(questionnaire, submission.side).safeParse(submission);
  const [issue] = checked.error?.issues ?? [];
  if (issue === undefined) return submitResponse(request, signal);
  const variable = issue.path[0] === 'answers' ? issue.path[1] : undefined;
  const refused = { status: 'refused', code: 'not_valid', sentence: issue.message } as const;
  return typeof variable === 'string' ? { ...refused, variable } : refused;
}
