import type { OwnComment } from '../../../thread/own.ts';
import { receiptGroups } from '../../../receipt/receiptCode.ts';
import { find, findAll } from '../../../browser/find.ts';
import type { View } from './discussion.ts';
import type { OwnRecords } from './ownRecords.ts';
import { ownWords, type OwnAct } from './ownWords.ts';
import type { Sender } from './sending.ts';
import { showRole } from './showRole.ts';
import { stamp } from './stamp.ts';

const hideActs = (item: HTMLElement, acts: readonly OwnAct[], own: readonly OwnAct[]): void => {
  for (const button of findAll(item, ':scope > .c__acts > [data-act]'))
    if (own.includes(button.dataset.act as OwnAct))
      button.hidden = !acts.includes(button.dataset.act as OwnAct);
};

/** Shows the comments written on this device: in their places where everybody sees them, else marked as what they are. */
export function ownList(view: View, records: OwnRecords, sender: Sender) {
  const list = find(view.section, '[data-own-list]');
  const items = new Map<string, HTMLElement>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function fill(item: HTMLElement, own: OwnComment): void {
    const { note, acts, hasCode } = ownWords(own, sender.of(own.id), Date.now());
    const said = find(item, '[data-note]');
    if (said.textContent !== note) said.textContent = note;
    find(item, '[data-text]').textContent = own.text;
    showRole(find(item, '[data-by]'), own.role);
    hideActs(item, acts, ['hurry', 'change', 'alone', 'remove', 'forget']);
    const see = find(item, '[data-link]') as HTMLAnchorElement;
    see.hidden = own.standing.is !== 'kept' || own.standing.state !== 'approved';
    see.href = `#comment-${own.id}`;
    find(item, '[data-code-fold]').hidden = !hasCode;
    find(item, '[data-code]').textContent = receiptGroups(own.code).join('-');
  }

  /** Marks what everybody sees as written here. */
  function mark(item: HTMLElement, own: OwnComment): void {
    find(item, '[data-yours]').hidden = false;
    hideActs(item, ownWords(own, undefined, Date.now()).acts, ['change', 'remove']);
  }

  function show(): void {
    const mine = records.all().filter((one) => one.thread === view.thread && one.kind === view.kind);
    const known = new Set(mine.map(({ id }) => id));
    for (const [id, item] of items)
      if (!known.has(id)) {
        item.remove();
        items.delete(id);
      }
    for (const own of mine.toSorted((a, b) => a.at - b.at)) {
      const shown = view.item(own.id);
      if (own.standing.is === 'kept' && own.standing.state === 'approved' && shown !== undefined) {
        items.get(own.id)?.remove();
        items.delete(own.id);
        if (!shown.matches('.c--gone')) mark(shown, own);
        continue;
      }
      const item = items.get(own.id) ?? stamp(view.section, 'own');
      items.set(own.id, item);
      item.id = `own-${own.id}`;
      item.dataset.comment = own.id;
      fill(item, own);
      const place = (own.parent === null ? undefined : view.repliesOf(own.parent)) ?? list;
      // Moved only where it must be: what is moved loses the focus.
      if (item.parentElement !== place) place.append(item);
    }
    list.hidden = list.children.length === 0;
    // What can be done changes when the time for changes is over.
    clearTimeout(timer);
    const ends = mine.flatMap(({ standing }) =>
      standing.is === 'kept' && standing.editableUntil > Date.now()
        ? [standing.editableUntil - Date.now()]
        : [],
    );
    if (ends.length > 0) timer = setTimeout(show, Math.min(...ends) + 100);
  }

  return {
    show,
    item: (id: string): HTMLElement | undefined => items.get(id) ?? view.item(id),
  };
}

export type OwnList = ReturnType<typeof ownList>;
