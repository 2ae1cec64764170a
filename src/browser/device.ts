import { createStore, promisifyRequest } from 'idb-keyval';
import { inTime } from './inTime.ts';

/** Milliseconds after which a database that does not open counts as refused: some never say so. */
export const untilRefused = 2_000;

// Opens at its first use.
const unfinished = createStore('no-but-why', 'unfinished');

/** The name of a thing on this device: another site on the same host sees the same storage and locks, and must not send what was meant for this one. */
export const keyOf = (name: string): string => import.meta.env.BASE_URL + name;

/** What the record is called that holds what lay under a name and could not be read (setAside.ts). */
export const asideName = (name: string): string => `unreadable-${name}`;

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

/** What a text says as JSON; nothing where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What lies on the device under one name: what is ours, the newest last, and everything else as text. */
export interface Found<Kept> {
  readonly kept: readonly Kept[];
  readonly strange: readonly string[];
}

/**
 * One record on this device. A change is written to localStorage first, which takes it at once, then to IndexedDB, and
 * leaves localStorage when IndexedDB has it. So what localStorage holds is newer: IndexedDB was refused, took too long,
 * or the page went away. A browser may refuse either; nothing here throws.
 * @param isOurs tells what can be used from what cannot be read; that must be set aside (setAside.ts) before anything is written
 */
export function device<Kept>(name: string, isOurs: (found: unknown) => found is Kept, store = unfinished) {
  const key = keyOf(name);

  async function change(text: string, inDatabase: (records: IDBObjectStore) => void): Promise<boolean> {
    const isPending = setPending(key, text);
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
    /** Everything found; nothing once it was deleted. */
    read: async (): Promise<Found<Kept>> => {
      const kept: Kept[] = [];
      const strange: string[] = [];
      const sort = (value: unknown, text = JSON.stringify(value)): void => {
        if (isOurs(value)) kept.push(value);
        else strange.push(text);
      };
      const text = pending(key);
      if (text === deleted) {
        void clear();
        return { kept, strange };
      }
      try {
        const stored = await inTime(
          () => store('readonly', (records) => promisifyRequest<unknown>(records.get(key))),
          untilRefused,
        );
        if (stored !== undefined) sort(stored);
      } catch {
        // Refused: what localStorage holds is all there is.
      }
      if (text !== null) sort(parsed(text), text);
      return { kept, strange };
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
