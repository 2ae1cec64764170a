import { createStore, promisifyRequest } from 'idb-keyval';
import { inTime } from './inTime.ts';

// Opens at its first use.
const unfinished = createStore('no-but-why', 'unfinished');

/** The name of a thing on this device: another site on the same host sees the same storage and locks, and must not send what was meant for this one. */
export const keyOf = (name: string): string => import.meta.env.BASE_URL + name;

/** Stands in localStorage for a deletion. */
const deleted = 'null';

/** Whether localStorage took it. */
function setPending(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function pending(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * One record on this device. A change is written to localStorage first, which takes it at once, then to IndexedDB, and
 * leaves localStorage when IndexedDB has it. So what localStorage holds is newer: IndexedDB was refused, took too long,
 * or the page went away. A browser may refuse either; nothing here throws.
 */
export function device<Kept>(name: string, store = unfinished) {
  const key = keyOf(name);

  async function change(text: string, inDatabase: (records: IDBObjectStore) => void): Promise<boolean> {
    const isPending = setPending(key, text);
    try {
      await inTime(
        store('readwrite', (records) => {
          inDatabase(records);
          return promisifyRequest(records.transaction);
        }),
      );
      // Not a later change that was made meanwhile.
      if (pending(key) === text) localStorage.removeItem(key);
      return true;
    } catch {
      return isPending;
    }
  }

  const clear = async (): Promise<void> => {
    await change(deleted, (records) => records.delete(key));
  };

  return {
    /** Everything found, the newest last; nothing once it was deleted. */
    read: async (): Promise<readonly unknown[]> => {
      const text = pending(key);
      if (text === deleted) {
        void clear();
        return [];
      }
      const found: unknown[] = [];
      try {
        const stored = await inTime(
          store('readonly', (records) => promisifyRequest<unknown>(records.get(key))),
        );
        if (stored !== undefined) found.push(stored);
      } catch {
        // Refused: what localStorage holds is all there is.
      }
      try {
        found.push(JSON.parse(text ?? ''));
      } catch {
        // Nothing is there, or nothing of ours.
      }
      return found;
    },
    /** Whether it is kept. */
    write: (kept: Kept): Promise<boolean> =>
      change(JSON.stringify(kept), (records) => records.put(kept, key)),
    /** The same at once, for a page that is about to go. */
    writeNow: (kept: Kept): boolean => setPending(key, JSON.stringify(kept)),
    clear,
  };
}

export type Device<Kept> = ReturnType<typeof device<Kept>>;
