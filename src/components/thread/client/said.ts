// As a worker for the reason that near.ts gives: no page loads the code that connects chunks for it.
import address from './latest.ts?worker&url';

/** Fetches what was said lately, and how much in each discussion, when a place for it comes into view. */
const places = document.querySelectorAll('[data-said]');
// Where it does not come, a list goes on saying what to do then, and where only counts are missing nothing that was promised is.
const load = () => import(/* @vite-ignore */ address).catch(() => undefined);
// Asked for again, a script that has come runs no second time.
const observer =
  'IntersectionObserver' in globalThis &&
  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) void load();
  });
for (const place of places)
  if (observer) observer.observe(place);
  else void load();
