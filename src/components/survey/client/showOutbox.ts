import { keptUntil } from '../../../survey/draft.ts';
import { find } from '../../../browser/find.ts';
import { inDays } from '../../../browser/inDays.ts';
import { inWords } from '../../../browser/inWords.ts';
import type { Sending, Stopped } from '../../../browser/outbox.ts';

/** The answers are there; what shows the receipt could not be loaded yet. */
export interface Arrived {
  readonly is: 'arrived';
}

/** Says in words what the outbox is doing, and offers what can be done about it. The words stand in Outbox.astro. */
export function showOutbox(
  survey: HTMLElement,
  state: Sending | Stopped | Arrived,
  keptAt: number | null,
): void {
  const box = find(survey, '[data-outbox]');
  const isOffline = 'offline' in state && state.offline;
  const name = isOffline ? 'offline' : 'is' in state ? state.is : state.status;
  const { title = '', said = '', acts = '' } = find(box, `[data-state=${name}]`).dataset;
  const { safe = '', notKept = '', noReply = '' } = box.dataset;
  const words = said
    .replace('{sentence}', ('sentence' in state ? state.sentence : undefined) ?? noReply)
    .replace('{wait}', 'seconds' in state ? inWords(state.seconds) : '')
    .replace('{safe}', keptAt === null ? notKept : safe.replace('{day}', inDays(keptUntil(keptAt))));
  find(box, 'h2').textContent = title;
  find(box, '[data-outbox-said]').textContent = words;
  for (const act of ['hurry', 'change', 'restart']) find(box, `[data-${act}]`).hidden = !acts.includes(act);
  box.classList.toggle('errors', name === 'refused' || name === 'broken');
  document.title = `${title} · ${survey.dataset.title ?? ''}`;
}
