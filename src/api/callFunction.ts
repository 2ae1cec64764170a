import * as v from 'valibot';
import { defect, isLostConnection, type NotDone } from './notDone.ts';
import { supabaseAddress } from './supabaseAddress.ts';

// Valibot rather than the Zod of src/survey: pages with a thread load it with their first comments, and there it is
// 1.6 kB instead of 6 kB.

interface Reply {
  readonly httpStatus: number;
  readonly text: string;
}

/** A refusal of ours, raised or returned. Its code is in small letters; those of PostgREST and PostgreSQL have digits. */
const refusal = v.object({
  code: v.pipe(v.string(), v.regex(/^[a-z_]+$/)),
  message: v.string(),
  retry_after: v.optional(v.number()),
});

async function post(
  name: string,
  request: unknown,
  signal: AbortSignal,
  token: string | undefined,
): Promise<Reply | null> {
  const { url, key } = supabaseAddress();
  // Outside the try: an address or a request that cannot be written is a defect of ours and also throws a TypeError.
  const address = new URL(`/rest/v1/rpc/${name}`, url);
  const body = JSON.stringify({ request });
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        apikey: key,
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body,
      // A redirect could lead to another machine, and none of our addresses has one.
      redirect: 'error',
      signal,
    });
    return { httpStatus: answer.status, text: await answer.text() };
  } catch (error) {
    if (isLostConnection(error)) return null;
    throw error;
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

/** Whether a reply says that the server is failing or overloaded, in whatever words. */
const isFailing = (httpStatus: number): boolean =>
  httpStatus >= 500 || httpStatus === 429 || httpStatus === 408;

/** What `callFunction` returns, with what was asked for told apart from the rest. */
export async function ask<Answer>(
  name: string,
  request: unknown,
  schema: v.GenericSchema<unknown, Answer>,
  signal: AbortSignal,
  token?: string,
): Promise<{ readonly answer: Answer } | { readonly notDone: NotDone }> {
  const reply = await post(name, request, signal, token);
  if (reply === null) return { notDone: { status: 'no_reply' } };
  const body = parsed(reply.text);
  const answer = v.safeParse(schema, body);
  if (answer.success) return { answer: answer.output };
  return { notDone: whyNot(name, reply, body, token !== undefined) };
}

function whyNot(name: string, { httpStatus, text }: Reply, body: unknown, isSignedIn: boolean): NotDone {
  const refused = v.safeParse(refusal, body);
  if (refused.success && httpStatus < 500) {
    const { code, message: sentence, retry_after: seconds } = refused.output;
    return { status: 'refused', httpStatus, code, sentence, ...(seconds !== undefined && { seconds }) };
  }
  if (isFailing(httpStatus)) return { status: 'no_reply' };
  // Without our own words these are of the gateway or PostgreSQL, which did not take the token.
  if (isSignedIn && (httpStatus === 401 || httpStatus === 403))
    return { status: 'refused', httpStatus, code: 'signed_out', sentence: 'Your session has ended.' };
  return defect(
    new Error(`${name} answered ${httpStatus}, which this page cannot read: ${text.slice(0, 200)}`),
  );
}

/** Calls one of our functions and parses its answer. */
export async function callFunction<Answer>(
  name: string,
  request: unknown,
  schema: v.GenericSchema<unknown, Answer>,
  signal: AbortSignal,
): Promise<Answer | NotDone> {
  const asked = await ask(name, request, schema, signal);
  return 'answer' in asked ? asked.answer : asked.notDone;
}
