import { solve, type Challenge } from './proof.ts';

interface Server {
  readonly url: string;
  readonly publishableKey: string;
}

/** Milliseconds. A guard against hanging; a test that overloads the server takes a longer one. */
const usualPatience = 15_000;

/** Calls a function of the API as a browser does. `request` may be text that is no JSON. */
export const callOverHttp = (
  server: Server,
  name: string,
  request: unknown,
  patience = usualPatience,
): Promise<Response> =>
  fetch(new URL(`/rest/v1/rpc/${name}`, server.url), {
    method: 'POST',
    headers: { apikey: server.publishableKey, 'content-type': 'application/json' },
    body: typeof request === 'string' ? request : JSON.stringify({ request }),
    signal: AbortSignal.timeout(patience),
  });

/**
 * Sends a submission with a fresh proof of work.
 * @throws when the server goes away meanwhile, or gives no challenge
 */
export async function sendOverHttp(
  server: Server,
  submission: unknown,
  patience = usualPatience,
): Promise<Response> {
  const challenge = await callOverHttp(server, 'challenge', { purpose: 'response' }, patience);
  if (!challenge.ok) throw new Error(`There is no challenge: ${await challenge.text()}`);
  const proof = solve((await challenge.json()) as Challenge);
  return await callOverHttp(server, 'submit_response', { submission, proof, trap: '' }, patience);
}
