import { limits } from '../../../thread/limits.ts';
import type { GonePlace, ShownComment } from '../../../thread/page.ts';
import { find, findAll } from '../../../browser/find.ts';
import { fromTemplate } from './fromTemplate.ts';
import { showRole } from './roleBadge.ts';

const hourFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * When a comment was sent, in the reader’s own time: “24 November 2026, after 10:00”. Only the hour is published.
 * @param hour such as 2026-11-24T10:00Z
 */
export function hourWords(hour: string): string {
  const part = Object.fromEntries(
    hourFormat.formatToParts(new Date(hour)).map(({ type, value }) => [type, value]),
  );
  return `${part.day} ${part.month} ${part.year}, after ${part.hour}:${part.minute}`;
}

/** What stands in the place of a comment that is no longer shown. */
const goneWords: Readonly<Record<GonePlace['state'], string>> = {
  removed: 'A comment stood here and was removed.',
  hidden: 'A comment stood here. It is out of sight until a moderator has looked at it.',
  waiting: 'A comment stood here. It was changed and waits to be read.',
};

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
  find(element, '[data-text]').textContent = isShown ? item.text : goneWords[item.state];
  if (!isShown) return element;
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
