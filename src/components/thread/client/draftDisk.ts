import { isBook } from '../../../thread/draftBook.ts';
import { device } from '../../../browser/device.ts';

/** What the drafts in one thread are called on this device. */
export const draftName = (kind: string, thread: string): string => `thread-${kind}-${thread}`;

/** Their record. */
export const draftDisk = (kind: string, thread: string) => device(draftName(kind, thread), isBook);
