import { createStore, del, get, set } from 'idb-keyval';
import { inTime } from './inTime.ts';

/**
 * Where something unfinished lies on this device, such as one side’s survey: in IndexedDB, and in localStorage what was written as the page
 * went away, because only that is written at once. A browser may refuse either; nothing here throws.
 */
export function device<Kept>(key: string) {
  // Opens at its first use.
  const store = createStore('no-but-why', 'unfinished');

  function writeNow(kept: Kept): boolean {
    try {
      localStorage.setItem(key, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  return {
    /** Everything found, in no order. */
    read: async (): Promise<readonly unknown[]> => {
      const found: unknown[] = [];
      try {
        found.push(await inTime(get<unknown>(key, store)));
      } catch {
        // Refused: what localStorage holds is all there is.
      }
      try {
        found.push(JSON.parse(localStorage.getItem(key) ?? 'null'));
      } catch {
        // Refused, or not ours.
      }
      return found;
    },
    /** Whether it is kept. */
    write: async (kept: Kept): Promise<boolean> => {
      try {
        await inTime(set(key, kept, store));
        return true;
      } catch {
        return writeNow(kept);
      }
    },
    /** The same at once, for a page that is about to go. */
    writeNow,
    clear: async (): Promise<void> => {
      try {
        localStorage.removeItem(key);
      } catch {
        // Refused, so nothing is there.
      }
      try {
        await inTime(del(key, store));
      } catch {
        // Refused, so nothing is there.
      }
    },
  };
}

export type Device<Kept> = ReturnType<typeof device<Kept>>;
