import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { consentVersion } from '../../../src/survey/consent.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { makeReceiptCode, receiptBytes } from '../../../src/receipt/receiptCode.ts';
import type { Chosen } from '../survey/surveyPage.ts';

/** A receipt code that no response has. */
export const unusedCode = (): string => makeReceiptCode(randomBytes(receiptBytes));

/** Puts a response into a running server’s database by the door for made-up respondents, and returns its code. */
export async function storeResponse(
  server: { readonly url: string; readonly secretKey: string },
  side: SideId,
  answers: Chosen,
): Promise<string> {
  const code = unusedCode();
  const submission = {
    id: randomUUID(),
    side,
    instrument: questionnaire.version,
    consent: consentVersion,
    months: 36,
    receipt: createHash('sha256').update(code).digest('hex'),
    answers,
    seconds: 240,
    channel: 'direct',
  };
  const response = await fetch(new URL('/rest/v1/rpc/load_sample', server.url), {
    method: 'POST',
    headers: { apikey: server.secretKey, 'content-type': 'application/json' },
    body: JSON.stringify({ request: { submissions: [submission] } }),
  });
  if (!response.ok) throw new Error(`The response was not stored: ${await response.text()}`);
  return code;
}
