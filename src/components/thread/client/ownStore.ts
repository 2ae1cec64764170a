import { createStore, promisifyRequest } from 'idb-keyval';
import { device, keyOf } from '../../../browser/device.ts';
import { inTime } from '../../../browser/inTime.ts';
import type { OwnComment } from '../../../thread/own.ts';

const prefix = 'comment-';
// Opens at its first use.
const store = createStore('no-but-why-comments', 'own');

const record = (id: string) => device<OwnComment>(`${prefix}${id}`, store);

const isOwn = (found: unknown): found is OwnComment =>
  typeof found === 'object' &&
  found !== null &&
  'format' in found &&
  found.format === 1 &&
  'code' in found &&
  typeof found.code === 'string';

/** The keys in IndexedDB and in localStorage; a browser may refuse either. */
async function storedKeys(): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  const add = (key: unknown): unknown => keys.add(String(key));
  try {
    Object.keys(localStorage).forEach(add);
  } catch {
    // Refused, so nothing is there.
  }
  try {
    const stored = store('readonly', (records) => promisifyRequest(records.getAllKeys()));
    (await inTime(stored)).forEach(add);
  } catch {
    // Refused: what localStorage holds is all there is.
  }
  return keys;
}

/** The comments that were written on this device, with their receipt codes, each a record of its own. */
export const ownStore = {
  read: async (): Promise<readonly OwnComment[]> => {
    const start = keyOf(prefix);
    const keys = [...(await storedKeys())].filter((key) => key.startsWith(start));
    const found = await Promise.all(keys.map((key) => record(key.slice(start.length)).read()));
    return found.flatMap((states) => states.filter(isOwn).slice(-1));
  },
  /** Whether it is kept. */
  put: (own: OwnComment): Promise<boolean> => record(own.id).write(own),
  drop: (id: string): Promise<void> => record(id).clear(),
};
