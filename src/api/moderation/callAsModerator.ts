import type { GenericSchema } from 'valibot';
import { ask } from '../callFunction.ts';
import type { NotDone } from '../notDone.ts';
import { isAuthNoReply, moderatorClient } from './moderatorClient.ts';
import type { NotModerated } from './session.ts';

/** What a refusal means on the page of a moderator. */
export function asModerator(answer: NotDone): NotModerated {
  if (answer.status !== 'refused') return answer;
  const { code, sentence } = answer;
  switch (code) {
    case 'signed_out':
    case 'second_factor':
      return { status: code };
    case 'not_a_moderator':
      return { status: code, sentence };
    case 'changed':
    case 'unknown':
    case 'conflict':
      return { status: 'changed', sentence };
    default:
      return answer;
  }
}

/** Calls one of our functions in the session of a moderator, which is renewed here when it has run out. */
export async function callAsModerator<Answer>(
  name: string,
  request: unknown,
  schema: GenericSchema<unknown, Answer>,
  signal: AbortSignal,
): Promise<Answer | NotModerated> {
  const { data, error } = await moderatorClient().auth.getSession();
  if (data.session === null)
    return { status: error !== null && isAuthNoReply(error) ? 'no_reply' : 'signed_out' };
  const asked = await ask(name, request, schema, signal, data.session.access_token);
  return 'answer' in asked ? asked.answer : asModerator(asked.notDone);
}
