import type { Sent } from './showComparison.ts';

/** Loads the comparison once the answers have been sent, and not before: until then it would be weight for nothing. */
const section = document.querySelector<HTMLElement>('[data-compare]');
const survey = section?.closest<HTMLElement>('[data-survey]');

/** After this long a person wonders; before it a notice would only flicker. */
const patience = 1000;

function show(sent: Sent): void {
  const said = section?.querySelector('[data-compare-said]');
  const again = section?.querySelector<HTMLElement>('[data-compare-again]');
  if (!section || !said || !again) return;
  section.hidden = false;
  again.hidden = true;
  said.textContent = '';
  const slow = setTimeout(() => {
    said.textContent = 'Fetching the published figures …';
  }, patience);
  import('./showComparison.ts')
    .then(({ showComparison }) => showComparison(section, sent))
    .then(
      (words) => (said.textContent = words),
      () => {
        said.textContent = 'The published figures did not load. Your answers have arrived all the same.';
        again.hidden = false;
        again.onclick = () => {
          show(sent);
        };
      },
    )
    .finally(() => {
      clearTimeout(slow);
    });
}

survey?.addEventListener('survey:sent', (event) => {
  show((event as CustomEvent<Sent>).detail);
});
