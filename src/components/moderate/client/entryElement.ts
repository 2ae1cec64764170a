import type { CommentAbove, QueueEntry } from '../../../api/moderation/readQueue.ts';
import { possibleActions } from '../../../thread/possibleActions.ts';
import type { Role } from '../../../thread/role.ts';
import { find } from '../../../browser/find.ts';
import { roleBadge } from '../../thread/client/roleBadge.ts';
import { buttonWords } from '../decisionWords.ts';
import { flagsOf } from '../flagsOf.ts';
import { keyOf, type Command } from '../shortcuts.ts';
import { waitInWords } from '../waitInWords.ts';

const unsaid = 'Did not say who they are';
const gone = 'The words were deleted when their time was over.';

/** An element with text, never with markup. */
function textElement(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

const who = (role: Role): HTMLElement => roleBadge(role) ?? textElement('span', unsaid);

/** The words of a comment as they were typed, left to right or right to left by their own letters. */
function words(text: string | null): HTMLElement {
  const made = textElement('p', text ?? gone);
  made.className = text === null ? 'small' : 'entry__words';
  made.dir = 'auto';
  return made;
}

function aboveElement({ role, text, state }: CommentAbove): HTMLElement {
  const made = document.createElement('li');
  const by = textElement('p', 'In answer to ');
  by.append(who(role), ...(state === 'approved' ? [] : [', which is not shown now']));
  by.className = 'small';
  made.append(by, words(text));
  return made;
}

/** A button that does what its key does. */
function button(command: Command, words: string, look: string): HTMLElement {
  const made = document.createElement('button');
  made.setAttribute('type', 'button');
  made.className = look;
  made.dataset.press = command;
  const hint = textElement('kbd', keyOf(command));
  hint.setAttribute('aria-hidden', 'true');
  made.append(textElement('span', words), ' ', hint);
  return made;
}

function buttons(entry: QueueEntry): readonly HTMLElement[] {
  const isReported = Object.keys(entry.reports).length > 0;
  const decisions = possibleActions({ ...entry, isReported }).map((action) => {
    const command = action === 'restore' ? 'approve' : action;
    const made = button(
      command,
      buttonWords(action, entry.state),
      command === 'approve' ? 'btn btn--small' : 'btn btn--small btn--quiet',
    );
    made.dataset.action = action;
    return made;
  });
  const thread = button('thread', buttonWords(entry.closed ? 'reopen' : 'close', entry.state), 'act');
  thread.dataset.action = entry.closed ? 'reopen' : 'close';
  return [...decisions, thread];
}

/**
 * One comment of the queue with all that is known about it and what can be done with it.
 * @param page the link to where it stands; null when this site has no such page
 * @param now milliseconds
 */
export function entryElement(
  template: HTMLTemplateElement,
  entry: QueueEntry,
  page: HTMLAnchorElement | null,
  now: number,
): HTMLElement {
  const made = document.importNode(template.content, true).firstElementChild as HTMLElement;
  const put = (name: string, ...children: (Node | string)[]): void => {
    const place = find(made, `[data-${name}]`);
    if (children.length === 0) place.remove();
    else place.append(...children);
  };
  const ago = waitInWords(entry.sent_at, now);
  const time = textElement('time', entry.state === 'pending' ? `Has waited ${ago}` : `Sent ${ago} ago`);
  time.setAttribute('datetime', entry.sent_at);
  const by = who(entry.role);
  const title = page?.textContent.trim() ?? entry.thread;
  find(made, 'article').setAttribute('aria-label', `${by.textContent}, on ${title}`);

  const heading = document.createElement('h2');
  heading.append(page ?? title);
  put('thread', heading);
  put('role', by);
  put('sent', time);
  put('revision', ...(entry.revision === 1 ? [] : [`Version ${entry.revision}: changed by its author`]));
  put('replies', ...(entry.replies === 0 ? [] : [`Replies under it: ${entry.replies}`]));
  put('closed', ...(entry.closed ? ['This thread is closed'] : []));
  put('above', ...entry.above.map(aboveElement));
  put('text', words(entry.text));
  put('flags', ...flagsOf(entry, page !== null).map((flag) => textElement('li', flag)));
  put('do', ...buttons(entry));
  return made;
}
