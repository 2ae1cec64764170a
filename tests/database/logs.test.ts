import { afterAll, beforeAll, expect, test } from 'vitest';
import { startKillableServer } from '../browser/survey/killableServer.ts';
import { hashOf, newCode } from './harness/receipt.ts';
import { callOverHttp, sendOverHttp } from './harness/sendOverHttp.ts';
import { submissionOf } from './harness/submission.ts';

let server: Awaited<ReturnType<typeof startKillableServer>>;
beforeAll(async () => {
  server = await startKillableServer();
});
afterAll(() => server.close());

test('what is answered, taken or refused, corrected or withdrawn, never appears in a log (T15)', async () => {
  const marker = 'marker_of_an_answer';
  const code = newCode();
  const submission = submissionOf({ receipt: hashOf(code) });
  const answered = { s_outcome: 'silent', s_stage: 'int1' };
  const statuses: number[] = [];
  const send = async (answer: Promise<Response>): Promise<void> => {
    statuses.push((await answer).status);
  };

  await send(sendOverHttp(server, submission));
  await send(sendOverHttp(server, submission));
  // The same id with another receipt, and the same receipt with another id, meet the constraints of the table.
  await send(sendOverHttp(server, { ...submission, receipt: hashOf(newCode()) }));
  await send(sendOverHttp(server, submissionOf({ receipt: hashOf(code) })));
  for (const wrong of [
    submissionOf({ answers: { ...answered, s_outcome: marker } }),
    submissionOf({ answers: { ...answered, s_hours: marker } }),
    submissionOf({ answers: { ...answered, [marker]: 'yes' } }),
    submissionOf({ answers: marker }),
    submissionOf({ id: marker }),
    submissionOf({ receipt: marker }),
    submissionOf({ side: marker }),
    submissionOf({ channel: marker }),
    submissionOf({ seconds: marker }),
    submissionOf({ note: marker }),
    marker,
    [marker],
  ])
    await send(sendOverHttp(server, wrong));
  for (const request of [
    { submission: submissionOf(), proof: marker, trap: '' },
    { submission: submissionOf(), proof: { challenge: { parameters: { nonce: marker } } }, trap: '' },
    { submission: submissionOf(), proof: null, trap: marker },
    { marker },
    `{"request": {"submission": "${marker}`,
    `{"request": {"submission": {"id": "${marker}\\u0000"}}}`,
    `{"${marker}": 1}`,
    `[{"request": "${marker}"}]`,
  ])
    await send(callOverHttp(server, 'submit_response', request));
  for (const name of ['read_response', 'correct_response', 'withdraw_response'])
    for (const wrong of [marker, { code: marker }]) await send(callOverHttp(server, name, { code: wrong }));
  await send(callOverHttp(server, 'read_response', { code }));
  const { instrument } = submission;
  await send(callOverHttp(server, 'correct_response', { code, instrument, answers: { s_outcome: marker } }));
  await send(callOverHttp(server, 'correct_response', { code, instrument, answers: answered }));
  await send(callOverHttp(server, 'withdraw_response', { code }));
  await send(sendOverHttp(server, submission));
  await send(fetch(new URL(`/rest/v1/rpc/${marker}`, server.url), { method: 'POST' }));
  await send(fetch(new URL(`/survey/?${marker}`, server.url)));

  // All of it arrived somewhere: taken, refused and malformed requests, and one that comes too late.
  expect(statuses.slice(0, 2)).toEqual([200, 200]);
  expect(statuses.filter((status) => status >= 400).length).toBeGreaterThan(20);
  const printed = server.log();
  const secrets = [
    marker,
    submission.id,
    submission.receipt,
    code,
    code.slice(2, 12),
    'rejected_told',
    's_outcome',
  ];
  expect(secrets.filter((secret) => printed.includes(secret))).toEqual([]);
});
