import type { Difference } from './differencesOf.ts';
import type { Table, TableRow } from './words.ts';
import { capital } from '../figures/capital.ts';

/** “+9 points”, “−1 point”, “0 points”. */
function inPoints(difference: string): string {
  const sign = /^[−0]/.test(difference) ? '' : '+';
  return `${sign}${difference} ${/^−?1$/.test(difference) ? 'point' : 'points'}`;
}

/** A difference with its range, as the cells of a column that has both. */
export const differenceCells = ({ difference, range }: Pick<Difference, 'difference' | 'range'>) =>
  [inPoints(difference), `range ${range}`] as const;

/** Each thing that is counted heads the rows of its comparisons. */
const rowsOf = (differences: readonly Difference[], isCut: boolean): readonly TableRow[] =>
  [...Map.groupBy(differences, ({ what }) => what)].flatMap(([what, own]) => [
    { label: capital(what), cells: [], group: true as const },
    ...own.map(({ a, b, said, ...one }) => ({
      label: isCut ? capital(a.who) : `${capital(a.who)} against ${b.who}`,
      cells: [...differenceCells(one), a.share, b.share, said ? 'yes' : 'no'],
    })),
  ]);

/** Every comparison of a figure as a table, in the order in which the figure shows them; undefined where there is none. */
export function differencesTable(differences: readonly Difference[], isCut: boolean): Table | undefined {
  if (differences.length === 0) return undefined;
  const [first, second] = isCut ? ['This group', 'The others'] : ['The first', 'The second'];
  return {
    caption: 'The difference in percentage points, its range, and whether it is clear.',
    rowHeading: isCut ? 'Group' : 'What we compared',
    columns: [
      { heading: 'Difference', beside: ['range'] },
      { heading: first },
      { heading: second },
      { heading: 'Clear' },
    ],
    rows: rowsOf(differences, isCut),
  };
}
