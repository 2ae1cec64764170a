import { retriable } from './retriable.ts';

const patience = 15_000;

const isReachable = (): Promise<boolean> =>
  fetch(location.pathname, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(patience) }).then(
    () => true,
    () => false,
  );

/** After this page was loaded again already, it is given more chances before that is done once more. */
const wasLoadedAgain = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');

/**
 * Code that is fetched when it is needed; nothing when it cannot be had now. It may consist of several modules, and a
 * browser may remember for ever that one of them did not come (retriable.ts). So it is asked for only while the server
 * can be reached; if one is missing all the same, be it lost on the way or replaced by a newer version, the page is
 * loaded again, which goes on where it was.
 */
export function onDemand<Module>(
  load: () => Promise<Module>,
): (mayLoadAgain: boolean) => Promise<Module | undefined> {
  const fetchOnce = retriable(load);
  let failures = 0;
  let fetched: Module | undefined;
  return async (mayLoadAgain) => {
    if (fetched !== undefined) return fetched;
    if (!(await isReachable())) return undefined;
    // Not at once when it failed: whoever loads a page again while the server is away sees the browser’s own error.
    if (mayLoadAgain && failures > (wasLoadedAgain() ? 2 : 0)) {
      location.reload();
      return undefined;
    }
    try {
      fetched = await fetchOnce();
    } catch {
      failures += 1;
    }
    return fetched;
  };
}
