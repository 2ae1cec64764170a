import { createStore, promisifyRequest } from 'idb-keyval';
import { asideName, keyOf, lookUp, untilRefused } from '../../../browser/lookUp.ts';
import { inTime } from '../../../browser/inTime.ts';
import type { OwnComment } from '../../../thread/own.ts';
import type { View } from './view.ts';

const prefix = 'comment-';
// Opens at its first use.
export const store = createStore('no-but-why-comments', 'own');

/** What comments that cannot be read are called when they are set aside. */
export const ownName = 'comments';

/** What a comment is called on this device. */
export const recordName = (id: string): string => prefix + id;

/** What the drafts in one thread are called there. */
export const draftName = (kind: string, thread: string): string => `thread-${kind}-${thread}`;

export function isOwn(found: unknown): found is OwnComment {
  const { format, id, code, text, at, standing } = (found ?? {}) as Partial<OwnComment>;
  return (
    format === 1 &&
    [id, code, text].every((one) => typeof one === 'string') &&
    typeof at === 'number' &&
    typeof standing?.is === 'string'
  );
}

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

/** The ids of the comments that were written on this device. */
export async function ownIds(): Promise<readonly string[]> {
  const start = keyOf(prefix);
  return [...(await storedKeys())]
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length));
}

const isAnything = (found: unknown): found is unknown => found !== undefined;

/**
 * Whether this device holds comments or drafts that belong in this thread, comments still to be sent, or what cannot be
 * read. Only looks: what writes there comes with the code for writing.
 */
export async function hasOwn({ kind, thread }: Pick<View, 'kind' | 'thread'>): Promise<boolean> {
  const draft = draftName(kind, thread);
  const others = await Promise.all(
    [draft, asideName(draft), asideName(ownName)].map((name) => lookUp(name, isAnything)),
  );
  const ids = await ownIds();
  const own = await Promise.all(ids.map((id) => lookUp(recordName(id), isOwn, store)));
  return (
    others.some(({ kept, strange }) => kept.length + strange.length > 0) ||
    own.some(
      ({ kept, strange }) =>
        strange.length > 0 ||
        kept.slice(-1).some((one) => one.thread === thread || one.standing.is === 'outgoing'),
    )
  );
}
