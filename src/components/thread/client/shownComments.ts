import type { GonePlace, ThreadPage } from '../../../thread/page.ts';
import { placer } from '../../../thread/placer.ts';
import type { Role } from '../../../thread/role.ts';
import { find, findAll } from '../../../browser/find.ts';
import { commentItem } from './commentItem.ts';
import { showCounts } from './counts.ts';
import { markPressed } from './markPressed.ts';

/** Takes the box for writing out of a comment that is about to go. */
function moveBoxHome(section: HTMLElement): void {
  find(section, '[data-write-home]').append(find(section, '[data-write]'));
}

/** The comments of a thread that are shown, as a tree of list items. */
export function shownComments(section: HTMLElement) {
  const list = find(section, '[data-list]');
  const items = new Map<string, HTMLElement>();
  let place = placer();
  let counts: ThreadPage['counts'] = {};
  /** The role that is shown alone; '' where everybody is. */
  let role = '';

  /**
   * Leaves out what is neither of the role nor answered by it: a reply is read with what it answers. What somebody is
   * writing under stays too. @returns whether anything of the role is there
   */
  function only(wanted = role): boolean {
    role = wanted;
    const wantedOnes = role === '' ? '.c' : `.c[data-role=${role}]`;
    for (const item of findAll(list, '.c:not(.c--own)'))
      item.hidden = !(item.matches(wantedOnes) || item.querySelector(`${wantedOnes}, form`));
    markPressed(section, 'only', role);
    return list.querySelector(wantedOnes) !== null;
  }

  function repliesOf(id: string): HTMLElement | null | undefined {
    const replies = items.get(id)?.querySelector<HTMLElement>(':scope > .replies');
    if (replies) replies.hidden = false;
    return replies;
  }

  /** @returns whether anything of the role that is chosen is there */
  function count(now: ThreadPage['counts']): boolean {
    counts = now;
    showCounts(section, counts);
    // The button of a role goes with its last comment.
    return only(role in counts ? role : '');
  }

  return {
    list,
    only,
    item: (id: string): HTMLElement | undefined => items.get(id),
    repliesOf,
    /** Adds a page below what is shown. @returns the first comment that is new */
    add: (page: ThreadPage): HTMLElement | undefined => {
      let first: HTMLElement | undefined;
      for (const { item, parent, depth } of place(page)) {
        const element = commentItem(section, item, depth);
        (repliesOf(parent ?? '') ?? list).append(element);
        items.set(item.id, element);
        first ??= element;
      }
      count(page.counts);
      return first;
    },
    clear: (): void => {
      moveBoxHome(section);
      list.replaceChildren();
      items.clear();
      place = placer();
    },
    retire: (id: string, state: GonePlace['state'], author: Role): void => {
      const item = items.get(id);
      if (item?.matches('.c--gone') !== false) return;
      moveBoxHome(section);
      const replies = find(item, ':scope > .replies');
      if (replies.children.length === 0) {
        items.delete(id);
        item.remove();
      } else {
        const gone = commentItem(section, { id, parent: null, state }, 0);
        find(gone, ':scope > .replies').replaceWith(replies);
        items.set(id, gone);
        item.replaceWith(gone);
      }
      const { [author]: n = 1, ...others } = counts;
      // Others of the role that is chosen may be on a page that was not fetched.
      if (!count(n > 1 ? { ...others, [author]: n - 1 } : others)) only('');
    },
  };
}

export type ShownComments = ReturnType<typeof shownComments>;
