// No worker: this is how Vite builds a file with all that it needs in it. Built with the rest, the discussion would
// share pieces with the survey, whose first view would carry the seams (12 kB are its limit), and every essay would
// load Vite’s loader of pieces (0.8 kB) for a thread that most readers never reach.
import address from './open.ts?worker&url';
import { showFailure } from './showFailure.ts';

/** Fetches the discussion once a reader comes near it, or at once when the address names a comment of it. */
const section = document.querySelector<HTMLElement>('[data-thread]');
if (section !== null) {
  let tries = 0;
  let isHere = false;

  const load = async (): Promise<void> => {
    observer.disconnect();
    if (isHere) return;
    showFailure(section, false);
    try {
      // A browser may remember for ever that an address could not be fetched (browser/onDemand.ts).
      await import(/* @vite-ignore */ tries === 0 ? address : `${address}#${tries}`);
      isHere = true;
    } catch {
      tries += 1;
      showFailure(section, true);
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void load();
    },
    { rootMargin: '400px' },
  );
  const loadNamed = (): void => {
    if (location.hash.startsWith('#comment-')) void load();
  };
  observer.observe(section);
  loadNamed();
  addEventListener('hashchange', loadNamed);
  addEventListener('online', () => {
    if (tries > 0) void load();
  });
  section.querySelector('[data-retry]')?.addEventListener('click', () => void load());
}
