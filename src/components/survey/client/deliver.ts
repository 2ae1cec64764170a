import * as z from 'zod/mini';
import type { AntiSpam } from '../../../api/askChallenge.ts';
import { submitResponse } from '../../../api/submitResponse.ts';
import type { Outcome } from '../../../api/outcome.ts';
import { consentVersion } from '../../../survey/consent.ts';
import { questionnaire } from '../../../survey/questionnaire.ts';
import { submissionSchema, type Submission } from '../../../survey/submission.ts';

// Zod would probe whether it may compile code, which the page's policy refuses and the browser reports as an error.
z.config({ jitless: true });

/**
 * Checks a submission as the server will, then sends it. Loaded when a person sends, and not before. Answers that waited
 * here while the questions or the consent changed go as they are: the server has the rules of their version.
 */
export async function deliver(
  submission: Submission,
  antiSpam: AntiSpam,
  signal: AbortSignal,
): Promise<Outcome> {
  const issue =
    submission.instrument === questionnaire.version &&
    submission.consent === consentVersion &&
    submissionSchema(questionnaire, submission.side).safeParse(submission).error?.issues[0];
  if (!issue) return submitResponse(submission, antiSpam, signal);
  const [part, variable] = issue.path;
  return {
    status: 'refused',
    code: 'not_valid',
    sentence: issue.message,
    ...(part === 'answers' && typeof variable === 'string' && { variable }),
  };
}
