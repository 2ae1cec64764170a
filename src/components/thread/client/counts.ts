import type { ThreadPage } from '../../../thread/page.ts';
import { roles } from '../../../thread/role.ts';
import { find } from '../../../browser/find.ts';
import { roleBadge } from './roleBadge.ts';

const number = (n: number, one: string, more: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : more}`;

/** The line beside the heading: “12 comments. 1 more was removed by a moderator.” Empty where there are none. */
export function countWords({ removed, ...roles }: ThreadPage['counts']): string {
  const sum = Object.values(roles).reduce((sum, n) => sum + n, 0);
  if (sum === 0 && removed === undefined) return '';
  const shown = number(sum, 'comment', 'comments');
  return removed === undefined
    ? shown
    : `${shown}. ${number(removed, 'more was', 'more were')} removed by a moderator.`;
}

/** Shows how many comments there are, beside the heading, and how many of each role, beside the discussion. */
export function showCounts(section: HTMLElement, counts: ThreadPage['counts']): void {
  find(section, '[data-count]').textContent = countWords(counts);
  const rows = roles.flatMap(({ code }) => {
    const n = counts[code];
    if (n === undefined) return [];
    const name = document.createElement('dt');
    name.append(roleBadge(code) ?? 'No role given');
    const value = document.createElement('dd');
    value.textContent = n.toLocaleString('en-GB');
    return [name, value];
  });
  find(section, '[data-so-far]').hidden = rows.length === 0;
  find(section, '[data-so-far-list]').replaceChildren(...rows);
}
