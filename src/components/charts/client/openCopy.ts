// One file with its imports, as openShare.ts loads what charts are shared with, but without its wait, because the end of an essay
// is far from what is read first. The lines are repeated: a file that both imported would be a request of every essay and chart.
import address from './copyText.ts?worker&url';

/** Fetches what copies a link when a reader is a screen away from it. Where it does not come, the links beside it need no script. */
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
