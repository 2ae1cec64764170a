/** What a moderator can do: with a comment, and with a whole thread. */
export const commentActions = ['approve', 'sign', 'reject', 'hide', 'restore', 'undo'] as const;
export const threadActions = ['close', 'reopen'] as const;

/** The lists of the queue. */
export const queues = ['waiting', 'reported', 'approved', 'rejected', 'hidden'] as const;

export type CommentAction = (typeof commentActions)[number];
export type ThreadAction = (typeof threadActions)[number];
export type Queue = (typeof queues)[number];

/** Within how many days comments are usually read, as readers and moderators are told. */
export const readWithinDays = 2;
