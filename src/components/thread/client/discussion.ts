import { readThread, type PageRequest } from '../../../api/readThread.ts';
import { draftsIn } from '../../../thread/draftBook.ts';
import type { GonePlace, ThreadOrder, ThreadPage } from '../../../thread/page.ts';
import { placer } from '../../../thread/placer.ts';
import type { Role } from '../../../thread/role.ts';
import type { ThreadKind } from '../../../thread/thread.ts';
import { find, findAll } from '../../../browser/find.ts';
import { onDemand } from '../../../browser/onDemand.ts';
import { commentItem } from './commentItem.ts';
import { countWords } from './countWords.ts';
import { draftDisk } from './draftDisk.ts';
import { ownStore } from './ownStore.ts';
import { timeLimit } from '../../../browser/timeLimit.ts';
import { showSoFar } from './showSoFar.ts';
import type { Writing } from './writing.ts';

const named = (): string | undefined => /^#comment-([0-9a-f-]{36})$/.exec(location.hash)?.[1];

/** Shows the comments of one thread, page by page, and hands everything that is written to the code that is for writers. */
export function discussion(section: HTMLElement) {
  const { kind, thread } = section.dataset as { kind: ThreadKind; thread: string };
  const list = find(section, '[data-list]');
  const part = (name: string): HTMLElement => find(section, `[data-${name}]`);
  const items = new Map<string, HTMLElement>();
  let place = placer();
  let order: ThreadOrder = 'newest';
  let next: string | null = null;
  let counts: ThreadPage['counts'] = {};
  let writing: Writing | undefined;
  // What only those need who write, report or come back to something of theirs.
  const fetchWriting = onDemand(() => import('./writing.ts'));

  /** Says it to those who listen; what is seen says it by itself. */
  const say = (sentence: string): void => {
    part('status').textContent = sentence;
  };

  async function ask(which: Pick<PageRequest, 'after' | 'from'>): Promise<ThreadPage> {
    const page = await readThread({ kind, thread, order, ...which }, timeLimit());
    if ('status' in page) throw new Error(page.status);
    return page;
  }

  function repliesOf(id: string): HTMLElement | undefined {
    const replies = items.get(id)?.querySelector<HTMLElement>(':scope > .replies');
    if (replies != null) replies.hidden = false;
    return replies ?? undefined;
  }

  function showCounts(now: ThreadPage['counts']): void {
    counts = now;
    part('count').textContent = countWords(counts);
    showSoFar(section, counts);
  }

  /** Adds a page below what is shown. @returns the first comment that is new */
  function put(page: ThreadPage): HTMLElement | undefined {
    let first: HTMLElement | undefined;
    for (const { item, parent, depth } of place(page)) {
      const element = commentItem(section, item, depth);
      ((parent === null ? undefined : repliesOf(parent)) ?? list).append(element);
      items.set(item.id, element);
      first ??= element;
    }
    next = page.next;
    part('more').hidden = next === null;
    part('more-said').textContent = '';
    showCounts(page.counts);
    part('empty').hidden = items.size > 0 || page.closed;
    part('orders').hidden = list.children.length < 2 && next === null;
    part('closed').hidden = !page.closed;
    section.classList.toggle('discussion--closed', page.closed);
    return first;
  }

  function showFrom(page: ThreadPage): void {
    // The box may stand under a comment that goes now.
    part('write-home').append(part('write'));
    list.replaceChildren();
    items.clear();
    place = placer();
    put(page);
    part('shown').hidden = false;
    writing?.shown();
  }

  function goTo(id: string): void {
    const item = items.get(id);
    if (item === undefined) {
      say('The comment that the address names is not shown here.');
      return;
    }
    item.scrollIntoView({ behavior: 'instant' });
    item.focus({ preventScroll: true });
  }

  const wake = async (): Promise<Writing | undefined> => {
    const code = await fetchWriting(false);
    if (code === undefined) say('This did not load: you may be offline. Please try again.');
    else writing ??= code.writing(view);
    return writing;
  };

  const hasOwn = async (): Promise<boolean> =>
    (await ownStore.read()).some((own) => own.thread === thread || own.standing.is === 'outgoing') ||
    draftsIn(await draftDisk(kind, thread).read(), Date.now()).size > 0;

  /** Shows the first page, or the one with the comment that the address names. @throws when it does not come */
  async function load(): Promise<void> {
    const id = named();
    let page = await ask({});
    const isThere = (one: ThreadPage): boolean => one.comments.some((comment) => comment.id === id);
    const isDeep = id !== undefined && page.next !== null && !isThere(page);
    const deep = isDeep ? await ask({ from: id }) : page;
    if (isThere(deep)) page = deep;
    part('beginning').hidden = !isDeep || page !== deep;
    showFrom(page);
    if (id !== undefined) goTo(id);
    if (writing === undefined && (await hasOwn())) await wake();
  }

  const view = {
    section,
    kind,
    thread,
    say,
    item: (id: string): HTMLElement | undefined => items.get(id),
    repliesOf,
    isClosed: (): boolean => section.classList.contains('discussion--closed'),
    /** Takes a comment out of what is shown, because its author did; its place stays where somebody has answered. */
    retire: (id: string, state: GonePlace['state'], role: Role): void => {
      const item = items.get(id);
      if (item?.matches('.c--gone') !== false) return;
      const replies = find(item, ':scope > .replies');
      part('write-home').append(part('write'));
      if (replies.children.length === 0) {
        items.delete(id);
        item.remove();
      } else {
        const gone = commentItem(section, { id, parent: null, state }, 0);
        find(gone, ':scope > .replies').replaceWith(replies);
        items.set(id, gone);
        item.replaceWith(gone);
      }
      const { [role]: n = 1, ...others } = counts;
      showCounts(n > 1 ? { ...others, [role]: n - 1 } : others);
    },
    /** Shows the thread anew from its beginning; what is shown stays when that does not come. */
    reload: async (): Promise<boolean> => {
      try {
        showFrom(await ask({}));
        part('beginning').hidden = true;
        return true;
      } catch {
        say('The comments did not load. Please try again.');
        return false;
      }
    },
  };

  async function changeOrder(wanted: ThreadOrder): Promise<void> {
    const before = order;
    order = wanted;
    if (!(await view.reload())) order = before;
    for (const button of findAll(section, '[data-order]'))
      button.setAttribute('aria-pressed', String(button.dataset.order === order));
  }

  async function showMore(): Promise<void> {
    if (next === null) return;
    try {
      const first = put(await ask({ after: next }));
      writing?.shown();
      first?.focus();
    } catch {
      part('more-said').textContent = 'The rest did not load.';
      say('The rest did not load. Please try again.');
    }
  }

  section.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    const wanted = button?.dataset;
    if (button === null || wanted === undefined) return;
    if (wanted.order === 'newest' || wanted.order === 'oldest') void changeOrder(wanted.order);
    else if (wanted.showMore !== undefined) void showMore();
    else if (wanted.begin !== undefined) {
      section.querySelector('h2')?.focus();
      void view.reload();
    } else if (wanted.act !== undefined) void wake().then((code) => code?.act(button));
  });
  section.addEventListener('submit', (event) => {
    event.preventDefault();
    void wake().then((code) => code?.submit(event.target as HTMLFormElement));
  });
  for (const form of [part('write'), part('code-box')])
    form.addEventListener('focusin', () => void wake(), { once: true });
  addEventListener('hashchange', () => {
    const id = named();
    if (id !== undefined && !items.has(id)) void load().catch(() => undefined);
  });

  return { load, view };
}

export type View = ReturnType<typeof discussion>['view'];
