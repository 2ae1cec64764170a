// One file with all its imports, as the discussion is built (components/thread/client/near.ts).
import address from './explore.ts?worker&url';

/**
 * Opens the explorer when a reader comes near it: nothing of it is fetched for those who do not. Until then, and where
 * it does not load, its place holds links to the pages of the same figures.
 */
const explorer = document.querySelector<HTMLElement>('[data-explorer]');

/** How near: about the height of a screen, so that it is there when it comes into view. */
const NEAR = '100%';

let tries = 0;

async function open(place: HTMLElement): Promise<void> {
  place.dataset.explorer = 'waiting';
  try {
    // A browser may cache a failed import for ever, so each retry has another address (browser/onDemand.ts). Joined, because Vite would
    // wrap a template in a helper, and the script would need a file of its own.
    await import(/* @vite-ignore */ [address, tries].join('#'));
  } catch (error) {
    tries += 1;
    place.dataset.explorer = 'failed';
    const again = place.querySelector<HTMLElement>('[data-again]');
    if (again) again.onclick = () => void open(place);
    // Browsers call what did not come a module; what fails in it is not caught here.
    if (!String(error).includes('module')) throw error;
  }
}

if (explorer) {
  new IntersectionObserver(
    (entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void open(explorer);
    },
    { rootMargin: NEAR },
  ).observe(explorer);
  // An address that names a choice is about the explorer, also where its last part was lost on the way.
  if (location.search.includes('estimate=') && !location.hash) explorer.scrollIntoView();
}
