import { device } from '../../../browser/device.ts';
import { setAside } from '../../../browser/setAside.ts';
import type { OwnComment } from '../../../thread/own.ts';
import { isOwn, ownIds, ownName, recordName, store } from './keptHere.ts';

const record = (id: string) => device(recordName(id), isOwn, store);

/** The comments that were written on this device, with their receipt codes, each a record of its own. */
export const ownStore = {
  read: async (): Promise<readonly OwnComment[]> => {
    const records = (await ownIds()).map(record);
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
