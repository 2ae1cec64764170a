import { isEnded, type Ended, type NotModerated } from '../../../api/moderation/session.ts';
import type { QueuePage } from '../../../api/moderation/readQueue.ts';
import { queues } from '../../../thread/moderation.ts';
import { find } from '../../../browser/find.ts';
import { pageWords } from '../listWords.ts';
import type { bar } from './bar.ts';
import { call } from './call.ts';
import { firstPage, type View } from './chosen.ts';
import type { entries } from './entries.ts';
import { defective, noReply } from './parts.ts';
import { showCounts, showList } from './queueHead.ts';

/** Past every comment: asked for what comes after it, the server sends the counts and nothing else. */
const pastAll = '999999999999999';

/**
 * Reads pages of lists and shows them.
 * @param ended what to do when there is nobody to read for any more
 * @param answered what to do with the first answer of the server, good or bad
 */
export function reading(
  part: HTMLElement,
  rows: ReturnType<typeof entries>,
  { say, fail }: Pick<ReturnType<typeof bar>, 'say' | 'fail'>,
  ended: (why: Ended, wanted: View) => void,
  answered: () => void,
) {
  const again = find(part, '[data-again]');
  let view = firstPage('waiting');
  let wanted = view;
  let next: string | null = null;
  let turn = 0;

  function showPage({ counts, comments, next: following }: QueuePage): void {
    showCounts(part, counts);
    showList(part, view.list);
    rows.put(comments);
    next = following;
    find(part, '[data-next]').hidden = next === null;
    find(part, '[data-first]').hidden = view.after === null;
    for (const one of queues)
      find(part, `[data-empty=${one}]`).hidden = one !== view.list || comments.length > 0;
    say(pageWords(comments.length));
  }

  function cannotRead(answer: NotModerated): void {
    if (isEnded(answer)) {
      ended(answer, wanted);
      return;
    }
    again.hidden = false;
    answered();
    fail('sentence' in answer ? answer.sentence : answer.status === 'defect' ? defective : noReply);
  }

  /** Shows a page of a list. @returns whether it could be read, and nothing else was asked for meanwhile */
  async function load(target: View): Promise<boolean> {
    const own = (turn += 1);
    wanted = target;
    again.hidden = true;
    say('Fetching the list …');
    const answer = await call(({ readQueue }, signal) => readQueue(target.list, target.after, signal));
    if (own !== turn) return false;
    if (answer.status !== 'read') {
      cannotRead(answer);
      return false;
    }
    if (answer.comments.length === 0 && target.after !== null) return load(firstPage(target.list));
    view = target;
    answered();
    showPage(answer);
    return true;
  }

  /** Goes to a comment, else to the first one, else to the heading. */
  function goTo(id: string | null): void {
    const row = rows.withId(id) ?? rows.all()[0];
    if (row === undefined) find(part, '[data-title]').focus();
    else rows.focus(row);
  }

  return {
    load,
    goTo,
    view: (): View => view,
    /** The page after this one; only called where there is one. */
    following: (): View => ({ list: view.list, after: next }),
    /** The page that could not be read. */
    wanted: (): View => wanted,
    /** Brings the counts up to date. Without a reply they stay as they are until the next page is read. */
    count: async (): Promise<void> => {
      const own = turn;
      const answer = await call(({ readQueue }, signal) => readQueue('waiting', pastAll, signal));
      if (answer.status === 'read' && own === turn) showCounts(part, answer.counts);
    },
    /** Forgets where it was, and what was asked for and has not come. */
    forget: (): void => {
      turn += 1;
      view = firstPage('waiting');
    },
  };
}
