import { isBook } from '../../../thread/draftBook.ts';
import { device } from '../../../browser/device.ts';
import { draftName } from './keptHere.ts';

/** The record of the drafts in one thread. */
export const draftDisk = (kind: string, thread: string) => device(draftName(kind, thread), isBook);
