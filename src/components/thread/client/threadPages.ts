import { readThread, type PageRequest } from '../../../api/readThread.ts';
import type { ThreadOrder, ThreadPage } from '../../../thread/page.ts';
import { find, findAll } from '../../../browser/find.ts';
import { timeLimit } from '../../../browser/timeLimit.ts';
import type { ShownComments } from './shownComments.ts';
import type { View } from './view.ts';

const has = (page: ThreadPage, id: string): boolean => page.comments.some((comment) => comment.id === id);

/** @throws when the page does not load */
async function readPage(
  { kind, thread }: View,
  which: Omit<PageRequest, 'kind' | 'thread'>,
): Promise<ThreadPage> {
  const page = await readThread({ kind, thread, ...which }, timeLimit());
  if ('status' in page) throw new Error(page.status);
  return page;
}

/** Shows the lines and buttons around the list that belong to its state. */
function showState(section: HTMLElement, { next, closed }: ThreadPage, comments: number): void {
  const part = (name: string): HTMLElement => find(section, `[data-${name}]`);
  part('shown').hidden = false;
  part('more').hidden = next === null;
  part('more-said').textContent = '';
  part('empty').hidden = comments > 0 || closed;
  part('orders').hidden = comments < 2 && next === null;
  part('closed').hidden = !closed;
  section.classList.toggle('discussion--closed', closed);
}

function markOrder(section: HTMLElement, order: ThreadOrder): void {
  for (const button of findAll(section, '[data-order]'))
    button.setAttribute('aria-pressed', String(button.dataset.order === order));
}

function sayNoMore({ section, say }: View): void {
  find(section, '[data-more-said]').textContent = 'The rest did not load.';
  say('The rest did not load. Please try again.');
}

/** Reads a thread page by page and shows it. @param changed what to do when other comments are shown */
export function threadPages(view: View, shown: ShownComments, changed: () => void) {
  const { section, say } = view;
  let order: ThreadOrder = 'newest';
  let next: string | null = null;

  const read = (which: Pick<PageRequest, 'after' | 'from'>) => readPage(view, { order, ...which });

  function add(page: ThreadPage): HTMLElement | undefined {
    const first = shown.add(page);
    next = page.next;
    showState(section, page, shown.list.children.length);
    return first;
  }

  function replaceWith(page: ThreadPage, isBeginning: boolean): void {
    shown.clear();
    add(page);
    find(section, '[data-beginning]').hidden = isBeginning;
    changed();
  }

  /** Shows the thread anew from its beginning; when it does not load, what is shown stays. */
  async function restart(): Promise<boolean> {
    try {
      replaceWith(await read({}), true);
      return true;
    } catch {
      say('The comments did not load. Please try again.');
      return false;
    }
  }

  return {
    restart,
    /** Shows the first page, or the one that begins with the comment named. @throws when it does not load */
    open: async (id: string | undefined): Promise<void> => {
      const first = await read({});
      const isDeep = id !== undefined && first.next !== null && !has(first, id);
      const deep = isDeep ? await read({ from: id }) : first;
      const isFound = isDeep && has(deep, id);
      replaceWith(isFound ? deep : first, !isFound);
    },
    changeOrder: async (wanted: ThreadOrder): Promise<void> => {
      const before = order;
      order = wanted;
      if (!(await restart())) order = before;
      markOrder(section, order);
    },
    showMore: async (): Promise<void> => {
      if (next === null) return;
      try {
        const first = add(await read({ after: next }));
        changed();
        first?.focus();
      } catch {
        sayNoMore(view);
      }
    },
  };
}
