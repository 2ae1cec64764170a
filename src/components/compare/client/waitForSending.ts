import { onDemand } from '../../../browser/onDemand.ts';
import type { Sent } from './showComparison.ts';

/** Loads the comparison only once the answers have been sent: most visits end before. */
const load = onDemand(() => import('./showComparison.ts'));
const section = document.querySelector<HTMLElement>('[data-compare]');

async function show(sent: Sent): Promise<void> {
  if (!section) return;
  section.hidden = false;
  section.dataset.compare = 'waiting';
  const again = section.querySelector<HTMLElement>('[data-compare-again]');
  if (again) again.onclick = () => void show(sent);
  // Never by a reload: it would take the receipt and the answers off the page.
  const loaded = await load(false).catch((error: unknown) => {
    section.dataset.compare = 'broken';
    throw error;
  });
  section.dataset.compare = (await loaded?.showComparison(section, sent)) ?? 'failed';
}

section
  ?.closest('[data-survey]')
  ?.addEventListener('survey:sent', (event) => void show((event as CustomEvent<Sent>).detail));
