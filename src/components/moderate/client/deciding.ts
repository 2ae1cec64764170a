import type { Done, Order } from '../../../api/moderation/moderate.ts';
import { isEnded, type Ended, type NotModerated } from '../../../api/moderation/session.ts';
import type { Rejection } from '../../../thread/rejection.ts';
import { doneWords, undoneWords } from '../decisionWords.ts';
import { orderBack, orderOf, type Decision } from '../orders.ts';
import { pageWords } from '../queueWords.ts';
import type { Command } from '../shortcuts.ts';
import { call } from './call.ts';
import type { Entries, Row } from './entries.ts';
import { firstPage, type ListPage, type ListPages } from './listPages.ts';
import type { MessageLine } from './messageLine.ts';
import { defective } from './parts.ts';

/** What a moderator was doing when their session ended: kept in the page, never sent without being pressed again. */
export interface Interrupted {
  readonly page: ListPage;
  /** The comment, or null when none was chosen. */
  readonly id: string | null;
  /** The button that was pressed, or null when they were only reading. */
  readonly press: Command | null;
  readonly reason: Rejection | null;
}

/** The queue that decisions are made in. */
export interface ShownQueue {
  readonly list: HTMLElement;
  readonly rows: Entries;
  readonly pages: ListPages;
  readonly message: MessageLine;
}

interface Decided {
  readonly order: Order;
  readonly action: Decision;
  readonly page: ListPage;
}

const unsure =
  'The server did not reply, so we do not know whether it was done. Press again: nothing is done twice.';

/** Takes a comment off the page and goes to the next; reads on when it was the last one there. */
async function goOnWithout({ rows, pages, message }: ShownQueue, row: Row, said: string): Promise<void> {
  const { list } = pages.shown();
  // A moderator who went to another comment meanwhile stays there.
  const isAway = rows.current() !== row;
  const follows = rows.remove(row);
  if (follows === null) await pages.turnTo(firstPage(list));
  else if (!isAway) rows.focus(follows);
  message.say(`${said} ${pageWords(rows.all().length)}`);
  if (follows !== null) await pages.count();
}

/**
 * Gives orders one at a time, and says why when one is not done. Until the server has answered no other is given: a key
 * pressed twice must not decide on a comment that was not read.
 */
function giving({ list, pages, message }: ShownQueue, ended: (why: Ended, at: Interrupted) => void) {
  let isBusy = false;
  /** @returns null when another one is under way */
  return async (order: Order, at: Interrupted): Promise<Done | NotModerated | null> => {
    if (isBusy) return null;
    isBusy = true;
    list.setAttribute('aria-busy', 'true');
    const answer = await call(({ moderate }, signal) => moderate(order, signal));
    list.removeAttribute('aria-busy');
    isBusy = false;
    if (answer.status === 'done') return answer;
    if (isEnded(answer)) ended(answer, at);
    else if (answer.status === 'changed') {
      await pages.turnTo(pages.shown(), at.id);
      message.fail(answer.sentence);
    } else
      message.fail('sentence' in answer ? answer.sentence : answer.status === 'defect' ? defective : unsure);
    return answer;
  };
}

/** Sends decisions and takes back the last ones. A comment stays on the page until the server has said that it is done. */
export function deciding(queue: ShownQueue, ended: (why: Ended, at: Interrupted) => void) {
  const { rows, pages, message } = queue;
  const give = giving(queue, ended);
  let decided: Decided[] = [];

  return {
    decide: async (row: Row, press: Command, action: Decision, reason: Rejection | null): Promise<void> => {
      const { id } = row.entry;
      const page = pages.shown();
      const order = orderOf(row.entry, action, reason);
      const answer = await give(order, { page, id, press, reason });
      if (answer?.status !== 'done') return;
      decided.push({ order, action, page });
      message.offerUndo(true);
      if (answer.state !== null && !(answer.state === 'approved' && pages.shown().list === 'approved')) {
        await goOnWithout(queue, row, doneWords(action));
        return;
      }
      await pages.turnTo(pages.shown(), id);
      message.say(doneWords(action));
    },

    /** Takes the last decision back, then the one before it, and shows the comment where it was decided on. */
    undo: async (): Promise<void> => {
      const last = decided.at(-1);
      if (last === undefined) {
        message.say('There is nothing to undo.');
        return;
      }
      const isThread = last.action === 'close' || last.action === 'reopen';
      const id = 'comment' in last.order ? last.order.comment : (rows.current()?.entry.id ?? null);
      const page = isThread ? pages.shown() : last.page;
      const answer = await give(orderBack(last.order), { page, id, press: 'undo', reason: null });
      // One that can no longer be undone is not offered again.
      if (answer?.status === 'done' || answer?.status === 'changed') decided.pop();
      message.offerUndo(decided.length > 0);
      if (answer?.status !== 'done') return;
      await pages.turnTo(page, id);
      message.say(
        isThread ? doneWords(last.action === 'close' ? 'reopen' : 'close') : undoneWords(answer.state),
      );
    },

    hasDecided: (): boolean => decided.length > 0,
    forget: (): void => {
      decided = [];
      message.offerUndo(false);
    },
  };
}

export type Decisions = ReturnType<typeof deciding>;
