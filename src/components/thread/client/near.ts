// `?worker&url` makes Vite build this page script with its imports in files of their own. Built together with the other
// pages, it would share chunks with them, each of which is a request, and each essay would load Vite’s preload helper
// (0.8 kB) for a thread that most readers never reach.
import address from './open.ts?worker&url';
import { showFailure } from './showFailure.ts';

/** Fetches the script of the discussion when a reader scrolls near it, or at once when the address names a comment. */
const section = document.querySelector<HTMLElement>('[data-thread]');
if (section !== null) {
  let tries = 0;
  let isHere = false;

  const load = async (): Promise<void> => {
    if (isHere) return;
    showFailure(section, null);
    const fail = (): void => {
      tries += 1;
      showFailure(section, '');
    };
    // What comes after this runs all the same, once (open.ts), and takes the message back.
    const late = setTimeout(fail, Number(section.dataset.patience));
    try {
      // A browser may remember for ever that an import failed (browser/onDemand.ts), so each try has an address of its own, which is
      // also not the one that the code for writing imports; joined, because Vite would put a template into a file of its own.
      await import(/* @vite-ignore */ [address, tries].join('#'));
      isHere = true;
    } catch (error) {
      // What sorts causes is in what did not load. Browsers call that a module; what fails in it is not caught here.
      fail();
      if (!String(error).includes('module')) throw error;
    } finally {
      clearTimeout(late);
    }
  };
  const loadNamed = (): void => {
    if (location.hash.startsWith('#comment-')) void load();
  };
  if ('IntersectionObserver' in globalThis)
    new IntersectionObserver(
      (entries, observer) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void load();
      },
      { rootMargin: '400px' },
    ).observe(section);
  // Where a browser cannot tell how near a reader is, at once.
  else void load();
  loadNamed();
  addEventListener('hashchange', loadNamed);
  addEventListener('online', () => {
    if (tries > 0) void load();
  });
  section.querySelector('[data-retry]')?.addEventListener('click', () => void load());
}
