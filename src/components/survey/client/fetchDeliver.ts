import type * as delivering from './deliver.ts';
import { retriable } from './retriable.ts';

const patience = 15_000;
const load = retriable(() => import('./deliver.ts'));
let failures = 0;

const isReachable = (): Promise<boolean> =>
  fetch(location.pathname, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(patience) }).then(
    () => true,
    () => false,
  );

/** After this page was loaded again already, it is given more chances before that is done once more. */
const wasLoadedAgain = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');

/**
 * Fetches the code that checks and sends; nothing when it cannot be had now. It consists of several modules, and a
 * browser may remember for ever that one of them did not come (retriable.ts). So it is asked for only while the server
 * can be reached; if one is missing all the same, be it lost on the way or replaced by a newer version, the page is
 * loaded again, which goes on sending.
 * @param isKept whether everything is on the device, so that loading again loses nothing
 */
export async function fetchDeliver(isKept: boolean): Promise<typeof delivering | undefined> {
  if (!(await isReachable())) return undefined;
  // Not at once when it failed: whoever loads a page again while the server is away sees the browser’s own error.
  if (isKept && failures > (wasLoadedAgain() ? 2 : 0)) {
    location.reload();
    return undefined;
  }
  try {
    return await load();
  } catch {
    failures += 1;
    return undefined;
  }
}
