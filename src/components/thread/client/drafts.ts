import { draftsIn, type CommentDraft, type Place } from '../../../thread/draftBook.ts';
import { draftDisk } from './draftDisk.ts';
import type { View } from './view.ts';

/** Milliseconds without a key after which a draft is written. */
const debounce = 300;

/** What is being written in one thread, kept on the device. @param written what to do when it was written, or could not be */
export function keptDrafts({ kind, thread }: View, written: () => void) {
  const disk = draftDisk(kind, thread);
  let drafts = new Map<Place, CommentDraft>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isKept = true;

  const book = () => ({ format: 1 as const, at: Date.now(), drafts: Object.fromEntries(drafts) });
  async function write(): Promise<void> {
    clearTimeout(timer);
    isKept = drafts.size === 0 ? await disk.clear().then(() => true) : await disk.write(book());
    written();
  }
  const writeNow = (): void => {
    if (drafts.size > 0) disk.writeNow(book());
  };
  addEventListener('pagehide', writeNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeNow();
  });

  return {
    restore: async (): Promise<void> => {
      drafts = draftsIn(await disk.read(), Date.now());
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
