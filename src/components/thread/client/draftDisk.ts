import type { DraftBook } from '../../../thread/draftBook.ts';
import { device } from '../../../browser/device.ts';

/** Where on this device lies what is being written in a thread. */
export const draftDisk = (kind: string, thread: string) => device<DraftBook>(`thread-${kind}-${thread}`);
