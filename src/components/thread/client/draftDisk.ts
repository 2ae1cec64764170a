import type { DraftBook } from '../../../thread/draftBook.ts';
import { device } from '../../../browser/device.ts';

/** The record of the drafts in one thread on this device. */
export const draftDisk = (kind: string, thread: string) => device<DraftBook>(`thread-${kind}-${thread}`);
