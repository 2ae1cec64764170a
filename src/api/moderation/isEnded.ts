import type { Ended, NotDone } from './notDone.ts';

/** Says whether somebody has to sign in before anything else can be done. */
export const isEnded = (answer: NotDone): answer is Ended =>
  answer.status === 'signed_out' || answer.status === 'second_factor' || answer.status === 'not_a_moderator';
