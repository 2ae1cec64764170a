import type { Queue } from '../../thread/moderation.ts';

/** What the lists of the queue are called, and what an empty one says. */
export const listWords: Readonly<Record<Queue, { readonly label: string; readonly empty: string }>> = {
  waiting: { label: 'Waiting', empty: 'Nothing is waiting to be read.' },
  reported: { label: 'Reported', empty: 'Nobody has reported anything that is still undecided.' },
  approved: { label: 'Approved', empty: 'No comment is shown anywhere.' },
  rejected: { label: 'Rejected', empty: 'No comment has been rejected.' },
  hidden: { label: 'Hidden', empty: 'No comment is hidden.' },
};

/** How many comments are on the page. */
export function pageWords(comments: number): string {
  if (comments === 0) return 'No comment on this page.';
  return comments === 1 ? 'One comment on this page.' : `${comments} comments on this page.`;
}
