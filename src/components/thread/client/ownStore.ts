import { createStore, get, update } from 'idb-keyval';
import { ownIn, type OwnComment } from '../../../thread/own.ts';
import { inTime } from '../../../browser/inTime.ts';

const key = 'comments';
// Opens at its first use.
const store = createStore('no-but-why-comments', 'own');

type Own = readonly OwnComment[];

function readBeside(): Own {
  try {
    return ownIn(JSON.parse(localStorage.getItem(key) ?? '[]'));
  } catch {
    return [];
  }
}

/**
 * The comments that were written on this device, with their receipt codes: in IndexedDB, or in localStorage where that
 * is refused. A browser may refuse both; nothing here throws.
 */
export const ownStore = {
  read: async (): Promise<Own> => {
    const beside = readBeside();
    const found = await inTime(get<unknown>(key, store)).then(ownIn, (): Own => []);
    return [...found, ...beside.filter(({ id }) => !found.some((one) => one.id === id))];
  },
  /** Changes them in one step, so that two tabs lose nothing of each other’s. Whether they are kept. */
  change: async (step: (own: Own) => Own): Promise<boolean> => {
    try {
      await inTime(update<unknown>(key, (found) => step(ownIn(found)), store));
      return true;
    } catch {
      try {
        localStorage.setItem(key, JSON.stringify(step(readBeside())));
        return true;
      } catch {
        return false;
      }
    }
  },
};
