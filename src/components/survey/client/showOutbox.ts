import { keptUntil } from '../../../survey/draft.ts';
import { find } from '../../../browser/find.ts';
import { inDays } from '../../../browser/inDays.ts';
import { inWords } from '../../../browser/inWords.ts';
import { sayAnew } from '../../../browser/sayAnew.ts';
import type { Cause } from '../../../browser/cause.ts';
import type { Sending, Stopped } from '../../../browser/outbox.ts';
import { causeInWords } from '../../../browser/causeInWords.ts';

/** The answers are there; what shows the receipt is being loaded, or could not be; stuck where a reload may help. */
export type Arrived =
  { readonly is: 'loading' } | { readonly is: 'arrived' | 'stuck'; readonly cause: Cause };

function whyOf(state: Sending | Stopped | Arrived): string {
  const why = 'why' in state ? state.why : state;
  if ('sentence' in why) return why.sentence;
  return 'cause' in why ? causeInWords(why.cause) : '';
}

/** Says in words what the outbox is doing, and offers what can be done about it. The words stand in Outbox.astro. */
export function showOutbox(
  survey: HTMLElement,
  state: Sending | Stopped | Arrived,
  keptAt: number | null,
): void {
  const box = find(survey, '[data-outbox]');
  const isOffline = 'why' in state && 'cause' in state.why && state.why.cause === 'offline';
  const name = isOffline ? 'offline' : 'is' in state ? state.is : state.status;
  const { title = '', said = '', until = '', acts = '' } = find(box, `[data-state=${name}]`).dataset;
  const { safe = '', notKept = '' } = box.dataset;
  const fill = (words: string): string =>
    words
      // Functions, so that a dollar in a sentence is a dollar.
      .replace('{why}', () => whyOf(state))
      .replace('{wait}', 'seconds' in state ? inWords(state.seconds) : '')
      .replace('{safe}', keptAt === null ? notKept : safe.replace('{day}', inDays(keptUntil(keptAt))));
  sayAnew(find(box, 'h2'), title);
  sayAnew(find(box, '[data-outbox-said]'), fill(said));
  find(box, '[data-outbox-until]').textContent = fill(until);
  for (const act of ['hurry', 'change', 'reload', 'restart'])
    find(box, `[data-${act}]`).hidden = !acts.includes(act);
  box.classList.toggle('errors', name === 'refused' || name === 'broken');
  document.title = `${title} · ${survey.dataset.title ?? ''}`;
}
