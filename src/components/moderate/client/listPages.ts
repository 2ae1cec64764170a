import { isEnded, type Ended, type NotModerated } from '../../../api/moderation/session.ts';
import type { QueueCounts, QueuePage } from '../../../api/moderation/readQueue.ts';
import { queues, type Queue } from '../../../thread/moderation.ts';
import { headline, pageWords } from '../queueWords.ts';
import { call } from './call.ts';
import type { Entries } from './entries.ts';
import { find, findAll } from '../../../browser/find.ts';
import type { MessageLine } from './messageLine.ts';
import type { Failed } from '../../../browser/cause.ts';
import { nameIn, whyNot } from './parts.ts';

/** A page of a list. */
export interface ListPage {
  readonly list: Queue;
  readonly after: string | null;
}

export const firstPage = (list: Queue): ListPage => ({ list, after: null });

const readPage = ({ list, after }: ListPage) =>
  call(({ readQueue }, signal) => readQueue(list, after, signal));

/** After every comment: read from there, the server sends the counts and nothing else. */
const pastAll: ListPage = { list: 'waiting', after: '999999999999999' };

/** Shows how many comments there are: in the heading, in the title of the document and beside the name of each list. */
function showCounts(part: HTMLElement, counts: QueueCounts): void {
  const { title, deck } = headline(counts, Date.now());
  find(part, '[data-title]').textContent = title;
  find(part, '[data-deck]').textContent = deck;
  nameIn(document, counts.waiting);
  for (const list of queues) find(part, `[data-list=${list}] [data-count]`).textContent = `${counts[list]}`;
}

/** Shows comments, and around them how many there are and which page of which list these are. */
function showPage(part: HTMLElement, rows: Entries, { list, after }: ListPage, read: QueuePage): void {
  const { comments, counts, next } = read;
  showCounts(part, counts);
  for (const tab of findAll(part, '[data-list]'))
    if (tab.dataset.list === list) tab.setAttribute('aria-current', 'true');
    else tab.removeAttribute('aria-current');
  find(part, '[data-next]').hidden = next === null;
  find(part, '[data-first]').hidden = after === null;
  for (const one of queues) find(part, `[data-empty=${one}]`).hidden = one !== list || comments.length > 0;
  rows.put(comments);
}

function focusOn(part: HTMLElement, rows: Entries, id: string | null): void {
  const row = rows.withId(id) ?? rows.all()[0];
  if (row === undefined) find(part, '[data-title]').focus();
  else rows.focus(row);
}

/** Says why a page could not be read, and offers to try again. */
function showUnread(
  part: HTMLElement,
  answer: Exclude<NotModerated, Ended> | Failed,
  fail: MessageLine['fail'],
): void {
  find(part, '[data-again]').hidden = false;
  fail(answer.status === 'changed' ? answer.sentence : whyNot(answer));
}

interface Hooks {
  /** The session has ended. */
  readonly ended: (why: Ended, wanted: ListPage) => void;
  /** The server has answered, good or bad. */
  readonly answered: () => void;
}

/** Reads pages of lists and shows them. */
export function listPages(part: HTMLElement, rows: Entries, { say, fail }: MessageLine, hooks: Hooks) {
  let shown = firstPage('waiting');
  let wanted = shown;
  let next: string | null = null;
  /** How many pages were asked for: an answer to an earlier request is ignored. */
  let requests = 0;

  function cannotRead(answer: NotModerated | Failed): void {
    if (isEnded(answer)) hooks.ended(answer, wanted);
    else {
      hooks.answered();
      showUnread(part, answer, fail);
    }
  }

  /** Shows a page of a list. @returns whether it could be read, and nothing else was asked for meanwhile */
  async function load(page: ListPage): Promise<boolean> {
    const own = (requests += 1);
    wanted = page;
    find(part, '[data-again]').hidden = true;
    say('Fetching the list …');
    const answer = await readPage(page);
    if (own !== requests) return false;
    if (answer.status !== 'read') {
      cannotRead(answer);
      return false;
    }
    if (answer.comments.length === 0 && page.after !== null) return load(firstPage(page.list));
    shown = page;
    next = answer.next;
    hooks.answered();
    showPage(part, rows, page, answer);
    say(pageWords(answer.comments.length));
    return true;
  }

  return {
    load,
    /** Loads a page, and goes to a comment, else to the first one, else to the heading. @returns whether it was loaded */
    turnTo: async (page: ListPage, id: string | null = null): Promise<boolean> => {
      const isLoaded = await load(page);
      if (isLoaded) focusOn(part, rows, id);
      return isLoaded;
    },
    shown: (): ListPage => shown,
    /** The page after this one; only called where there is one. */
    following: (): ListPage => ({ list: shown.list, after: next }),
    /** The page that could not be read. */
    wanted: (): ListPage => wanted,
    /** Brings the counts up to date. Without a reply they stay as they are until the next page is read. */
    count: async (): Promise<void> => {
      const own = requests;
      const answer = await readPage(pastAll);
      if (answer.status === 'read' && own === requests) showCounts(part, answer.counts);
    },
    /** Forgets which page was shown, and ignores what was asked for. */
    forget: (): void => {
      requests += 1;
      shown = firstPage('waiting');
    },
  };
}

export type ListPages = ReturnType<typeof listPages>;
