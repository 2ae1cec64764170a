// One file with all its imports, as the discussion is built (components/thread/client/near.ts).
import address from './search.ts?worker&url';

/**
 * Opens the search at its first use: nothing of it is fetched for those who only read the list. An address that holds a
 * query is a use.
 */
const place = document.querySelector<HTMLElement>('[data-search]');
const field = place?.querySelector('input');

let tries = 0;

async function open(search: HTMLElement): Promise<void> {
  search.dataset.search = 'waiting';
  try {
    // A browser may cache a failed import for ever, so each retry has another address (browser/onDemand.ts).
    await import(/* @vite-ignore */ [address, tries].join('#'));
  } catch (error) {
    tries += 1;
    // Browsers call what did not come a module; what fails in it is a mistake of ours.
    const isNotLoaded = String(error).includes('module');
    search.dataset.search = isNotLoaded ? 'failed' : 'broken';
    const again = search.querySelector<HTMLElement>('[data-again]');
    if (again)
      again.onclick = () => {
        field?.focus();
        void open(search);
      };
    if (!isNotLoaded) throw error;
  }
}

if (place && field) {
  const query = new URLSearchParams(location.search).get('q');
  if (query) {
    field.value = query;
    void open(place);
  } else if (document.activeElement === field) void open(place);
  else field.addEventListener('focus', () => void open(place), { once: true });
}
