import type { ThreadPage } from '../../../thread/page.ts';
import { shownRoles } from '../../../thread/role.ts';
import { find, findAll } from '../../../browser/find.ts';
import { roleBadge } from './roleBadge.ts';

const number = (n: number, one: string, more: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : more}`;

/** “12 comments” */
export const commentsInWords = (n: number): string => number(n, 'comment', 'comments');

/** The line beside the heading: “12 comments. 1 more was removed by a moderator.” Empty where there are none. */
export function countWords({ removed, ...roles }: ThreadPage['counts']): string {
  const sum = Object.values(roles).reduce((sum, n) => sum + n, 0);
  if (sum === 0 && removed === undefined) return '';
  const shown = commentsInWords(sum);
  return removed === undefined
    ? shown
    : `${shown}. ${number(removed, 'more was', 'more were')} removed by a moderator.`;
}

/** Shows how many comments there are, beside the heading, and how many of each role, beside the discussion. */
export function showCounts(section: HTMLElement, counts: ThreadPage['counts']): void {
  find(section, '[data-count]').textContent = countWords(counts);
  const present = shownRoles.filter(({ code }) => code in counts);
  const rows = present.flatMap(({ code, people }) => {
    const name = document.createElement('dt');
    name.append(roleBadge(code) ?? people);
    const value = document.createElement('dd');
    value.textContent = (counts[code] ?? 0).toLocaleString('en-GB');
    return [name, value];
  });
  find(section, '[data-so-far]').hidden = present.length === 0;
  find(section, '[data-so-far-list]').replaceChildren(...rows);
  // Where all are of one role there is nothing to choose.
  find(section, '[data-roles]').hidden = present.length < 2;
  for (const button of findAll(section, '[data-only]')) {
    const { only = '' } = button.dataset;
    button.hidden = only !== '' && !(only in counts);
  }
}
