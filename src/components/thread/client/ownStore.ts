import { createStore, promisifyRequest } from 'idb-keyval';
import { device, keyOf, untilRefused } from '../../../browser/device.ts';
import { inTime } from '../../../browser/inTime.ts';
import { setAside } from '../../../browser/setAside.ts';
import type { OwnComment } from '../../../thread/own.ts';

export const prefix = 'comment-';
// Opens at its first use.
export const store = createStore('no-but-why-comments', 'own');

/** What those that cannot be read are called when they are set aside. */
export const ownName = 'comments';

function isOwn(found: unknown): found is OwnComment {
  const { format, id, code, text, at, standing } = (found ?? {}) as Partial<OwnComment>;
  return (
    format === 1 &&
    [id, code, text].every((one) => typeof one === 'string') &&
    typeof at === 'number' &&
    typeof standing?.is === 'string'
  );
}

export const record = (id: string) => device(`${prefix}${id}`, isOwn, store);

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
    const stored = () => store('readonly', (records) => promisifyRequest(records.getAllKeys()));
    (await inTime(stored, untilRefused)).forEach(add);
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
    const records = keys.map((key) => record(key.slice(start.length)));
    const found = await Promise.all(records.map((one) => one.read()));
    const isAside = await setAside(
      ownName,
      found.flatMap(({ strange }) => strange),
    );
    // From then on it is there alone, so that it is gone when the person removes it.
    const unread = records.filter((_, at) => found[at]?.kept.length === 0 && found[at].strange.length > 0);
    if (isAside) await Promise.all(unread.map((one) => one.clear()));
    return found.flatMap(({ kept }) => kept.slice(-1));
  },
  /** Whether it is kept. */
  put: (own: OwnComment): Promise<boolean> => record(own.id).write(own),
  drop: (id: string): Promise<void> => record(id).clear(),
};
