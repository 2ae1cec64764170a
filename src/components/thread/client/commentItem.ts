import { limits } from '../../../thread/limits.ts';
import type { GonePlace, ShownComment } from '../../../thread/page.ts';
import { find, findAll } from '../../../browser/find.ts';
import { fromTemplate } from './fromTemplate.ts';
import { showRole } from './roleBadge.ts';

/**
 * When a comment was sent, in the reader’s own time: “24 November 2026, after 10:00”. Only the hour is published.
 * @param hour such as 2026-11-24T10:00Z
 */
export function hourWords(hour: string): string {
  const at = new Date(hour);
  const day = at.toLocaleDateString('en-GB', { dateStyle: 'long' });
  return `${day}, after ${at.toLocaleTimeString('en-GB', { timeStyle: 'short' })}`;
}

/** A comment, or the place where one stood, as an item of a list. Its text is set as text, never as markup. */
export function commentItem(
  section: HTMLElement,
  item: ShownComment | GonePlace,
  depth: number,
): HTMLElement {
  const isShown = 'text' in item;
  const element = fromTemplate(section, isShown ? 'comment' : 'gone');
  element.id = `comment-${item.id}`;
  element.dataset.comment = item.id;
  if (!isShown) {
    find(element, `[data-gone=${item.state}]`).hidden = false;
    return element;
  }
  find(element, '[data-text]').textContent = item.text;
  element.dataset.role = item.role;
  const by = find(element, '[data-by]');
  by.id = `${element.id}-by`;
  const time = document.createElement('time');
  time.dateTime = item.sent_at;
  time.textContent = hourWords(item.sent_at);
  const edited = find(by, '[data-edited]');
  edited.before(time);
  edited.hidden = !item.edited;
  showRole(by, item.role);
  (find(element, '[data-link]') as HTMLAnchorElement).href = `#${element.id}`;
  // For a screen reader: “Reply” alone does not say to whom.
  for (const act of findAll(element, '.act')) act.setAttribute('aria-describedby', by.id);
  if (depth >= limits.depth) find(element, '[data-act=reply]').remove();
  return element;
}
