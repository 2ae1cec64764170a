import type { QueueCounts } from '../../api/moderation/readQueue.ts';
import { readWithinDays, type Queue } from '../../thread/moderation.ts';
import { waitInWords } from './waitInWords.ts';

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

/** How many comments wait, as the heading of the page and the sentence under it. @param now milliseconds */
export function headline(
  counts: Pick<QueueCounts, 'waiting' | 'oldest_waiting'>,
  now: number,
): { readonly title: string; readonly deck: string } {
  const { waiting, oldest_waiting: oldest } = counts;
  if (waiting === 0 || oldest === null)
    return { title: 'No comment is waiting', deck: 'Everything that was sent has been read.' };
  return {
    title: waiting === 1 ? 'One comment is waiting' : `${waiting} comments are waiting`,
    deck: `${waiting === 1 ? 'It' : 'The oldest'} has waited ${waitInWords(oldest, now)}. Readers are told: usually within ${readWithinDays} days.`,
  };
}
