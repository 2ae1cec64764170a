import { limits } from '../../../thread/limits.ts';
import type { OwnComment } from '../../../thread/own.ts';
import { rejections } from '../../../thread/rejection.ts';
import type { Sending } from '../../../browser/outbox.ts';
import { patience } from '../../../browser/inTime.ts';
import { inWords } from '../../../browser/inWords.ts';
import { causeInWords } from '../../../browser/causeInWords.ts';

/** What can be done with a comment of one’s own. */
export type OwnAct = 'hurry' | 'change' | 'alone' | 'remove' | 'forget';

interface Words {
  /** What became of it. */
  readonly note: string;
  readonly acts: readonly OwnAct[];
  /** Whether to show its receipt code, which is of use once the server may have the comment. */
  readonly hasCode: boolean;
}

/** What can be done after a refusal for which changing the text does not help. */
const afterRefusal: Readonly<Record<string, readonly OwnAct[]>> = {
  parent_gone: ['alone', 'change', 'forget'],
  closed: ['forget'],
};

const why = (reason: string | null): string =>
  rejections.find(({ code }) => code === reason)?.sentence ?? 'The moderator gave no reason.';

/** Of a comment that was taken back and has no place in the box yet. */
export const takenWords =
  'Taken back, and not sent. Something else was begun in the box where you wrote it: send or clear that, then press “Change it”.';

/** What whoever waits for a proof of work is told. */
export const solvingWords = ({ why, seconds }: Extract<Sending, { is: 'solving' }>): string =>
  `Being sent. Your browser is still at the calculation that keeps robots out. ${why.sentence}It ends in ${inWords(seconds)} at the latest`;

const waits = (sending: Sending, isKept: boolean): string => {
  if (sending.is === 'sending')
    return `Being sent. First your browser makes a calculation, which keeps robots out. What has not answered after ${inWords(patience / 1000)} is given up and tried again by ourselves.`;
  if (sending.is === 'solving')
    return `${solvingWords(sending)}; if it has not come out by then, we try again by ourselves${isKept ? ', and so when you leave this page and come back' : ''}.`;
  if (sending.is === 'broken') return `Not sent. ${causeInWords(sending.cause)}`;
  const { why, seconds } = sending;
  if ('cause' in why && why.cause === 'offline')
    return 'Not sent yet: you are offline. It goes out by itself as soon as the network is back.';
  const said = 'sentence' in why ? why.sentence : causeInWords(why.cause);
  return `Not sent yet. ${said} We try again by ourselves, in ${inWords(seconds)} at the latest.`;
};

/**
 * What the author of a comment reads above it, and what they can do.
 * @param sending what the outbox is doing with it; nothing before its turn
 * @param now in milliseconds since 1970
 * @param isKept whether this device keeps it for the next visit
 */
export function ownWords(
  { standing }: OwnComment,
  sending: Sending | undefined,
  now: number,
  isKept: boolean,
): Words {
  switch (standing.is) {
    case 'outgoing':
      if (sending === undefined)
        return {
          note: 'Not sent yet: those before it go first.',
          acts: ['remove'],
          hasCode: false,
        };
      return {
        note: waits(sending, isKept),
        acts: sending.is === 'sending' ? [] : sending.is === 'solving' ? ['remove'] : ['hurry', 'remove'],
        hasCode: standing.tried,
      };
    case 'refused':
      return {
        note: `Not accepted. ${standing.sentence}`,
        acts: afterRefusal[standing.code] ?? ['change', 'forget'],
        hasCode: false,
      };
    case 'taken':
      return { note: takenWords, acts: ['change', 'forget'], hasCode: false };
    case 'unknown':
      return {
        note: `We do not have this comment any more: it was removed, or waited ${limits.waitingDays} days without being read.`,
        acts: ['forget'],
        hasCode: false,
      };
    case 'kept': {
      const change: readonly OwnAct[] = now < standing.editableUntil ? ['change'] : [];
      const acts: readonly OwnAct[] = [...change, 'remove', 'forget'];
      const notes: Readonly<Record<typeof standing.state, string>> = {
        waiting: 'Waiting to be read. Until then only you see this, on this device.',
        approved: 'Everybody can read this comment.',
        rejected: `Not published. ${why(standing.reason)}`,
        removed: 'You removed this.',
        hidden: 'Out of sight for now, until a moderator has looked at it again.',
      };
      return { note: notes[standing.state], acts, hasCode: true };
    }
  }
}
