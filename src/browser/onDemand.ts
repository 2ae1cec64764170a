import { NoReply } from '../api/notDone.ts';
import { inTime, TooLong } from './inTime.ts';
import { isReachable } from './reachable.ts';

const wasReloaded = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');

/**
 * Imports a module so that a failure can be retried. Browsers used to remember for the life of a page that a module
 * could not be fetched, and many still do (https://github.com/whatwg/html/pull/10327). So a retry asks for the same
 * address with another fragment, which counts as another module. Chromium and Firefox name the address in the error;
 * elsewhere the same import is tried again.
 */
function retriable<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let address: string | undefined;
  let tries = 0;
  return async () => {
    try {
      if (address === undefined) return await load();
      tries += 1;
      return (await import(/* @vite-ignore */ `${address}#${tries}`)) as Module;
    } catch (error) {
      address ??= /https?:\/\/[^\s#]+/.exec(String(error))?.[0];
      throw error;
    }
  };
}

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
