import { isBook, type CommentDraft, type DraftBook, type Place } from '../../../thread/draftBook.ts';
import { draftsIn, hiddenUnder } from '../../../thread/draftsIn.ts';
import { keyOf } from '../../../browser/lookUp.ts';
import { restored } from '../../../browser/restored.ts';
import { setAside } from '../../../browser/setAside.ts';
import { showAside } from '../../../browser/showAside.ts';
import { draftDisk } from './draftDisk.ts';
import { draftName, ownName } from './keptHere.ts';
import type { View } from './view.ts';

/** Milliseconds without a key after which a draft is written. */
const debounce = 300;

/** What waits in localStorage, which is all there is where a browser refuses IndexedDB (browser/device.ts). */
function waitingBook(name: string): DraftBook | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    return isBook(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What is being written in one thread, kept on the device. Every tab that shows the thread writes there, so before each
 * time it is read again: what others wrote elsewhere stays, and what they wrote in the same place is offered as text.
 * @param written what to do when it was written, or could not be
 */
export function keptDrafts({ kind, thread, section, say }: View, written: () => void) {
  const name = draftName(kind, thread);
  const disk = draftDisk(kind, thread);
  /** What this tab shows in each place; empty where it was deleted here. */
  let drafts = new Map<Place, CommentDraft>();
  /** Where this tab has written, with the text that it last found or left there: any other text there is another tab’s. */
  const mine = new Map<Place, string>();
  /** What this tab has left on the device. */
  const left = new Map<Place, CommentDraft | undefined>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWritten = true;
  let isKept = true;
  /** What lies on the device could not be set aside, and would be lost under what is written. */
  let isBlocked = false;
  let writing = Promise.resolve();

  async function writeOnce(): Promise<void> {
    if (isWritten) return;
    const { kept, strange } = await disk.read();
    isWritten = true;
    const now = Date.now();
    const whole = draftsIn(kept, now);
    const own = [...mine].flatMap(([place, known]) => {
      const [draft, there] = [drafts.get(place), whole.get(place)];
      const isSame = (draft?.text ?? '') === known;
      // Changed there alone, and later: it stays as it is.
      if (isSame && there !== undefined && there.text !== known && there.at > (draft?.at ?? 0)) return [];
      return [[place, draft] as const];
    });
    for (const [place, draft] of own) {
      if (draft === undefined || draft.text === '') whole.delete(place);
      else whole.set(place, draft);
    }
    const hidden = hiddenUnder(whole, kept, now).flatMap(([place, text]) =>
      text === mine.get(place) ? [] : [text],
    );
    const theirs = [...(isBlocked ? [] : strange), ...hidden];
    if (isBlocked || !(await setAside(name, theirs))) isKept = false;
    else if (whole.size > 0)
      isKept = await disk.write({ format: 1, at: now, drafts: Object.fromEntries(whole) });
    else isKept = await disk.clear().then(() => true);
    isWritten &&= isKept;
    if (isKept)
      for (const [place, draft] of own) {
        mine.set(place, draft?.text ?? '');
        left.set(place, draft);
      }
    written();
    if (theirs.length === 0) return;
    void showAside(section, ownName, name);
    say('What you wrote here in another tab stands above the box, as text.');
  }
  /** One after the other: else one would take what the other has just written for another tab’s. */
  function write(): Promise<void> {
    clearTimeout(timer);
    return (writing = writing.then(writeOnce));
  }

  /** There is no time to read what others wrote: only what was changed here, over which text, and what waits there already. */
  function writeNow(): void {
    const there = waitingBook(name);
    const own = [...drafts].filter(([place, draft]) => {
      const found = there?.drafts[place]?.text ?? '';
      // Unseen words of another tab are not written over, for the sake of one word of ours.
      const isSeen = found === mine.get(place) || draft.text.includes(found);
      return mine.has(place) && draft !== left.get(place) && isSeen;
    });
    if (isBlocked || own.length === 0) return;
    disk.writeNow({
      format: 1,
      at: Date.now(),
      drafts: { ...there?.drafts, ...Object.fromEntries(own) },
      over: { ...there?.over, ...Object.fromEntries(own.map(([place]) => [place, mine.get(place) ?? ''])) },
    });
  }
  addEventListener('pagehide', writeNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeNow();
  });

  return {
    /** @param take what to do with them; nothing is written before */
    restore: async (take: () => void): Promise<void> => {
      const restoring = restored(
        name,
        disk,
        (kept) => {
          drafts = draftsIn(kept, Date.now());
          // What is too old, or another tab’s, goes from its place on the device.
          if (kept.flatMap((book) => Object.keys(book.drafts)).length > drafts.size) isWritten = false;
          take();
        },
        () => {
          drafts = new Map();
        },
      ).then((isAside) => {
        isBlocked = !isAside;
      });
      writing = restoring.catch(() => undefined);
      await restoring;
      await write();
    },
    get: (place: Place): CommentDraft | undefined => {
      const draft = drafts.get(place);
      return draft?.text === '' ? undefined : draft;
    },
    /** Changes a draft, or deletes it; the device follows when there was no change for a moment. */
    set: (place: Place, words: Omit<CommentDraft, 'at'> | null): void => {
      if (!mine.has(place)) mine.set(place, drafts.get(place)?.text ?? '');
      drafts.set(place, { ...(words ?? { text: '', role: 'none' }), at: Date.now() });
      isWritten = false;
      clearTimeout(timer);
      timer = setTimeout(() => void write(), debounce);
    },
    write,
    isKept: (): boolean => isKept,
    /** Whether something would be lost with the page. */
    isLost: (): boolean => !isKept && [...drafts.values()].some(({ text }) => text !== ''),
  };
}
