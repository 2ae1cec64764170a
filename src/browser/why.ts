import type { Refused } from '../api/notDone.ts';
import type { Failed } from './cause.ts';
import { causeInWords } from './causeInWords.ts';

/** Why something was not done: in the words of the server where it said no, else in ours. */
export const why = (answer: Pick<Refused, 'status' | 'sentence'> | Failed): string =>
  answer.status === 'refused' ? answer.sentence : causeInWords(answer.cause);
