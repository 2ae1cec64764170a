import type { QueueEntry } from '../../../api/moderation/readQueue.ts';
import { find, findAll } from '../../../browser/find.ts';
import { entryElement } from './entryElement.ts';

/** One comment on the page. */
export interface Row {
  readonly entry: QueueEntry;
  /** The list item; the article in it takes the focus. */
  readonly element: HTMLElement;
}

const templateOf = (name: string): HTMLTemplateElement =>
  find(document, `template[data-${name}]`) as HTMLTemplateElement;

/** The link to the page that a comment belongs to, or null. */
function pageOf({ kind, thread }: QueueEntry): HTMLAnchorElement | null {
  const links = [...templateOf('pages').content.querySelectorAll('a')];
  const found = links.find((link) => link.dataset.kind === kind && link.dataset.thread === thread);
  return found === undefined ? null : document.importNode(found, true);
}

/** The comments that are shown, and which of them the keys act on: the one that has the focus, or had it last. */
export function entries(list: HTMLElement) {
  let rows: readonly Row[] = [];
  let current: Row | null = null;

  function setCurrent(row: Row | null): void {
    if (row === current) return;
    current?.element.removeAttribute('aria-current');
    row?.element.setAttribute('aria-current', 'true');
    current = row;
  }
  const rowAt = (target: EventTarget | null): Row | null =>
    rows.find(({ element }) => target instanceof Node && element.contains(target)) ?? null;
  list.addEventListener('focusin', ({ target }) => {
    setCurrent(rowAt(target));
  });

  /** Moves the focus to a comment and scrolls so that all of it is seen, if it fits the window. */
  function focus(row: Row): void {
    find(row.element, 'article').focus({ preventScroll: true });
    const fits = row.element.offsetHeight < innerHeight * 0.7;
    row.element.scrollIntoView({ block: fits ? 'nearest' : 'start' });
  }

  return {
    focus,
    rowAt,
    current: (): Row | null => current,
    all: (): readonly Row[] => rows,
    withId: (id: string | null): Row | null => rows.find(({ entry }) => entry.id === id) ?? null,
    /** Shows other comments in place of these. */
    put: (comments: readonly QueueEntry[]): void => {
      const now = Date.now();
      setCurrent(null);
      rows = comments.map((entry) => ({
        entry,
        element: entryElement(templateOf('entry'), entry, pageOf(entry), now),
      }));
      list.replaceChildren(...rows.map(({ element }) => element));
    },
    /** Takes a comment away and returns the one that stands in its place now, or the last one. */
    remove: (row: Row): Row | null => {
      const place = rows.indexOf(row);
      if (current === row) setCurrent(null);
      rows = rows.filter((other) => other !== row);
      row.element.remove();
      return rows[place] ?? rows.at(-1) ?? null;
    },
    /** Goes to a neighbour of the current comment, or to the first one. @returns whether there is one */
    move: (step: 1 | -1): boolean => {
      const row = current === null ? rows[0] : rows[rows.indexOf(current) + step];
      if (row !== undefined) focus(row);
      return row !== undefined;
    },
    /** The button of a comment that does what a key does, or null when that cannot be done with it. */
    button: ({ element }: Row, press: string): HTMLElement | null =>
      findAll(element, `[data-press=${press}]`)[0] ?? null,
  };
}

export type Entries = ReturnType<typeof entries>;
