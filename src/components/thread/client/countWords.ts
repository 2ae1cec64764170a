import type { ThreadPage } from '../../../thread/page.ts';

const number = (n: number, one: string, more: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : more}`;

/** The line beside the heading: “12 comments. 1 more was removed by a moderator.” Nothing where there is nothing. */
export function countWords({ removed, ...roles }: ThreadPage['counts']): string {
  const sum = Object.values(roles).reduce((sum, n) => sum + n, 0);
  if (sum === 0 && removed === undefined) return '';
  const shown = number(sum, 'comment', 'comments');
  return removed === undefined
    ? shown
    : `${shown}. ${number(removed, 'more was', 'more were')} removed by a moderator.`;
}
