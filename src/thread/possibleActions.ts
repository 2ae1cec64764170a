import type { CommentAction } from './moderation.ts';
import type { CommentState } from './state.ts';

interface Change {
  readonly from: readonly CommentState[];
  readonly to: CommentState;
}

/**
 * Which state an action leads to, and from which: private.state_after of the database. A test holds the two together
 * (tests/database/moderation.test.ts). Undoing goes back to the state before.
 */
export const changes: Readonly<Record<Exclude<CommentAction, 'undo'>, Change>> = {
  approve: { from: ['pending', 'approved', 'hidden_by_reports'], to: 'approved' },
  sign: { from: ['pending'], to: 'approved' },
  restore: { from: ['rejected', 'hidden_by_reports', 'hidden_by_moderator'], to: 'approved' },
  reject: { from: ['pending', 'approved', 'hidden_by_reports', 'hidden_by_moderator'], to: 'rejected' },
  hide: { from: ['approved', 'hidden_by_reports'], to: 'hidden_by_moderator' },
};

/**
 * What a moderator is offered for a comment, one button for each result: what can be approved is not also restored, what
 * is shown can be approved only if it was reported, and deleted text cannot come back.
 */
export function possibleActions(comment: {
  readonly state: CommentState;
  readonly text: string | null;
  readonly isReported: boolean;
}): readonly Exclude<CommentAction, 'undo'>[] {
  const { state, text, isReported } = comment;
  if (text === null) return [];
  const approves = changes.approve.from.includes(state) && (state !== 'approved' || isReported);
  return [
    ...(approves ? (['approve'] as const) : []),
    ...(!approves && changes.restore.from.includes(state) ? (['restore'] as const) : []),
    ...(['sign', 'reject', 'hide'] as const).filter((action) => changes[action].from.includes(state)),
  ];
}
