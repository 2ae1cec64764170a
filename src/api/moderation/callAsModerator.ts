import type { GenericSchema } from 'valibot';
import { ask } from '../callFunction.ts';
import type { Refused } from '../notDone.ts';
import { moderatorClient, refuseUnanswered } from './moderatorClient.ts';
import type { NotModerated } from './session.ts';

/** What a refusal means on the page of a moderator. */
export function asModerator(answer: Refused): NotModerated {
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
  refuseUnanswered(error);
  if (data.session === null) return { status: 'signed_out' };
  const asked = await ask(name, request, schema, signal, data.session.access_token);
  return 'answer' in asked ? asked.answer : asModerator(asked.refused);
}
