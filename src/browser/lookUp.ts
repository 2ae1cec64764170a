import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { inTime, TooLong } from './inTime.ts';

/** Milliseconds after which a database that does not open counts as refused: some never say so. */
export const untilRefused = 2_000;

// Opens at its first use.
export const unfinished = createStore('no-but-why', 'unfinished');

/** The name of a thing on this device: another site on the same host sees the same storage and locks, and must not send what was meant for this one. */
export const keyOf = (name: string): string => import.meta.env.BASE_URL + name;

/** What the record is called that holds what lay under a name and could not be read (setAside.ts). */
export const asideName = (name: string): string => `unreadable-${name}`;

/** Stands in localStorage for a deletion. */
export const deleted = 'null';

/** Stands there before what was written while IndexedDB did not say what it holds. JSON reads over it. */
export const unseen = ' ';

export function pending(key: string): string | null {
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
  /** The database, which may hold another record, did not answer in time, or refused. */
  readonly unread?: 'late' | 'refused';
}

/** Whether a text in localStorage is no newer state of what IndexedDB holds. */
export const isUnseen = (text: string | null): boolean => text?.startsWith(unseen) === true;

/**
 * Everything found under a name; nothing once it was deleted.
 * @param isOurs tells what can be used from what cannot be read; that must be set aside (setAside.ts) before anything is written
 * @param store null where only localStorage is looked at
 * @param limit milliseconds that the database may take
 */
export async function lookUp<Kept>(
  name: string,
  isOurs: (found: unknown) => found is Kept,
  store: UseStore | null = unfinished,
  limit = untilRefused,
): Promise<Found<Kept>> {
  const key = keyOf(name);
  const kept: Kept[] = [];
  const strange: string[] = [];
  let unread: Found<Kept>['unread'];
  const sort = (value: unknown, text = JSON.stringify(value)): void => {
    if (isOurs(value)) kept.push(value);
    else strange.push(text);
  };
  const text = pending(key);
  if (text === deleted) return { kept, strange };
  try {
    const stored = await inTime(
      async () => store?.('readonly', (records) => promisifyRequest<unknown>(records.get(key))),
      limit,
    );
    if (stored !== undefined && isUnseen(text)) strange.push(JSON.stringify(stored));
    else if (stored !== undefined) sort(stored);
  } catch (error) {
    unread = error instanceof TooLong ? 'late' : 'refused';
  }
  if (text !== null) sort(parsed(text), text);
  return { kept, strange, ...(unread && { unread }) };
}
