/**
 * The states of a comment. Only `approved` is shown to everybody; `seen` is what the author is told by receipt code.
 * What its author removed has no receipt code any more.
 */
export const commentStates = [
  { code: 'pending', seen: 'waiting' },
  { code: 'approved', seen: 'approved' },
  { code: 'rejected', seen: 'rejected' },
  { code: 'removed_by_author', seen: 'removed' },
  { code: 'hidden_by_reports', seen: 'hidden' },
  { code: 'hidden_by_moderator', seen: 'hidden' },
] as const;

export type CommentState = (typeof commentStates)[number]['code'];
export type SeenState = (typeof commentStates)[number]['seen'];
