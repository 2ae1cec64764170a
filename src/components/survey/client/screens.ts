import type { Screen } from './readPage.ts';

interface Place {
  /** How many entries of the history this one lies behind that with which the survey was opened. */
  readonly depth: number;
  /** The screen this one was opened from, so that Back on the page can be the browser’s Back. */
  readonly from: string | undefined;
}

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

type Screens = readonly [Screen, ...Screen[]];

const lastOf = (all: Screens): Screen => all[all.length - 1] ?? all[0];

/** Which screen comes before and after another on the present route. */
function order(all: Screens, { isOnRoute, isReviewing, isNew }: Hooks) {
  const after = (screen: Screen): readonly Screen[] => all.slice(all.indexOf(screen) + 1).filter(isOnRoute);
  return {
    after,
    before: (screen: Screen): Screen | undefined =>
      all.slice(0, all.indexOf(screen)).reverse().find(isOnRoute),
    following: (screen: Screen): Screen | undefined => {
      const [next] = after(screen);
      // Of a question that is changed, every row is gone through.
      if (!isReviewing() || next?.element === screen.element) return next;
      return after(screen).find(isNew) ?? lastOf(all);
    },
    /** A row that is a screen on a phone may be part of one here. */
    named: (id: string): Screen | undefined =>
      all.find((screen) => screen.id === id) ??
      all.find(({ fields }) => fields.some((field) => field.id === id)),
  };
}

function showHeading(screen: Screen, heading: HTMLElement): void {
  if (heading === screen.heading) scrollTo({ top: 0, behavior: 'instant' });
  else heading.scrollIntoView({ behavior: 'instant' });
  heading.focus({ preventScroll: true });
}

const placeNow = (): Place | null => history.state as Place | null;

/** The screen that was opened before this one, by the browser’s memory. */
const cameFrom = (): string | undefined => placeNow()?.from;

export const depthNow = (): number => placeNow()?.depth ?? 0;

/** Shows one screen and hides the others. */
function shownAlone(all: Screens, { opened }: Hooks) {
  let now: Screen = all[0];
  function show(screen: Screen): void {
    now = screen;
    for (const other of all) other.element.hidden = other.element !== screen.element;
    opened(screen);
  }
  return { now: () => now, show };
}

/** One screen at a time, each with an address of its own, so that the browser’s Back and Forward step through them. */
export function screens(all: Screens, hooks: Hooks) {
  const [first] = all;
  const { after, before, following, named } = order(all, hooks);
  const { now, show } = shownAlone(all, hooks);
  /** Where a kept draft was left, while the start has to be passed first: its text is another one. */
  let left: Screen | undefined;

  function open(screen: Screen, heading = screen.heading): void {
    show(screen);
    showHeading(screen, heading);
  }

  function push(screen: Screen, heading?: HTMLElement): void {
    try {
      history.pushState({ depth: depthNow() + 1, from: now().id } satisfies Place, '', `#${screen.id}`);
    } catch {
      // Safari refuses more than 100 in 30 seconds: then Back goes by the route (https://bugs.webkit.org/show_bug.cgi?id=156115).
    }
    open(screen, heading);
  }

  function go(screen: Screen, heading?: HTMLElement): void {
    left = undefined;
    hooks.leave(now());
    push(screen, heading);
  }

  addEventListener('popstate', () => {
    const id = location.hash.slice(1);
    const screen = id === '' ? first : named(id);
    // Any other address is a link inside the screen, such as the one to the start of the text.
    if (screen === undefined || screen === now() || !hooks.isShown()) return;
    hooks.leave(now());
    open(hooks.isOnRoute(screen) ? screen : (after(screen)[0] ?? first));
  });

  /** Opens the first screen, or the one where a kept draft was left. An address alone has no answers to go with it. */
  function start(id: string): void {
    const screen = named(id);
    if (screen === undefined || screen === first || !hooks.isOnRoute(screen)) {
      history.replaceState(null, '', location.pathname + location.search);
      show(first);
      left = screen;
      return;
    }
    // A page that was loaded again still knows where its screen was opened from.
    if (location.hash !== `#${id}`) history.replaceState(null, '', `#${id}`);
    open(screen);
  }

  function forward(): void {
    // Leaving may take answers off the route, and with them screens.
    hooks.leave(now());
    const next = left !== undefined && left !== first && hooks.isOnRoute(left) ? left : following(now());
    left = undefined;
    if (next !== undefined) push(next);
  }

  function back(): void {
    const previous = before(now());
    if (previous === undefined) return;
    if ([previous.id, lastOf(all).id].includes(cameFrom() ?? '')) history.back();
    else go(previous);
  }

  return { now, following: () => following(now()), start, go, forward, back };
}
