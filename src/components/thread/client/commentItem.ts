import { limits } from '../../../thread/limits.ts';
import type { GonePlace, ShownComment } from '../../../thread/page.ts';
import { find, findAll } from '../../../browser/find.ts';
import { goneWords } from './goneWords.ts';
import { hourWords } from './hourWords.ts';
import { showRole } from './showRole.ts';
import { stamp } from './stamp.ts';

/** A comment, or the place where one stood, as an item of a list. Its words become text, and nothing else. */
export function commentItem(
  section: HTMLElement,
  item: ShownComment | GonePlace,
  depth: number,
): HTMLElement {
  const isShown = 'text' in item;
  const element = stamp(section, isShown ? 'comment' : 'gone');
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
  // “Reply” alone does not say to whom.
  for (const act of findAll(element, '.act')) act.setAttribute('aria-describedby', by.id);
  // As deep as it goes.
  if (depth >= limits.depth) find(element, '[data-act=reply]').remove();
  return element;
}
