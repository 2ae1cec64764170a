import { draftsIn, type CommentDraft, type Place } from '../../../thread/draftBook.ts';
import { restored } from '../../../browser/restored.ts';
import { setAside } from '../../../browser/setAside.ts';
import { showAside } from '../../../browser/showAside.ts';
import { draftDisk, draftName } from './draftDisk.ts';
import { ownName } from './ownStore.ts';
import type { View } from './view.ts';

/** Milliseconds without a key after which a draft is written. */
const debounce = 300;

/**
 * What is being written in one thread, kept on the device. Every tab that shows the thread writes there, so before each
 * time it is read again: what others wrote elsewhere stays, and what they wrote in the same place is offered as text.
 * @param written what to do when it was written, or could not be
 */
export function keptDrafts({ kind, thread, section, say }: View, written: () => void) {
  const name = draftName(kind, thread);
  const disk = draftDisk(kind, thread);
  let drafts = new Map<Place, CommentDraft>();
  /** Where this tab has written, with the text that it last found or left there: any other text there is another tab’s. */
  const mine = new Map<Place, string | undefined>();
  /** What was found where others alone have written. */
  let others = new Map<Place, CommentDraft>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWritten = true;
  let isKept = true;
  /** What lies on the device could not be set aside, and would be lost under what is written. */
  let isBlocked = false;
  let writing = Promise.resolve();

  const book = () => ({
    format: 1 as const,
    at: Date.now(),
    drafts: Object.fromEntries([...drafts, ...others]),
  });

  /** @returns the words of other tabs that would be lost where this one writes */
  function compare(found: Map<Place, CommentDraft>): string[] {
    others = found;
    const theirs: string[] = [];
    for (const [place, known] of mine) {
      const text = found.get(place)?.text;
      const own = drafts.get(place)?.text;
      const isTheirs = text !== undefined && text !== known;
      // Changed there alone: it stays as it is.
      if (isTheirs && own === known) continue;
      if (isTheirs && own?.includes(text) !== true) theirs.push(text);
      others.delete(place);
      mine.set(place, own);
    }
    return theirs;
  }

  async function writeOnce(): Promise<void> {
    if (isWritten) return;
    const { kept } = await disk.read();
    isWritten = true;
    const theirs = compare(draftsIn(kept, Date.now()));
    const whole = book();
    if (isBlocked || !(await setAside(name, theirs))) isKept = false;
    else if (Object.keys(whole.drafts).length > 0) isKept = await disk.write(whole);
    else isKept = await disk.clear().then(() => true);
    isWritten &&= isKept;
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

  const writeNow = (): void => {
    if (!isBlocked && !isWritten) disk.writeNow(book());
  };
  addEventListener('pagehide', writeNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeNow();
  });

  return {
    /** @param take what to do with them; nothing is written before */
    restore: async (take: () => void): Promise<void> => {
      let theirs: string[] = [];
      const restoring = restored(
        name,
        disk,
        (kept) => {
          drafts = draftsIn(kept, Date.now());
          // A tab that was left in the middle of a word could not read what another had written before.
          theirs = [...draftsIn(kept.slice(0, -1), Date.now())].flatMap(([place, { text }]) =>
            drafts.get(place)?.text.includes(text) === false ? [text] : [],
          );
          // What is too old, or set aside, goes from its place on the device.
          const lie = Object.keys(kept[kept.length - 1]?.drafts ?? {}).length;
          if (lie > drafts.size || theirs.length > 0) isWritten = false;
          take();
        },
        () => {
          drafts = new Map();
        },
      ).then(async (isAside) => {
        isBlocked = !isAside || !(await setAside(name, theirs));
      });
      writing = restoring.catch(() => undefined);
      await restoring;
      await write();
    },
    get: (place: Place): CommentDraft | undefined => drafts.get(place),
    /** Changes a draft, or deletes it; the device follows when there was no change for a moment. */
    set: (place: Place, words: Omit<CommentDraft, 'at'> | null): void => {
      if (!mine.has(place)) mine.set(place, drafts.get(place)?.text);
      if (words === null) drafts.delete(place);
      else drafts.set(place, { ...words, at: Date.now() });
      isWritten = false;
      clearTimeout(timer);
      timer = setTimeout(() => void write(), debounce);
    },
    write,
    isKept: (): boolean => isKept,
    /** Whether something would be lost with the page. */
    isLost: (): boolean => !isKept && drafts.size > 0,
  };
}
