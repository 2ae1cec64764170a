import { lookUp } from '../../../browser/lookUp.ts';
import type { OwnComment } from '../../../thread/own.ts';
import { isOwn, recordName, store } from './keptHere.ts';

/** What lies on this device of one comment; null where it is deleted, nothing where the device does not say. */
export async function findOwn(id: string): Promise<OwnComment | null | undefined> {
  const { kept, strange, unread } = await lookUp(recordName(id), isOwn, store);
  const isThere = kept.length + strange.length > 0 || unread !== undefined;
  return isThere ? kept[kept.length - 1] : null;
}
