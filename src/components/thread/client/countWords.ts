import type { ThreadPage } from '../../../thread/page.ts';

const number = (n: number, one: string, more: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : more}`;

/** The line under the heading: “12 comments. 1 more was removed by a moderator.” */
export function countWords({ removed, ...roles }: ThreadPage['counts']): string {
  const shown = number(
    Object.values(roles).reduce((sum, n) => sum + n, 0),
    'comment',
    'comments',
  );
  return removed === undefined
    ? shown
    : `${shown}. ${number(removed, 'more was', 'more were')} removed by a moderator.`;
}
