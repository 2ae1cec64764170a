import type { QueueCounts } from '../../api/moderation/readQueue.ts';
import { readWithinDays } from '../../thread/reading.ts';
import { waitInWords } from './waitInWords.ts';

/** What waits, as the heading of the page and the sentence under it. @param now milliseconds */
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
