import { promisifyRequest } from 'idb-keyval';
import { inTime } from './inTime.ts';
import {
  deleted,
  isUnseen,
  keyOf,
  lookUp,
  pending,
  unfinished,
  unseen,
  untilRefused,
  type Found,
} from './lookUp.ts';

/** Whether localStorage took it; null takes it away. */
function setPending(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * One record on this device. A change is written to localStorage first, which takes it at once, then to IndexedDB, and
 * leaves localStorage when IndexedDB has it. So what localStorage holds is newer: IndexedDB was refused, took too long,
 * or the page went away. A browser may refuse either; nothing here throws. Where IndexedDB did not say what it holds, nothing
 * is written over that: what is written goes to localStorage, and who finds both the next time gets the older one as text.
 */
export function device<Kept>(name: string, isOurs: (found: unknown) => found is Kept, store = unfinished) {
  const key = keyOf(name);
  /** `unseen` while IndexedDB is left alone. */
  let mark = '';

  async function change(text: string, inDatabase: (records: IDBObjectStore) => void): Promise<boolean> {
    const isPending = setPending(key, mark + text);
    if (mark !== '') return isPending;
    try {
      await inTime(
        () =>
          store('readwrite', (records) => {
            inDatabase(records);
            return promisifyRequest(records.transaction);
          }),
        untilRefused,
      );
      // Not a later change that was made meanwhile.
      if (pending(key) === text) setPending(key, null);
      return true;
    } catch {
      return isPending;
    }
  }

  const clear = async (): Promise<void> => {
    if (mark === '') await change(deleted, (records) => records.delete(key));
    else setPending(key, null);
  };

  return {
    /** Everything found. */
    read: async (limit?: number): Promise<Found<Kept>> => {
      const text = pending(key);
      if (text === deleted) void clear();
      const found = await lookUp(name, isOurs, mark === '' ? store : null, limit);
      if (found.unread !== undefined && (text === null || isUnseen(text))) mark = unseen;
      return found;
    },
    /** Whether it is kept. */
    write: (kept: Kept): Promise<boolean> =>
      change(JSON.stringify(kept), (records) => records.put(kept, key)),
    /** The same at once, for a page that is about to go. */
    writeNow: (kept: Kept): boolean => setPending(key, mark + JSON.stringify(kept)),
    clear,
  };
}

export type Device<Kept> = ReturnType<typeof device<Kept>>;
