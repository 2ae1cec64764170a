// One file with all its imports, as the discussion is built (components/thread/client/near.ts).
import address from './share.ts?worker&url';

/** Fetches what copies and shares when a reader is a screen away from it. Where it does not come, the links beside it need no script. */
const load = () => import(/* @vite-ignore */ address).catch(() => undefined);
const place = document.querySelector('[data-sharing]');
if (place)
  // Not at once: until then the line is for what is read first.
  setTimeout(() => {
    // Where a browser cannot tell how near a reader is, without waiting for it.
    if (!('IntersectionObserver' in globalThis)) return void load();
    new IntersectionObserver(
      (entries, observer) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void load();
      },
      { rootMargin: '100%' },
    ).observe(place);
  }, 1000);
