import { promisifyRequest } from 'idb-keyval';
import { keyOf, untilRefused } from '../../../browser/device.ts';
import { inTime } from '../../../browser/inTime.ts';
import type { OwnComment } from '../../../thread/own.ts';
import { prefix, record, store } from './ownStore.ts';

/** Whether the database answers, and has nothing of a comment. */
const isGone = (id: string): Promise<boolean> =>
  inTime(
    () => store('readonly', (records) => promisifyRequest(records.getKey(keyOf(prefix + id)))),
    untilRefused,
  ).then(
    (key) => key === undefined,
    () => false,
  );

/** What lies on this device of one comment; null where it is deleted, nothing where the device does not say. */
export async function findOwn(id: string): Promise<OwnComment | null | undefined> {
  const { kept, strange } = await record(id).read();
  const isThere = kept.length + strange.length > 0 || !(await isGone(id));
  return isThere ? kept[kept.length - 1] : null;
}
