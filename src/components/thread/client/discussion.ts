import type { ThreadOrder } from '../../../thread/page.ts';
import type { ThreadKind } from '../../../thread/thread.ts';
import { find } from '../../../browser/find.ts';
import { onDemand } from '../../../browser/onDemand.ts';
import { orFailed } from '../../../browser/attempt.ts';
import { why } from '../../../browser/why.ts';
import { fromTemplate } from './fromTemplate.ts';
import { hasOwn } from './keptHere.ts';
import { shownComments, type ShownComments } from './shownComments.ts';
import { threadPages, type Unread } from './threadPages.ts';
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

/** Fetches the code for writing, reporting and one’s own comments, the first time that it is asked for. */
function onDemandWriting(view: View) {
  const fetchWriting = onDemand(() => import('./writing.ts'));
  let writing: Writing | undefined;
  return {
    fetched: (): Writing | undefined => writing,
    /** @throws when it cannot be loaded now */
    fetch: async (): Promise<Writing> => {
      const code = await fetchWriting(false);
      return (writing ??= code.writing(view));
    },
  };
}

/** Marks the one comment that a link led to, and goes there. */
function goTo(id: string, { item, say, section }: View): void {
  const element = item(id);
  section.querySelector('.c__named')?.remove();
  if (element === undefined) {
    say('The comment that the address names is not shown here.');
    return;
  }
  element.prepend(fromTemplate(section, 'named'));
  element.scrollIntoView({ behavior: 'instant' });
  element.focus({ preventScroll: true });
}

/** Does what was pressed; where that comes to nothing, says why beside it. */
async function does(pressed: Element, act: () => Promise<Unread | undefined>): Promise<void> {
  const place = pressed.parentElement;
  const forget = (): void => place?.querySelector('[data-trouble]')?.remove();
  forget();
  const failed = await orFailed(act());
  if (failed === undefined) return;
  // Of something else that came to nothing here meanwhile.
  forget();
  const said = document.createElement('span');
  said.className = 'small';
  said.dataset.trouble = '';
  said.setAttribute('role', 'alert');
  place?.append(said);
  // After it is there: what a live region holds when it is made is not read out.
  said.textContent = `${why(failed)} Please try again.`;
}

/** Lets readers page through a discussion, and write in it. @returns what loads it, and says why when it does not load */
export function discussion(section: HTMLElement): () => Promise<Unread | undefined> {
  const shown = shownComments(section);
  const view = viewOf(section, shown);
  const writing = onDemandWriting(view);
  const pages = threadPages(view, shown, () => writing.fetched()?.shown());

  /** Fetches what is written with, where this device holds something of one’s own. */
  const fetchOwn = async (): Promise<undefined> => {
    if (await hasOwn(view)) await writing.fetch();
    return undefined;
  };
  async function load(): Promise<Unread | undefined> {
    const id = namedComment();
    const unread = await pages.open(id);
    if (unread !== undefined) return unread;
    if (id !== undefined) goTo(id, view);
    // Not awaited: the comments are shown already.
    if (writing.fetched() === undefined) void does(find(section, '[data-write-send]'), fetchOwn);
    return undefined;
  }
  const write = (pressed: Element, act: (code: Writing) => Promise<void>): void =>
    void does(pressed, async () => {
      await act(await writing.fetch());
      return undefined;
    });

  section.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (button === null) return;
    const { order, showMore, begin, act, only } = button.dataset as DOMStringMap & { order?: ThreadOrder };
    if (only !== undefined) void does(button, () => pages.only(only));
    else if (order !== undefined) void does(button, () => pages.restart(order));
    else if (showMore !== undefined) void does(button, pages.showMore);
    else if (begin !== undefined) {
      find(section, 'h2').focus();
      void does(button, () => pages.restart());
    } else if (act !== undefined) write(button, (code) => code.act(button));
  });
  section.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    write(event.submitter ?? form, (code) => code.submit(form));
  });
  for (const name of ['write', 'code-box']) {
    const part = find(section, `[data-${name}]`);
    part.addEventListener('focusin', () => {
      if (writing.fetched() === undefined) write(find(part, '[type=submit]'), () => Promise.resolve());
    });
  }
  addEventListener('hashchange', () => {
    const id = namedComment();
    if (id === undefined) return;
    // What was left out may be what the address names now.
    void pages.only('');
    if (view.item(id) === undefined) void does(find(section, 'h2'), load);
    else goTo(id, view);
  });
  return load;
}
