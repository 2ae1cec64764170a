/**
 * Opens the explorer when a reader comes near it: nothing of it is fetched for those who do not. Until then, and where
 * it does not load, its place holds links to the pages of the same figures.
 */
const explorer = document.querySelector<HTMLElement>('[data-explorer]');

/** How near: about the height of a screen, so that it is there when it comes into view. */
const NEAR = '100%';

function open(place: HTMLElement): void {
  place.dataset.explorer = 'waiting';
  import('./explore.ts').then(
    ({ explore }) => {
      explore(place);
    },
    () => {
      place.dataset.explorer = 'failed';
      const again = place.querySelector<HTMLElement>('[data-again]');
      if (again)
        again.onclick = () => {
          open(place);
        };
    },
  );
}

if (explorer) {
  new IntersectionObserver(
    (entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      open(explorer);
    },
    { rootMargin: NEAR },
  ).observe(explorer);
  // An address that names a choice is about the explorer, also where its last part was lost on the way.
  if (/[?&]estimate=/.test(location.search) && location.hash === '') explorer.scrollIntoView();
}
