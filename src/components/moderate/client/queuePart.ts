import type { Ended } from '../../../api/moderation/session.ts';
import { queues } from '../../../thread/moderation.ts';
import type { Rejection } from '../../../thread/rejection.ts';
import { find } from '../../../browser/find.ts';
import type { Decision } from '../orders.ts';
import type { Command } from '../shortcuts.ts';
import { bar } from './bar.ts';
import { firstPage, type Chosen, type View } from './chosen.ts';
import { deciding } from './deciding.ts';
import { entries, type Row } from './entries.ts';
import { showPart } from './parts.ts';
import { reading } from './reading.ts';
import { reasonsForm } from './reasonsForm.ts';

const cannot: Readonly<Partial<Record<Command, string>>> = {
  approve: 'This comment is shown already.',
  reject: 'This comment is rejected already.',
  hide: 'Only what is shown can be hidden.',
};

/**
 * The lists of comments, and what is decided about them.
 * @param ended what to do when the session, or the right to moderate, has ended; told whether something is kept for later
 */
export function queuePart(page: HTMLElement, ended: (why: Ended, isKept: boolean) => void) {
  const part = find(page, '[data-part=queue]');
  const list = find(part, '[data-entries]');
  const reasonsTemplate = find(document, 'template[data-reasons-form]') as HTMLTemplateElement;
  const rows = entries(list);
  const said = bar(part);
  let reasons: ReturnType<typeof reasonsForm> | null = null;
  let chosen: Chosen | null = null;

  function stop(why: Ended, at: Chosen): void {
    // Not what was kept before: signing in again may take a second factor on the way.
    if (why.status !== 'not_a_moderator') chosen ??= at;
    rows.put([]);
    said.say('');
    ended(why, chosen !== null && chosen.id !== null);
  }
  const current = (): string | null => rows.current()?.entry.id ?? null;
  const pages = reading(
    part,
    rows,
    said,
    (why, view) => {
      stop(why, { view, id: current(), press: null, reason: null });
    },
    () => {
      if (part.hidden) showPart(page, 'queue', { focus: true });
    },
  );
  const decisions = deciding(list, rows, pages, said, stop);

  function openReasons(row: Row, reason?: Rejection): void {
    reasons?.element.remove();
    reasons = reasonsForm(
      reasonsTemplate,
      (given) => void decisions.decide(row, 'reject', 'reject', given),
      () => rows.button(row, 'reject')?.focus(),
    );
    find(row.element, '[data-reasons]').append(reasons.element);
    reasons.open(reason);
  }

  /** What a button of a comment does, and its key. */
  function press(row: Row, button: HTMLElement): void {
    const command = button.dataset.press as Command;
    if (command === 'reject') openReasons(row);
    else void decisions.decide(row, command, button.dataset.action as Decision, null);
  }
  list.addEventListener('click', ({ target }) => {
    const row = rows.rowAt(target);
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-press]') : null;
    if (row !== null && button !== null) press(row, button);
  });

  async function turnTo(view: View): Promise<void> {
    if (await pages.load(view)) pages.goTo(null);
  }
  const onClick = (name: string, act: () => Promise<unknown>): void => {
    find(part, `[data-${name}]`).addEventListener('click', () => void act());
  };
  for (const one of queues) onClick(`list=${one}`, () => pages.load(firstPage(one)));
  onClick('next', () => turnTo(pages.following()));
  onClick('first', () => turnTo(firstPage(pages.view().list)));
  onClick('again', () => turnTo(pages.wanted()));
  onClick('undo', () => decisions.undo());

  /** Goes back to what was chosen when the session ended. Nothing of it is done without being pressed again. */
  function resume({ id, press: pressed, reason }: Chosen): void {
    const row = rows.withId(id);
    if (pressed === 'undo') find(part, '[data-undo]').focus();
    else if (row === null) {
      said.say('Signed in again. The comment you were at is not in this list any more.');
      return;
    } else if (reason !== null) openReasons(row, reason);
    else if (pressed === null) rows.focus(row);
    else rows.button(row, pressed)?.focus();
    const waits = pressed === null ? '' : ' What you had chosen is not done yet: press it once more.';
    said.say(`Signed in again.${waits}`);
  }

  return {
    isShown: (): boolean => !part.hidden,
    /** Shows the queue, where it was left. */
    open: async (): Promise<void> => {
      const kept = chosen;
      if (!(await pages.load(kept?.view ?? pages.view()))) return;
      chosen = null;
      said.offerUndo(decisions.hasDecided());
      if (kept?.id != null) resume(kept);
    },
    /** Forgets everything, for whoever comes next. */
    forget: (): void => {
      chosen = null;
      rows.put([]);
      pages.forget();
      decisions.forget();
      said.say('');
    },
    /** Does what a key stands for, with the comment that is current. */
    run: (command: Exclude<Command, 'keys'>): void => {
      if (command === 'undo') void decisions.undo();
      else if (command === 'next') {
        if (!rows.move(1)) said.say('There is no further comment on this page.');
      } else if (command === 'previous') {
        if (!rows.move(-1)) said.say('This is the first comment on this page.');
      } else {
        const row = rows.current();
        const button = row === null ? null : rows.button(row, command);
        if (row === null) said.say('Choose a comment first: J goes to the next one.');
        else if (button === null) said.say(cannot[command] ?? '');
        else press(row, button);
      }
    },
  };
}
