import * as v from 'valibot';
import { Unreadable, type Refused } from './notDone.ts';
import { noReply, supabaseAddress } from './supabaseAddress.ts';

// Valibot rather than the Zod of src/survey: pages with a thread load it with their first comments, and there it is
// 1.6 kB instead of 6 kB.

interface Reply {
  readonly httpStatus: number;
  readonly text: string;
}

/** The code of a refusal of ours is in small letters; those of PostgREST and PostgreSQL have digits. */
const ours = /^[a-z_]+$/;

/** A refusal, raised or returned; `retry_after` may say in how many seconds to ask again. */
const refusal = v.looseObject({
  code: v.string(),
  message: v.string(),
});

/** @throws NoReply */
async function post(
  name: string,
  request: unknown,
  signal: AbortSignal,
  token: string | undefined,
): Promise<Reply> {
  const { url, key } = supabaseAddress();
  // Made before it is sent: one that cannot be written is a defect of ours, and no lost connection.
  const asked = new Request(new URL(`/rest/v1/rpc/${name}`, url), {
    method: 'POST',
    headers: {
      apikey: key,
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ request }),
    // A redirect could lead to another machine, and none of our addresses has one.
    redirect: 'error',
    signal,
  });
  try {
    const answer = await fetch(asked);
    return { httpStatus: answer.status, text: await answer.text() };
  } catch (error) {
    throw noReply(name, error);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, so it fits no schema.
    return undefined;
  }
}

/**
 * What `callFunction` returns, with what was asked for told apart from the rest.
 * @throws NoReply, or Unreadable
 */
export async function ask<Answer>(
  name: string,
  request: unknown,
  schema: v.GenericSchema<unknown, Answer>,
  signal: AbortSignal,
  token?: string,
): Promise<{ readonly answer: Answer } | { readonly refused: Refused }> {
  const reply = await post(name, request, signal, token);
  const body = parsed(reply.text);
  const answer = v.safeParse(schema, body);
  if (answer.success) return { answer: answer.output };
  return { refused: refusedIn(name, reply, body, token !== undefined) };
}

function refusedIn(name: string, { httpStatus, text }: Reply, body: unknown, isSignedIn: boolean): Refused {
  const refused = v.safeParse(refusal, body);
  if (refused.success && ours.test(refused.output.code) && httpStatus < 500) {
    const { code, message: sentence, retry_after: seconds } = refused.output;
    return { status: 'refused', httpStatus, code, sentence, ...(typeof seconds === 'number' && { seconds }) };
  }
  // Without our own words these are of the gateway or PostgreSQL, which did not take the token.
  if (isSignedIn && (httpStatus === 401 || httpStatus === 403))
    return { status: 'refused', httpStatus, code: 'signed_out', sentence: '' };
  throw new Unreadable(name, httpStatus, text);
}

/** Calls one of our functions and parses its answer. @throws NoReply, or Unreadable */
export async function callFunction<Answer>(
  name: string,
  request: unknown,
  schema: v.GenericSchema<unknown, Answer>,
  signal: AbortSignal,
): Promise<Answer | Refused> {
  const asked = await ask(name, request, schema, signal);
  return 'answer' in asked ? asked.answer : asked.refused;
}
