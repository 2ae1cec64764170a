import type { Sent } from './showComparison.ts';

/** Loads the comparison only once the answers have been sent: most visits end before. */
const section = document.querySelector<HTMLElement>('[data-compare]');

async function show(sent: Sent): Promise<void> {
  if (!section) return;
  section.hidden = false;
  section.dataset.compare = 'waiting';
  const again = section.querySelector<HTMLElement>('[data-compare-again]');
  if (again) again.onclick = () => void show(sent);
  const loaded = await import('./showComparison.ts').catch(() => undefined);
  section.dataset.compare = (await loaded?.showComparison(section, sent)) ?? 'failed';
}

section
  ?.closest('[data-survey]')
  ?.addEventListener('survey:sent', (event) => void show((event as CustomEvent<Sent>).detail));
