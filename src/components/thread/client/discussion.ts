import type { ThreadKind } from '../../../thread/thread.ts';
import { find } from '../../../browser/find.ts';
import { onDemand } from '../../../browser/onDemand.ts';
import { draftDisk } from './draftDisk.ts';
import { ownStore } from './ownStore.ts';
import { shownComments, type ShownComments } from './shownComments.ts';
import { threadPages } from './threadPages.ts';
import type { View } from './view.ts';
import type { Writing } from './writing.ts';

/** The id of the comment that the address of the page names. */
const namedComment = (): string | undefined => /^#comment-([0-9a-f-]{36})$/.exec(location.hash)?.[1];

function viewOf(section: HTMLElement, shown: ShownComments): View {
  const { kind, thread } = section.dataset as { kind: ThreadKind; thread: string };
  const status = find(section, '[data-status]');
  return {
    ...shown,
    section,
    kind,
    thread,
    say: (sentence) => {
      status.textContent = sentence;
    },
  };
}

/** Whether this device holds comments or drafts that belong in this thread, or comments still to be sent. */
const hasOwn = async ({ kind, thread }: View): Promise<boolean> =>
  (await ownStore.read()).some((own) => own.thread === thread || own.standing.is === 'outgoing') ||
  (await draftDisk(kind, thread).read()).length > 0;

/** Fetches the code for writing, reporting and one’s own comments, the first time that it is asked for. */
function onDemandWriting(view: View) {
  const fetchWriting = onDemand(() => import('./writing.ts'));
  let writing: Writing | undefined;
  return {
    fetched: (): Writing | undefined => writing,
    fetch: async (): Promise<Writing | undefined> => {
      const code = await fetchWriting(false);
      if (code === undefined) view.say('This did not load: you may be offline. Please try again.');
      else writing ??= code.writing(view);
      return writing;
    },
  };
}

function goTo(id: string, { item, say }: View): void {
  const element = item(id);
  if (element === undefined) {
    say('The comment that the address names is not shown here.');
    return;
  }
  element.scrollIntoView({ behavior: 'instant' });
  element.focus({ preventScroll: true });
}

/** Lets readers page through a discussion, and write in it. @returns what loads it, which throws when it does not load */
export function discussion(section: HTMLElement): () => Promise<void> {
  const shown = shownComments(section);
  const view = viewOf(section, shown);
  const writing = onDemandWriting(view);
  const pages = threadPages(view, shown, () => writing.fetched()?.shown());

  async function load(): Promise<void> {
    const id = namedComment();
    await pages.open(id);
    if (id !== undefined) goTo(id, view);
    // Not awaited: the comments are shown already.
    if (writing.fetched() === undefined) void hasOwn(view).then((has) => (has ? writing.fetch() : undefined));
  }

  section.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (button === null) return;
    const { order, showMore, begin, act } = button.dataset;
    if (order === 'newest' || order === 'oldest') void pages.changeOrder(order);
    else if (showMore !== undefined) void pages.showMore();
    else if (begin !== undefined) {
      find(section, 'h2').focus();
      void pages.restart();
    } else if (act !== undefined) void writing.fetch().then((code) => code?.act(button));
  });
  section.addEventListener('submit', (event) => {
    event.preventDefault();
    void writing.fetch().then((code) => code?.submit(event.target as HTMLFormElement));
  });
  for (const name of ['write', 'code-box'])
    find(section, `[data-${name}]`).addEventListener('focusin', () => void writing.fetch(), { once: true });
  addEventListener('hashchange', () => {
    const id = namedComment();
    if (id !== undefined && view.item(id) === undefined) void load().catch(() => undefined);
  });
  return load;
}
