import type { CommentAction, ThreadAction } from '../../thread/moderation.ts';
import type { CommentState } from '../../thread/state.ts';

type Named = Exclude<CommentAction, 'undo'> | ThreadAction;

const buttons: Readonly<Record<Named, string>> = {
  approve: 'Approve',
  sign: 'Approve as ours',
  restore: 'Show again',
  reject: 'Reject …',
  hide: 'Hide',
  close: 'Close this thread',
  reopen: 'Open this thread again',
};

const done: Readonly<Record<Named, string>> = {
  approve: 'Approved.',
  sign: 'Approved, and marked as this site’s own.',
  restore: 'Shown again.',
  reject: 'Rejected.',
  hide: 'Hidden.',
  close: 'The thread is closed.',
  reopen: 'The thread is open again.',
};

const back: Readonly<Record<CommentState, string>> = {
  pending: 'Undone: it waits again.',
  approved: 'Undone: it is shown again.',
  rejected: 'Undone: it is rejected again.',
  removed_by_author: 'Undone.',
  hidden_by_reports: 'Undone: it is hidden by reports again.',
  hidden_by_moderator: 'Undone: it is hidden again.',
};

/** What a button says. A comment that is shown, or was until it was reported, is approved by letting it stand. */
export const buttonWords = (action: Named, state: CommentState): string =>
  action === 'approve' && state !== 'pending' ? 'Let it stand' : buttons[action];

/** What was done, once it is. */
export const doneWords = (action: Named): string => done[action];

/** What undoing led back to. */
export const undoneWords = (state: CommentState | null): string => (state === null ? 'Undone.' : back[state]);
