import type { Ended } from '../../../api/moderation/session.ts';
import { queues } from '../../../thread/moderation.ts';
import type { Rejection } from '../../../thread/rejection.ts';
import type { Decision } from '../orders.ts';
import { isForSeveral } from '../severalWords.ts';
import type { Command } from '../shortcuts.ts';
import { deciding, type Decisions } from './deciding.ts';
import { entries, type Chosen, type Entries, type Row } from './entries.ts';
import { find } from '../../../browser/find.ts';
import type { Interrupted, ShownQueue } from './giving.ts';
import { firstPage, listPages, type ListPages } from './listPages.ts';
import { messageLine } from './messageLine.ts';
import { showPart } from './parts.ts';
import { reasonsForm } from './reasonsForm.ts';
import { several } from './several.ts';

const cannot: Readonly<Partial<Record<Command, string>>> = {
  approve: 'This comment is shown already.',
  sign: 'Only what waits can be approved as ours.',
  reject: 'This comment is rejected already.',
  hide: 'Only what is shown can be hidden.',
};

/** What a button of a comment does, and its key. */
function pressing(rows: Entries, decisions: Decisions) {
  const template = find(document, 'template[data-reasons-form]') as HTMLTemplateElement;
  let open: HTMLElement | undefined;

  function openReasons(row: Row, reason?: Rejection): void {
    open?.remove();
    const form = reasonsForm(
      template,
      (given) => void decisions.decide(row, 'reject', 'reject', given),
      () => rows.button(row, 'reject')?.focus(),
    );
    open = form.element;
    find(row.element, '[data-reasons]').append(open);
    form.open(reason);
  }

  return {
    openReasons,
    press: (row: Row, button: HTMLElement): void => {
      const command = button.dataset.press as Command;
      if (command === 'reject') openReasons(row);
      else void decisions.decide(row, command, button.dataset.action as Decision, null);
    },
  };
}

type Pressing = ReturnType<typeof pressing>;
type Several = ReturnType<typeof several>;

/** What is kept over a session that ended: where the moderator was, and which comments were chosen. */
interface Kept extends Interrupted {
  readonly chosen: Chosen;
}

const isWorthKeeping = ({ id, press, chosen }: Kept): boolean =>
  id !== null || press !== null || chosen.size > 0;

/** Goes back to what the moderator was doing when the session ended. None of it is done without being pressed again. */
function resume(
  { rows, message }: ShownQueue,
  undo: HTMLElement,
  openReasons: Pressing['openReasons'],
  together: Several,
  { id, press, reason, isSeveral, chosen }: Kept,
): void {
  const row = rows.withId(id);
  rows.chooseAgain(chosen);
  if (isSeveral === true && rows.chosen().length === 0) {
    message.say('Signed in again. The comments that you had chosen are not in this list any more.');
    return;
  }
  if (isSeveral !== true && row === null && id !== null) {
    message.say('Signed in again. The comment you were at is not in this list any more.');
    return;
  }
  if (press === 'undo') undo.focus();
  else if (isSeveral === true && press !== null && isForSeveral(press))
    together.press(press, reason ?? undefined);
  else if (row !== null && reason !== null) openReasons(row, reason);
  else if (row !== null && press !== null) rows.button(row, press)?.focus();
  else if (row !== null) rows.focus(row);
  const waits = press === null ? '' : ' What you had chosen is not done yet: press it once more.';
  message.say(`Signed in again.${waits}`);
}

/** Does what a key stands for, with the comment that is current. */
function run(
  { rows, message }: ShownQueue,
  decisions: Decisions,
  press: Pressing['press'],
  together: Several,
  command: Exclude<Command, 'keys'>,
): void {
  if (command === 'undo') void decisions.undo();
  else if (command === 'all') rows.chooseAll();
  else if (isForSeveral(command) && rows.chosen().length > 0) together.press(command);
  else if (command === 'next') {
    if (!rows.move(1)) message.say('There is no further comment on this page.');
  } else if (command === 'previous') {
    if (!rows.move(-1)) message.say('This is the first comment on this page.');
  } else {
    const row = rows.current();
    const button = row === null ? null : rows.button(row, command);
    if (row === null) message.say('Choose a comment first: J goes to the next one.');
    else if (command === 'choose') rows.choose(row);
    else if (button === null) message.say(cannot[command] ?? '');
    else press(row, button);
  }
}

function listenToButtons(part: HTMLElement, pages: ListPages, decisions: Decisions): void {
  const onClick = (name: string, act: () => Promise<unknown>): void => {
    find(part, `[data-${name}]`).addEventListener('click', () => void act());
  };
  for (const list of queues) onClick(`list=${list}`, () => pages.load(firstPage(list)));
  onClick('next', () => pages.turnTo(pages.following()));
  onClick('first', () => pages.turnTo(firstPage(pages.shown().list)));
  onClick('again', () => pages.turnTo(pages.wanted()));
  onClick('undo', decisions.undo);
}

/**
 * The lists of comments, and what is decided about them.
 * @param ended what to do when the session, or the right to moderate, has ended; told whether something is kept for later
 */
export function queuePart(page: HTMLElement, ended: (why: Ended, isKept: boolean) => void) {
  const part = find(page, '[data-part=queue]');
  const list = find(part, '[data-entries]');
  const rows = entries(list, () => {
    together.show();
  });
  const message = messageLine(part);
  let interrupted: Kept | null = null;

  function stop(why: Ended, at: Interrupted): void {
    // What was kept before stays: signing in again may take a second factor on the way.
    if (why.status !== 'not_a_moderator') interrupted ??= { ...at, chosen: rows.chosenNow() };
    rows.put([]);
    message.say('');
    ended(why, interrupted !== null && isWorthKeeping(interrupted));
  }
  const pages = listPages(part, rows, message, {
    ended: (why, wanted) => {
      stop(why, { page: wanted, id: rows.current()?.entry.id ?? null, press: null, reason: null });
    },
    answered: () => {
      if (part.hidden) showPart(page, 'queue', { focus: true });
    },
  });
  const queue = { list, rows, pages, message };
  const decisions = deciding(queue, stop);
  const { openReasons, press } = pressing(rows, decisions);
  const together = several(part, queue, decisions.decideSeveral);

  list.addEventListener('click', ({ target }) => {
    const row = rows.rowAt(target);
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-press]') : null;
    if (row !== null && button !== null) press(row, button);
  });
  listenToButtons(part, pages, decisions);

  return {
    isShown: (): boolean => !part.hidden,
    /** Shows the queue where it was left. */
    open: async (): Promise<void> => {
      const kept = interrupted;
      if (!(await pages.load(kept?.page ?? pages.shown()))) return;
      interrupted = null;
      message.offerUndo(decisions.hasDecided());
      if (kept !== null && isWorthKeeping(kept))
        resume(queue, find(part, '[data-undo]'), openReasons, together, kept);
    },
    /** Forgets everything, for the next person at this computer. */
    forget: (): void => {
      interrupted = null;
      rows.put([]);
      pages.forget();
      decisions.forget();
      together.forget();
      message.say('');
    },
    run: (command: Exclude<Command, 'keys'>): void => {
      run(queue, decisions, press, together, command);
    },
  };
}
