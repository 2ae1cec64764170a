import type { Place } from '../../../thread/draftBook.ts';
import type { OwnComment } from '../../../thread/own.ts';
import { find, findAll } from '../../../browser/find.ts';
import { spaceUnder, type WritingContext } from './context.ts';
import { takenWords } from './ownWords.ts';

const changePrefix = 'change ';

/** Where the change of a comment is written. */
export const changePlace = (id: string): Place => changePrefix + id;

/** Opens the box under a comment, for a reply. */
export function openReply({ box, list, records, sender }: WritingContext, id: string): void {
  const item = list.item(id);
  if (item === undefined) return;
  const [latest] = [...records.all()].sort((a, b) => b.at - a.at);
  box.open({
    place: id,
    title: 'Your reply',
    send: 'Send reply',
    under: spaceUnder({ box }, item),
    begin: { text: '', role: latest?.role ?? 'none' },
  });
  sender.prepare();
}

/** Opens the box under a comment, for a change of it; the words of one that was refused or taken back go back to where they were written. */
export function openChange(context: WritingContext, own: OwnComment): void {
  const { box, list } = context;
  if (own.standing.is === 'refused' || own.standing.is === 'taken') {
    void takeToBox(context, own);
    return;
  }
  const item = list.item(own.id);
  if (item === undefined) return;
  box.open({
    place: changePlace(own.id),
    title: 'Change your comment',
    send: 'Send the change',
    under: spaceUnder({ box }, item),
    begin: own,
  });
}

/**
 * Gives the words of a comment back to the box where they were written, and deletes the comment here. Where something else was
 * begun there they stay where they are, and are not sent either.
 * @returns whether they are in the box
 */
export async function takeToBox(context: WritingContext, own: OwnComment): Promise<boolean> {
  const { view, box, records, list } = context;
  if (!box.giveBack(own.parent ?? 'top', own)) {
    await records.keep({ ...own, standing: { is: 'taken' } });
    view.say(takenWords);
    list.item(own.id)?.focus();
    return false;
  }
  await records.drop(own.id);
  if (own.parent !== null && view.item(own.parent) !== undefined) openReply(context, own.parent);
  else {
    box.goHome();
    box.field.focus();
  }
  return true;
}

/** Names the buttons under which a reply was begun. */
function markDrafts({ view, box }: WritingContext): void {
  for (const button of findAll(view.section, '[data-act=reply]'))
    button.textContent = box.hasDraft(button.closest('li')?.dataset.comment ?? '')
      ? 'Go on with your reply'
      : 'Reply';
}

/** Closes the box and goes back to the button that opened it. */
export function cancelTask(context: WritingContext): void {
  const { view, box } = context;
  const item = box.form.closest('li');
  box.goHome();
  markDrafts(context);
  const opener = item?.querySelector<HTMLElement>(
    ':scope > .c__acts > [data-act=reply], :scope > .c__acts > [data-act=change]',
  );
  (opener ?? find(view.section, 'h2')).focus();
}

/** Puts everything of the author’s own back in its place, after the comments around it were shown anew. */
export function showOwnAgain(context: WritingContext): void {
  const { view, box, list } = context;
  const { place } = box.task();
  const item = list.item(place.startsWith(changePrefix) ? place.slice(changePrefix.length) : place);
  box.putBack(item?.querySelector<HTMLElement>(':scope > [data-under]') ?? undefined);
  // The box keeps in sight what it stands under.
  view.only();
  list.show();
  markDrafts(context);
}
