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

/** Comments that were chosen together, by the revision that was read. */
export type Chosen = ReadonlyMap<string, number>;

const boxOf = ({ element }: Row): HTMLInputElement => find(element, '[data-choose]') as HTMLInputElement;

/**
 * The comments that are shown, and which of them the keys act on: those that were chosen, else the one that has the
 * focus, or had it last.
 * @param changed called when others are shown or chosen
 */
export function entries(list: HTMLElement, changed: () => void) {
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
  const chosen = (): readonly Row[] => rows.filter((row) => boxOf(row).checked);
  list.addEventListener('change', ({ target }) => {
    if (target instanceof Element && target.matches('[data-choose]')) changed();
  });
  list.addEventListener('focusin', ({ target }) => {
    setCurrent(rowAt(target));
  });

  /** Moves the focus to a comment and scrolls so that all of it is seen, if it fits the window. */
  function focus(row: Row): void {
    find(row.element, 'article').focus({ preventScroll: true });
    const fits = row.element.offsetHeight < innerHeight * 0.7;
    row.element.scrollIntoView({ block: fits ? 'nearest' : 'start' });
  }

  /** Chooses what was chosen before, where its words are still those that were read. */
  function chooseAgain(before: Chosen): void {
    for (const row of rows) boxOf(row).checked = before.get(row.entry.id) === row.entry.revision;
    changed();
  }
  const chosenNow = (): Chosen => new Map(chosen().map(({ entry: { id, revision } }) => [id, revision]));

  return {
    focus,
    rowAt,
    chosen,
    chosenNow,
    chooseAgain,
    /** Chooses a comment, or lets it go. */
    choose: (row: Row): void => {
      boxOf(row).checked = !boxOf(row).checked;
      changed();
    },
    /** Chooses all, or lets all go when all are chosen. */
    chooseAll: (): void => {
      const are = chosen().length < rows.length;
      for (const row of rows) boxOf(row).checked = are;
      changed();
    },
    /** Says beside a comment why nothing was done about it. */
    mark: ({ element }: Row, sentence: string): void => {
      const place = find(element, '[data-failure]');
      place.textContent = sentence;
      place.hidden = false;
    },
    current: (): Row | null => current,
    all: (): readonly Row[] => rows,
    withId: (id: string | null): Row | null => rows.find(({ entry }) => entry.id === id) ?? null,
    /** Shows other comments in place of these. Those that were chosen and are still there stay chosen. */
    put: (comments: readonly QueueEntry[]): void => {
      const now = Date.now();
      const before = chosenNow();
      setCurrent(null);
      rows = comments.map((entry) => ({
        entry,
        element: entryElement(templateOf('entry'), entry, pageOf(entry), now),
      }));
      list.replaceChildren(...rows.map(({ element }) => element));
      chooseAgain(before);
    },
    /** Takes a comment away and returns the one that stands in its place now, or the last one. */
    remove: (row: Row): Row | null => {
      const place = rows.indexOf(row);
      if (current === row) setCurrent(null);
      rows = rows.filter((other) => other !== row);
      row.element.remove();
      changed();
      return rows[place] ?? rows[rows.length - 1] ?? null;
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
