import { draftsIn, type CommentDraft, type Place } from '../../../thread/draftBook.ts';
import { restored } from '../../../browser/restored.ts';
import { draftDisk, draftName } from './draftDisk.ts';
import type { View } from './view.ts';

/** Milliseconds without a key after which a draft is written. */
const debounce = 300;

/** What is being written in one thread, kept on the device. @param written what to do when it was written, or could not be */
export function keptDrafts({ kind, thread }: View, written: () => void) {
  const disk = draftDisk(kind, thread);
  let drafts = new Map<Place, CommentDraft>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isKept = true;
  /** What lies on the device could not be set aside, and would be lost under what is written. */
  let isBlocked = false;

  const book = () => ({ format: 1 as const, at: Date.now(), drafts: Object.fromEntries(drafts) });
  async function write(): Promise<void> {
    clearTimeout(timer);
    if (isBlocked) isKept = false;
    else isKept = drafts.size === 0 ? await disk.clear().then(() => true) : await disk.write(book());
    written();
  }
  const writeNow = (): void => {
    if (!isBlocked && drafts.size > 0) disk.writeNow(book());
  };
  addEventListener('pagehide', writeNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeNow();
  });

  return {
    /** @param take what to do with them, before anything is written */
    restore: async (take: () => void): Promise<void> => {
      let dropped = 0;
      const isAside = await restored(
        draftName(kind, thread),
        disk,
        (kept) => {
          drafts = draftsIn(kept, Date.now());
          dropped = Object.keys(kept[kept.length - 1]?.drafts ?? {}).length - drafts.size;
          take();
        },
        () => {
          drafts = new Map();
        },
      );
      isBlocked = !isAside;
      // What is too old goes from the device too.
      if (dropped > 0) await write();
    },
    get: (place: Place): CommentDraft | undefined => drafts.get(place),
    /** Changes a draft, or deletes it; the device follows when there was no change for a moment. */
    set: (place: Place, words: Omit<CommentDraft, 'at'> | null): void => {
      if (words === null) drafts.delete(place);
      else drafts.set(place, { ...words, at: Date.now() });
      clearTimeout(timer);
      timer = setTimeout(() => void write(), debounce);
    },
    write,
    isKept: (): boolean => isKept,
    /** Whether something would be lost with the page. */
    isLost: (): boolean => !isKept && drafts.size > 0,
  };
}
