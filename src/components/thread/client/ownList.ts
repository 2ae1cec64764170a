import type { OwnComment } from '../../../thread/own.ts';
import { receiptGroups } from '../../../receipt/receiptCode.ts';
import { find, findAll } from '../../../browser/find.ts';
import { sayAnew } from '../../../browser/sayAnew.ts';
import { fromTemplate } from './fromTemplate.ts';
import type { OwnRecords } from './ownRecords.ts';
import { ownWords, type OwnAct } from './ownWords.ts';
import type { Sender } from './sending.ts';
import { showRole } from './roleBadge.ts';
import type { View } from './view.ts';

const isApproved = ({ standing }: OwnComment): boolean =>
  standing.is === 'kept' && standing.state === 'approved';

/** Hides those of a comment’s buttons that can do nothing now. @param own the buttons that are decided on here */
const hideActs = (item: HTMLElement, acts: readonly OwnAct[], own: readonly OwnAct[]): void => {
  for (const button of findAll(item, ':scope > .c__acts > [data-act]'))
    if (own.includes(button.dataset.act as OwnAct))
      button.hidden = !acts.includes(button.dataset.act as OwnAct);
};

function fill(item: HTMLElement, own: OwnComment, sender: Sender): void {
  const { note, acts, hasCode } = ownWords(own, sender.of(own.id), Date.now(), sender.isKept());
  sayAnew(find(item, '[data-note]'), note);
  find(item, '[data-text]').textContent = own.text;
  showRole(find(item, '[data-by]'), own.role);
  hideActs(item, acts, ['hurry', 'change', 'alone', 'remove', 'forget']);
  const see = find(item, '[data-link]') as HTMLAnchorElement;
  see.hidden = !isApproved(own);
  see.href = `#comment-${own.id}`;
  find(item, '[data-code-fold]').hidden = !hasCode;
  find(item, '[data-code]').textContent = receiptGroups(own.code).join('-');
}

/** Marks a comment that everybody sees as the reader’s own. */
function mark(item: HTMLElement, own: OwnComment, sender: Sender): void {
  find(item, '[data-yours]').hidden = false;
  hideActs(item, ownWords(own, undefined, Date.now(), sender.isKept()).acts, shownActs);
}

/** What its author can do with a comment that everybody sees. */
const shownActs: readonly OwnAct[] = ['change', 'remove', 'forget'];

/** Milliseconds until one of them can no longer be changed; infinite where none can. */
const untilNextEnd = (own: readonly OwnComment[]): number =>
  Math.min(
    ...own.flatMap(({ standing }) =>
      standing.is === 'kept' && standing.editableUntil > Date.now()
        ? [standing.editableUntil - Date.now()]
        : [],
    ),
  );

/** Shows the comments written on this device: in their places where everybody sees them, else with what became of them. */
export function ownList(view: View, records: OwnRecords, sender: Sender) {
  const list = find(view.section, '[data-own-list]');
  const items = new Map<string, HTMLElement>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function remove(id: string): void {
    items.get(id)?.remove();
    items.delete(id);
  }

  function showOne(own: OwnComment): void {
    const shown = view.item(own.id);
    if (isApproved(own) && shown !== undefined) {
      remove(own.id);
      if (!shown.matches('.c--gone')) mark(shown, own, sender);
      return;
    }
    const item = items.get(own.id) ?? fromTemplate(view.section, 'own');
    items.set(own.id, item);
    item.id = `own-${own.id}`;
    item.dataset.comment = own.id;
    fill(item, own, sender);
    const place = (own.parent === null ? null : view.repliesOf(own.parent)) ?? list;
    // Moved only where it must be: what is moved loses the focus.
    if (item.parentElement !== place) place.append(item);
  }

  function show(): void {
    const mine = records.all().filter((one) => one.thread === view.thread && one.kind === view.kind);
    for (const id of items.keys()) if (!mine.some((own) => own.id === id)) remove(id);
    for (const own of mine.sort((a, b) => a.at - b.at)) showOne(own);
    list.hidden = list.children.length === 0;
    clearTimeout(timer);
    const wait = untilNextEnd(mine);
    if (wait < Infinity) timer = setTimeout(show, wait + 100);
  }

  return {
    show,
    /** A comment that everybody sees is the reader’s own no more. */
    unmark: (id: string): void => {
      const item = view.item(id);
      if (item === undefined) return;
      find(item, '[data-yours]').hidden = true;
      hideActs(item, [], shownActs);
    },
    item: (id: string): HTMLElement | undefined => items.get(id) ?? view.item(id),
  };
}

export type OwnList = ReturnType<typeof ownList>;
