import type { QueueCounts } from '../../../api/moderation/readQueue.ts';
import { queues, type Queue } from '../../../thread/moderation.ts';
import { find, findAll } from '../../../browser/find.ts';
import { headline } from '../headline.ts';
import { nameIn } from './parts.ts';

/** Shows how much there is: in the heading, in the title of the page and beside the name of each list. */
export function showCounts(part: HTMLElement, counts: QueueCounts): void {
  const { title, deck } = headline(counts, Date.now());
  find(part, '[data-title]').textContent = title;
  find(part, '[data-deck]').textContent = deck;
  nameIn(document, counts.waiting);
  for (const list of queues) find(part, `[data-list=${list}] [data-count]`).textContent = `${counts[list]}`;
}

/** Marks the list that is shown. */
export function showList(part: HTMLElement, list: Queue): void {
  for (const tab of findAll(part, '[data-list]'))
    if (tab.dataset.list === list) tab.setAttribute('aria-current', 'true');
    else tab.removeAttribute('aria-current');
}
