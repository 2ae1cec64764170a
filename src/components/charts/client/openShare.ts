// One file with all its imports, as the discussion is built (components/thread/client/near.ts).
import address from './share.ts?worker&url';

/** Fetches what copies and shares when a reader is a screen away from it. Where it does not come, the links beside it need no script. */
const load = () => import(/* @vite-ignore */ address).catch(() => undefined);
const place = document.querySelector('[data-sharing]');
if (place && 'IntersectionObserver' in globalThis)
  new IntersectionObserver(
    (entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void load();
    },
    { rootMargin: '100%' },
  ).observe(place);
// Where a browser cannot tell how near a reader is, at once.
else if (place) void load();
