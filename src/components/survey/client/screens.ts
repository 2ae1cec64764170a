import type { Screen } from './readPage.ts';

interface Place {
  readonly screen: string;
  /** The screen this one was opened from, so that Back on the page can be the browser’s Back. */
  readonly from: string | undefined;
}

type Screens = readonly [Screen, ...Screen[]];

interface Hooks {
  isOnRoute: (screen: Screen) => boolean;
  /** Whether the questions are what is shown; while they are not, Back and Forward leave them alone. */
  isShown: () => boolean;
  /** Whether something is asked on a screen that the person was never shown. */
  isNew: (screen: Screen) => boolean;
  /** Whether the review was seen: from then on Next leads to what is new, else back to it. */
  isReviewing: () => boolean;
  /** Called before a screen is left, however that happens. */
  leave: (screen: Screen) => void;
  /** Called when a screen has opened. */
  opened: (screen: Screen) => void;
}

/** The one screen that is open. */
function openScreen(all: Screens, opened: Hooks['opened']) {
  let now: Screen = all[0];

  /** @param heading null to leave the focus where it is */
  function open(screen: Screen, heading: HTMLElement | null = screen.heading): void {
    now = screen;
    for (const other of all) other.element.hidden = other !== screen;
    opened(screen);
    if (heading === null) return;
    if (heading === screen.heading) scrollTo({ top: 0, behavior: 'instant' });
    else heading.scrollIntoView({ behavior: 'instant' });
    heading.focus({ preventScroll: true });
  }

  return {
    now: () => now,
    open,
    /** Opens a screen as one more step of the browser’s history. */
    go: (screen: Screen, heading?: HTMLElement): void => {
      const place: Place = { screen: screen.id, from: now.id };
      history.pushState(place, '', `#${screen.id}`);
      open(screen, heading);
    },
  };
}

/** One screen at a time, each with an address of its own, so that the browser’s Back and Forward step through them. */
export function screens(all: Screens, hooks: Hooks) {
  const [first] = all;
  const review = all.at(-1) ?? first;
  const { now, open, go } = openScreen(all, hooks.opened);

  const after = (screen: Screen): readonly Screen[] =>
    all.slice(all.indexOf(screen) + 1).filter(hooks.isOnRoute);
  const following = (): Screen | undefined =>
    hooks.isReviewing() ? (after(now()).find(hooks.isNew) ?? review) : after(now())[0];

  addEventListener('popstate', () => {
    const id = location.hash.slice(1);
    const screen = id === '' ? first : all.find((screen) => screen.id === id);
    // Any other address is a link inside the screen, such as the one to the start of the text.
    if (screen === undefined || screen === now() || !hooks.isShown()) return;
    hooks.leave(now());
    open(hooks.isOnRoute(screen) ? screen : (after(screen)[0] ?? first));
  });

  return {
    now,
    /** Where Next leads. */
    following,
    /**
     * Opens the first screen, or the one where a kept draft was left. An address that names another one has no
     * answers to go with it.
     */
    start: (id: string) => {
      const screen = all.find((screen) => screen.id === id);
      if (screen === undefined || screen === first || !hooks.isOnRoute(screen)) {
        history.replaceState(null, '', location.pathname + location.search);
        open(first, null);
        return;
      }
      // A page that was loaded again still knows where its screen was opened from.
      if (location.hash !== `#${id}`) history.replaceState(null, '', `#${id}`);
      open(screen);
    },
    /** Opens a screen, at one of its questions or at its top. */
    go: (screen: Screen, heading?: HTMLElement) => {
      hooks.leave(now());
      go(screen, heading);
    },
    forward: () => {
      hooks.leave(now());
      const next = following();
      if (next !== undefined) go(next);
    },
    back: () => {
      const previous = all.slice(0, all.indexOf(now())).findLast(hooks.isOnRoute);
      const place = history.state as Place | null;
      if (previous === undefined) return;
      if (place?.from === previous.id || place?.from === review.id) history.back();
      else {
        hooks.leave(now());
        go(previous);
      }
    },
  };
}
