import type { Queue } from '../../thread/moderation.ts';
import type { Command } from './shortcuts.ts';

/** What can be decided about several comments at once, by the keys that decide about one. */
export const severalCommands = ['approve', 'reject', 'hide'] as const satisfies readonly Command[];
export type SeveralCommand = (typeof severalCommands)[number];
export const isForSeveral = (command: Command): command is SeveralCommand =>
  (severalCommands as readonly Command[]).includes(command);

/** What a decision is called. @param comments such as “12 comments” */
interface Words {
  /** On the button that does it. */
  readonly does: (comments: string) => string;
  /** What comes of it, said before it is done. */
  readonly means: string;
  readonly done: (comments: string) => string;
}

const approve: Words = {
  does: (comments) => `Approve ${comments}`,
  means: 'Readers will see what you approve.',
  done: (comments) => `Approved: ${comments}.`,
};
const letStand: Words = {
  does: (comments) => `Let ${comments} stand`,
  means: 'Readers will see what you let stand, and the reports about it are settled.',
  done: (comments) => `You let ${comments} stand.`,
};
const showAgain: Words = {
  does: (comments) => `Show ${comments} again`,
  means: 'Readers will see what you show again.',
  done: (comments) => `Shown again: ${comments}.`,
};
const reject: Words = {
  does: (comments) => `Reject ${comments}`,
  means: 'Readers will not see what you reject.',
  done: (comments) => `Rejected: ${comments}.`,
};
const hide: Words = {
  does: (comments) => `Hide ${comments}`,
  means: 'Readers will not see what you hide.',
  done: (comments) => `Hidden: ${comments}.`,
};

/** What approving means in a list, as on the button of one comment there. */
const approving: Readonly<Record<Queue, Words>> = {
  waiting: approve,
  reported: letStand,
  approved: letStand,
  rejected: showAgain,
  hidden: showAgain,
};

/** What is said of a decision about several comments of a list. */
export const severalWords = (command: SeveralCommand, list: Queue): Words =>
  ({ approve: approving[list], reject, hide })[command];

/** “one comment”, “12 comments” */
export const commentsWords = (n: number): string => (n === 1 ? 'one comment' : `${n} comments`);

/** What becomes of those that were chosen and cannot be decided so; nothing when there are none. */
export function stayWords(n: number): string {
  if (n === 0) return '';
  return n === 1
    ? ' One that you chose stays as it is: this cannot be done with it.'
    : ` ${n} that you chose stay as they are: this cannot be done with them.`;
}

/** Why an order was not carried out, said beside the comment that it is about. */
export const failureWords = {
  changed: 'Not done: this has changed since you read it.',
  unknown: 'Not done: this comment is not there any more.',
  conflict: 'Not done: its words are deleted, or there is nothing to undo.',
} as const;
export type Failure = keyof typeof failureWords;

/**
 * How many were not done; nothing when all were.
 * @param marked those in the list, where each says why
 * @param gone those that are in this list no more
 */
export function failedWords(marked: number, gone: number): string {
  const here = marked === 0 ? '' : `Not done: ${commentsWords(marked)}, marked in the list.`;
  const away = gone === 0 ? '' : `Not in this list any more: ${commentsWords(gone)}.`;
  return `${here} ${away}`.trim();
}
