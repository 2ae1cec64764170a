import { createStore, keys } from 'idb-keyval';
import { device } from '../../../browser/device.ts';
import { inTime } from '../../../browser/inTime.ts';
import { ownIn, type OwnComment } from '../../../thread/own.ts';

const prefix = 'comment-';
// Opens at its first use.
const store = createStore('no-but-why-comments', 'own');

const record = (id: string) => device<OwnComment>(`${prefix}${id}`, store);

/** The ids of all that lie here, be it in IndexedDB or in localStorage. */
async function storedIds(): Promise<ReadonlySet<string>> {
  const found: IDBValidKey[] = [];
  try {
    found.push(...Object.keys(localStorage));
  } catch {
    // Refused, so nothing is there.
  }
  try {
    found.push(...(await inTime(keys(store))));
  } catch {
    // Refused: what localStorage holds is all there is.
  }
  return new Set(
    found.map(String).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])),
  );
}

/** The comments that were written on this device, with their receipt codes, each a record of its own. */
export const ownStore = {
  read: async (): Promise<readonly OwnComment[]> => {
    const found = await Promise.all([...(await storedIds())].map((id) => record(id).read()));
    return found.flatMap((states) => ownIn(states).slice(-1));
  },
  /** Whether it is kept. */
  put: (own: OwnComment): Promise<boolean> => record(own.id).write(own),
  drop: (id: string): Promise<void> => record(id).clear(),
};
