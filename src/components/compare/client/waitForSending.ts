import type { Sent } from './showComparison.ts';

/** Loads the comparison once the answers have been sent, and not before: until then it would be weight for nothing. */
const section = document.querySelector<HTMLElement>('[data-compare]');
const survey = section?.closest<HTMLElement>('[data-survey]');

/** After this long a person wonders; before it a notice would only flicker. */
const patience = 1000;

async function show(sent: Sent): Promise<void> {
  const said = section?.querySelector('[data-compare-said]');
  const again = section?.querySelector<HTMLElement>('[data-compare-again]');
  if (!section || !said || !again) return;
  section.hidden = false;
  again.hidden = true;
  said.textContent = '';
  const slow = setTimeout(() => {
    said.textContent = 'Fetching the published figures …';
  }, patience);
  const loaded = await import('./showComparison.ts').catch(() => undefined);
  const words = await loaded?.showComparison(section, sent);
  clearTimeout(slow);
  said.textContent = words ?? 'The published figures did not load. Your answers have arrived all the same.';
  again.hidden = words !== undefined;
  again.onclick = () => void show(sent);
}

survey?.addEventListener('survey:sent', (event) => {
  void show((event as CustomEvent<Sent>).detail);
});
