import { NoReply } from '../api/notDone.ts';
import { inTime, TooLong } from './inTime.ts';
import { isReachable } from './reachable.ts';
import { retriable } from './retriable.ts';

const wasReloaded = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');

/**
 * Loads code when it is first needed. A retry with another fragment does not help where a module that this one imports is
 * missing, be it lost on the way or replaced by a newer version of the site. So the code is asked for only while the
 * server can be reached, and if it fails all the same, the page is reloaded, where the caller says that nothing is lost by
 * it.
 * @returns what loads it, which throws when it cannot be loaded now, without a message: cause.ts sorts that by its class
 */
export function onDemand<Module>(load: () => Promise<Module>): (mayReload: boolean) => Promise<Module> {
  const tryToLoad = retriable(load);
  let failures = 0;
  let loaded: Module | undefined;
  return async (mayReload) => {
    if (loaded !== undefined) return loaded;
    if (!(await isReachable())) throw new TooLong();
    // Not at the first failure: a reload while the server is away shows the browser’s own error. After one that did not
    // help, in minutes: where a blocker is the cause, the page would not hold still.
    if (mayReload && failures > (wasReloaded() ? 7 : 0)) {
      location.reload();
      throw new NoReply();
    }
    return (loaded = await inTime(tryToLoad).finally(() => {
      // Not before: another caller may ask while it is being loaded. Once it is there nothing counts any more.
      failures += 1;
    }));
  };
}
