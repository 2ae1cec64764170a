// `?worker&url` makes Vite build this page script with its imports in files of their own. Built together with the other
// pages, it would share chunks with the survey, whose first view has 12 kB for scripts, and each essay would load Vite’s
// preload helper (0.8 kB) for a thread that most readers never reach.
import address from './open.ts?worker&url';
import { showFailure } from './showFailure.ts';

/** Fetches the script of the discussion when a reader scrolls near it, or at once when the address names a comment. */
const section = document.querySelector<HTMLElement>('[data-thread]');
if (section !== null) {
  let tries = 0;
  let isHere = false;

  const load = async (): Promise<void> => {
    observer.disconnect();
    if (isHere) return;
    showFailure(section, false);
    try {
      // A browser may cache a failed import for ever, so each retry has another address (browser/onDemand.ts).
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
