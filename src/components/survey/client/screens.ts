import type { Screen } from './readPage.ts';

interface Place {
  readonly screen: string;
  /** The screen this one was opened from, so that Back on the page can be the browser’s Back. */
  readonly from: string | undefined;
}

/** One screen at a time, each with an address of its own, so that the browser’s Back and Forward step through them. */
export function screens(
  all: readonly Screen[],
  hooks: {
    isOnRoute: (screen: Screen) => boolean;
    /** Called before a screen is left, however that happens. */
    leave: (screen: Screen) => void;
    /** Called when a screen has opened. */
    opened: (screen: Screen) => void;
  },
) {
  const [first] = all;
  if (first === undefined) throw new Error('The survey page has no screens.');
  let now = first;

  function open(screen: Screen): void {
    now = screen;
    for (const other of all) other.element.hidden = other !== screen;
    hooks.opened(screen);
    scrollTo({ top: 0, behavior: 'instant' });
    screen.heading.focus({ preventScroll: true });
  }

  function go(screen: Screen): void {
    const place: Place = { screen: screen.id, from: now.id };
    history.pushState(place, '', `#${screen.id}`);
    open(screen);
  }

  /** The nearest screen of the route after, or before, another. */
  const beside = (screen: Screen, step: 1 | -1): Screen | undefined =>
    (step === 1 ? all.slice(all.indexOf(screen) + 1) : all.slice(0, all.indexOf(screen)).reverse()).find(
      hooks.isOnRoute,
    );

  addEventListener('popstate', () => {
    const id = location.hash.slice(1);
    const screen = id === '' ? first : all.find((screen) => screen.id === id);
    // Any other address is a link inside the screen, such as the one to the start of the text.
    if (screen === undefined || screen === now) return;
    hooks.leave(now);
    open(hooks.isOnRoute(screen) ? screen : (beside(screen, 1) ?? screen));
  });

  return {
    now: () => now,
    /** Opens the first screen; an address that names another one has no answers to go with it yet. */
    start: () => {
      history.replaceState(null, '', location.pathname + location.search);
      for (const { element } of all.slice(1)) element.hidden = true;
      hooks.opened(now);
    },
    go: (screen: Screen) => {
      hooks.leave(now);
      go(screen);
    },
    forward: () => {
      hooks.leave(now);
      const next = beside(now, 1);
      if (next !== undefined) go(next);
    },
    back: () => {
      const previous = beside(now, -1);
      const place = history.state as Place | null;
      if (previous === undefined) return;
      if (place?.from === previous.id) history.back();
      else {
        hooks.leave(now);
        go(previous);
      }
    },
  };
}
