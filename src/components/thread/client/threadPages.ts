import type { Refused } from '../../../api/notDone.ts';
import { readThread, type PageRequest } from '../../../api/readThread.ts';
import type { ThreadOrder, ThreadPage } from '../../../thread/page.ts';
import { find } from '../../../browser/find.ts';
import { attempt } from '../../../browser/attempt.ts';
import type { Failed } from '../../../browser/cause.ts';
import { markPressed } from './markPressed.ts';
import type { ShownComments } from './shownComments.ts';
import type { View } from './view.ts';

const has = (page: ThreadPage, id: string): boolean => page.comments.some((comment) => comment.id === id);

/** Why a page did not load. */
export type Unread = Refused | Failed;

/** Shows the lines and buttons around the list that belong to its state. */
function showState(section: HTMLElement, { next, closed }: ThreadPage, comments: number): void {
  const part = (name: string): HTMLElement => find(section, `[data-${name}]`);
  part('shown').hidden = false;
  part('more').hidden = next === null;
  part('empty').hidden = comments > 0 || closed;
  part('orders').hidden = comments < 2 && next === null;
  part('closed').hidden = !closed;
  section.classList.toggle('discussion--closed', closed);
}

/** Reads a thread page by page and shows it. @param changed what to do when other comments are shown */
export function threadPages(view: View, shown: ShownComments, changed: () => void) {
  const { section, kind, thread } = view;
  let order: ThreadOrder = 'newest';
  let next: string | null = null;
  /** How often the thread was asked for anew: an answer to an earlier request is ignored. */
  let requests = 0;
  /** How often a role was chosen: nothing more is fetched for an earlier choice. */
  let choices = 0;

  const read = (
    which: Partial<Pick<PageRequest, 'after' | 'from' | 'order'>>,
  ): Promise<ThreadPage | Unread> =>
    attempt((signal) => readThread({ kind, thread, order, ...which }, signal));

  function add(page: ThreadPage): HTMLElement | undefined {
    const first = shown.add(page);
    next = page.next;
    showState(section, page, shown.list.children.length);
    return first;
  }

  function replaceWith(page: ThreadPage): void {
    // A page that was to follow what stood here does not follow this one.
    requests += 1;
    shown.clear();
    add(page);
    changed();
  }

  /** Adds the next page, and puts the focus on what is new where somebody asked for more. */
  async function addNext(isFocused?: boolean): Promise<Unread | undefined> {
    if (next === null) return undefined;
    const own = requests;
    const page = await read({ after: next });
    if (own !== requests) return undefined;
    if ('status' in page) return page;
    const first = add(page);
    changed();
    if (isFocused) first?.focus();
    return undefined;
  }

  /**
   * Leaves out what is not of a role, and fetches pages until there is something to show or another is chosen.
   * @param role '' for everybody; that of before when missing
   */
  async function only(role?: string): Promise<Unread | undefined> {
    const own = (choices += 1);
    if (shown.only(role) || next === null) return undefined;
    const unread = await addNext();
    if (own !== choices) return undefined;
    return unread ?? only();
  }

  /** Shows the thread anew from its beginning, in an order; when it does not load, what is shown stays. */
  async function restart(wanted = order): Promise<Unread | undefined> {
    const own = (requests += 1);
    const page = await read({ order: wanted });
    if (own !== requests) return undefined;
    if ('status' in page) return page;
    order = wanted;
    markPressed(section, 'order', order);
    replaceWith(page);
    return only();
  }

  return {
    restart,
    only,
    /** Shows the first page, or the one that begins with the comment named. */
    open: async (id: string | undefined): Promise<Unread | undefined> => {
      const first = await read({});
      if ('status' in first) return first;
      const isDeep = id !== undefined && first.next !== null && !has(first, id);
      const deep = isDeep ? await read({ from: id }) : first;
      if ('status' in deep) return deep;
      replaceWith(isDeep && has(deep, id) ? deep : first);
      return undefined;
    },
    showMore: () => addNext(true),
  };
}
