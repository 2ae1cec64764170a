import type { Done, Order } from '../../../api/moderation/moderate.ts';
import { isEnded, type Ended, type NotModerated } from '../../../api/moderation/session.ts';
import type { Rejection } from '../../../thread/rejection.ts';
import { doneWords, undoneWords } from '../decisionWords.ts';
import { pageWords } from '../listWords.ts';
import { orderBack, orderOf, type Decision } from '../orders.ts';
import type { Command } from '../shortcuts.ts';
import type { bar } from './bar.ts';
import { call } from './call.ts';
import { defective } from './parts.ts';
import { firstPage, type Chosen, type View } from './chosen.ts';
import type { entries, Row } from './entries.ts';
import type { reading } from './reading.ts';

const unsure =
  'The server did not reply, so we do not know whether it was done. Press again: nothing is done twice.';

/**
 * Sends decisions, one at a time, and takes back the last ones. Nothing leaves the page before the server has said that
 * it is done, and meanwhile no other decision is taken: a key pressed twice must not decide on what nobody has read.
 */
export function deciding(
  list: HTMLElement,
  rows: ReturnType<typeof entries>,
  pages: ReturnType<typeof reading>,
  { say, fail, offerUndo }: ReturnType<typeof bar>,
  ended: (why: Ended, at: Chosen) => void,
) {
  let decided: { readonly order: Order; readonly action: Decision; readonly view: View }[] = [];
  let isBusy = false;

  /** Gives an order, and says why when it is not done. @returns null when another one is under way */
  async function give(order: Order, at: Chosen): Promise<Done | NotModerated | null> {
    if (isBusy) return null;
    isBusy = true;
    list.setAttribute('aria-busy', 'true');
    const answer = await call(({ moderate }, signal) => moderate(order, signal));
    list.removeAttribute('aria-busy');
    isBusy = false;
    if (answer.status === 'done') return answer;
    if (isEnded(answer)) ended(answer, at);
    else if (answer.status === 'changed') {
      if (await pages.load(pages.view())) pages.goTo(at.id);
      fail(answer.sentence);
    } else fail('sentence' in answer ? answer.sentence : answer.status === 'defect' ? defective : unsure);
    return answer;
  }

  /** Takes a comment off the page and goes to the next; reads on when it was the last one there. */
  async function goOnWithout(row: Row, said: string): Promise<void> {
    const { list: name } = pages.view();
    // Whoever has gone to another comment meanwhile stays there.
    const isAway = rows.current() !== row;
    const follows = rows.remove(row);
    if (follows === null) {
      if (await pages.load(firstPage(name))) pages.goTo(null);
    } else if (!isAway) rows.focus(follows);
    say(`${said} ${pageWords(rows.all().length)}`);
    if (follows !== null) await pages.count();
  }

  return {
    decide: async (row: Row, press: Command, action: Decision, reason: Rejection | null): Promise<void> => {
      const { id } = row.entry;
      const view = pages.view();
      const order = orderOf(row.entry, action, reason);
      const answer = await give(order, { view, id, press, reason });
      if (answer?.status !== 'done') return;
      decided.push({ order, action, view });
      offerUndo(true);
      const leaves =
        answer.state !== null && !(answer.state === 'approved' && pages.view().list === 'approved');
      if (leaves) {
        await goOnWithout(row, doneWords(action));
        return;
      }
      if (await pages.load(pages.view())) pages.goTo(id);
      say(doneWords(action));
    },

    /** Takes the last decision back, then the one before it, and shows the comment where it was decided on. */
    undo: async (): Promise<void> => {
      const last = decided.at(-1);
      if (last === undefined) {
        say('There is nothing to undo.');
        return;
      }
      const isThread = last.action === 'close' || last.action === 'reopen';
      const id = 'comment' in last.order ? last.order.comment : (rows.current()?.entry.id ?? null);
      const view = isThread ? pages.view() : last.view;
      const answer = await give(orderBack(last.order), { view, id, press: 'undo', reason: null });
      // What cannot be undone any more need not be offered again.
      if (answer?.status === 'done' || answer?.status === 'changed') decided.pop();
      offerUndo(decided.length > 0);
      if (answer?.status !== 'done') return;
      if (await pages.load(view)) pages.goTo(id);
      say(isThread ? doneWords(last.action === 'close' ? 'reopen' : 'close') : undoneWords(answer.state));
    },

    hasDecided: (): boolean => decided.length > 0,
    forget: (): void => {
      decided = [];
      offerUndo(false);
    },
  };
}
