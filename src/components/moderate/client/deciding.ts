import type { CommentOrder, ManyDone, Order } from '../../../api/moderation/moderate.ts';
import type { Ended } from '../../../api/moderation/session.ts';
import type { Rejection } from '../../../thread/rejection.ts';
import { doneWords, undoneWords } from '../decisionWords.ts';
import {
  commentOrderOf,
  orderBack,
  orderOf,
  undoing,
  type CommentDecision,
  type Decision,
} from '../orders.ts';
import { pageWords } from '../queueWords.ts';
import {
  commentsWords,
  failedWords,
  failureWords,
  severalWords,
  type SeveralCommand,
} from '../severalWords.ts';
import type { Command } from '../shortcuts.ts';
import type { Row } from './entries.ts';
import { giving, type Interrupted, type ShownQueue } from './giving.ts';
import { firstPage, type ListPage } from './listPages.ts';

/** What can be undone: one decision, about one comment, a thread or several comments. */
interface Decided {
  readonly page: ListPage;
  readonly what:
    { readonly order: Order; readonly action: Decision } | { readonly orders: readonly CommentOrder[] };
}

/** Takes a comment off the page and goes to the next; reads on when it was the last one there. */
async function goOnWithout({ rows, pages, message }: ShownQueue, row: Row, said: string): Promise<void> {
  const { list } = pages.shown();
  // A moderator who went to another comment meanwhile stays there.
  const isAway = rows.current() !== row;
  const follows = rows.remove(row);
  if (follows === null && !(await pages.turnTo(firstPage(list)))) {
    message.sayFirst(said);
    return;
  }
  if (follows !== null && !isAway) rows.focus(follows);
  message.say(`${said} ${pageWords(rows.all().length)}`);
  if (follows !== null) await pages.count();
}

/** Reads a page again after something was done, and says what: before why the page could not be read, where it could not. */
async function readOn(
  { pages, message }: ShownQueue,
  page: ListPage,
  id: string | null,
  said: string,
): Promise<void> {
  if (await pages.turnTo(page, id)) message.say(said);
  else message.sayFirst(said);
}

/**
 * After several orders: reads the list again, and says how many were done, and beside each comment that is still there why
 * it was not.
 */
async function sayOfSeveral(
  { rows, pages, message }: ShownQueue,
  page: ListPage,
  { outcomes }: ManyDone,
  said: (comments: string) => string,
): Promise<void> {
  const failed = outcomes.flatMap(({ comment, outcome }) =>
    outcome === 'done' ? [] : [{ comment, failure: outcome }],
  );
  const done = outcomes.length - failed.length;
  const isRead = await pages.turnTo(page, failed[0]?.comment);
  // The comments of before are decided, though they are still there to see.
  if (!isRead) rows.chooseAgain(new Map());
  const marked = failed.flatMap(({ comment, failure }) => {
    const row = rows.withId(comment);
    return row === null ? [] : [{ row, failure }];
  });
  for (const { row, failure } of marked) rows.mark(row, failureWords[failure]);
  const what = done === 0 ? '' : said(commentsWords(done));
  if (!isRead) message.sayFirst(`${what} ${failedWords(marked.length, 0)}`.trim());
  else if (failed.length === 0) message.say(`${what} ${pageWords(rows.all().length)}`);
  else message.fail(`${what} ${failedWords(marked.length, failed.length - marked.length)}`.trim());
}

/** Sends decisions and takes back the last ones. A comment stays on the page until the server has said that it is done. */
export function deciding(queue: ShownQueue, ended: (why: Ended, at: Interrupted) => void) {
  const { rows, pages, message } = queue;
  const { give, forget } = giving(queue, ended);
  let decided: Decided[] = [];

  function remember(one: Decided): void {
    decided.push(one);
    message.offerUndo(true);
  }
  /** @param isOver whether it was undone, or can be no longer */
  function forgetLast(isOver: boolean): void {
    if (isOver) decided.pop();
    message.offerUndo(decided.length > 0);
  }

  async function undoOne(
    { order, action }: { order: Order; action: Decision },
    from: ListPage,
  ): Promise<void> {
    const isThread = action === 'close' || action === 'reopen';
    const id = 'comment' in order ? order.comment : (rows.current()?.entry.id ?? null);
    const page = isThread ? pages.shown() : from;
    const answer = await give(({ moderate }, signal) => moderate(orderBack(order), signal), {
      page,
      id,
      press: 'undo',
      reason: null,
    });
    forgetLast(answer?.status === 'done' || answer?.status === 'changed');
    if (answer?.status !== 'done') return;
    const said = isThread ? doneWords(action === 'close' ? 'reopen' : 'close') : undoneWords(answer.state);
    await readOn(queue, page, id, said);
  }

  async function undoSeveral(orders: readonly CommentOrder[], page: ListPage): Promise<void> {
    const answer = await give(({ moderateMany }, signal) => moderateMany(orders.map(undoing), signal), {
      page,
      id: null,
      press: 'undo',
      reason: null,
    });
    forgetLast(answer?.status === 'done');
    if (answer?.status === 'done')
      await sayOfSeveral(queue, page, answer, (comments) => `Undone: ${comments}.`);
  }

  return {
    decide: async (row: Row, press: Command, action: Decision, reason: Rejection | null): Promise<void> => {
      const { id } = row.entry;
      const page = pages.shown();
      const order = orderOf(row.entry, action, reason);
      const at = { page, id, press, reason };
      const answer = await give(({ moderate }, signal) => moderate(order, signal), at);
      if (answer?.status !== 'done') return;
      remember({ what: { order, action }, page });
      if (answer.state !== null && !(answer.state === 'approved' && pages.shown().list === 'approved')) {
        await goOnWithout(queue, row, doneWords(action));
        return;
      }
      await readOn(queue, pages.shown(), id, doneWords(action));
    },

    /** Decides about several comments in one call; each is done or not by itself. */
    decideSeveral: async (
      chosen: readonly (readonly [Row, CommentDecision])[],
      press: SeveralCommand,
      reason: Rejection | null,
    ): Promise<void> => {
      const page = pages.shown();
      const orders = chosen.map(([{ entry }, action]) => commentOrderOf(entry, action, reason));
      const at = { page, id: rows.current()?.entry.id ?? null, press, reason, isSeveral: true } as const;
      const answer = await give(({ moderateMany }, signal) => moderateMany(orders, signal), at);
      if (answer?.status !== 'done') return;
      const done = new Set(
        answer.outcomes.filter(({ outcome }) => outcome === 'done').map(({ comment }) => comment),
      );
      if (done.size > 0)
        remember({ what: { orders: orders.filter(({ comment }) => done.has(comment)) }, page });
      await sayOfSeveral(queue, page, answer, severalWords(press, page.list).done);
    },

    /** Takes the last decision back, then the one before it, and shows what it was about where it was decided. */
    undo: async (): Promise<void> => {
      const last = decided[decided.length - 1];
      if (last === undefined) message.say('There is nothing to undo.');
      else if ('orders' in last.what) await undoSeveral(last.what.orders, last.page);
      else await undoOne(last.what, last.page);
    },

    hasDecided: (): boolean => decided.length > 0,
    forget: (): void => {
      forget();
      decided = [];
      message.offerUndo(false);
    },
  };
}

export type Decisions = ReturnType<typeof deciding>;
