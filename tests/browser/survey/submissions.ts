import type { Page } from 'playwright-core';
import type { Submission } from '../../../src/survey/submission.ts';

/** Every submission that the page sends from now on. */
export function submissions(page: Page): Submission[] {
  const sent: Submission[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/rpc/submit_response'))
      sent.push((request.postDataJSON() as { request: { submission: Submission } }).request.submission);
  });
  return sent;
}
