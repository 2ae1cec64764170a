import type { ShownCell, ShownGroup } from '../disclosure/shown.ts';
import { MINIMUM_CELL } from '../disclosure/thresholds.ts';
import { tables } from '../tables.ts';

type PublishedGroup = Extract<ShownGroup, { status: 'published' }>;

const isSmall = (x: number): boolean => x > 0 && x < MINIMUM_CELL;

const printed = (cell: ShownCell | undefined): number | undefined =>
  cell?.status === 'published' ? cell.x : undefined;

/** The sets of answers whose sum is printed, from everybody to the finest headline. */
function knownSums(table: string, { n, cells, headlines = {} }: PublishedGroup) {
  const catalogued = tables.find(({ name }) => name === table)?.series.indicators ?? [];
  return [
    { name: 'everybody', codes: Object.keys(cells), x: n },
    ...catalogued.flatMap(({ id, cells: codes }) => {
      const x = printed(headlines[id]);
      return x === undefined ? [] : [{ name: id, codes, x }];
    }),
  ];
}

/** Whether a small count among these hidden answers has one value only, or fewer than five people are hidden. */
function givesAway(hidden: readonly ShownCell[], sum: number): boolean {
  const isLow = (cell: ShownCell): boolean => cell.status === 'small_cell' && cell.bound === 'low';
  const small = hidden.filter(isLow).length;
  if (small === 0) return false;
  const others = hidden.length - small;
  const most = Math.min(MINIMUM_CELL - 1, sum - (small - 1) - MINIMUM_CELL * others);
  const least = others > 0 ? 1 : Math.max(1, sum - (MINIMUM_CELL - 1) * (small - 1));
  return sum < MINIMUM_CELL || most <= least;
}

/** P11 on one printed group of an overall table: no small count is printed, nor follows from what is. */
export function smallProblems(table: string, group: PublishedGroup): readonly string[] {
  const counts = [group.cells, group.headlines ?? {}]
    .flatMap(Object.entries<ShownCell>)
    .flatMap(([name, cell]) => {
      const x = printed(cell);
      return x !== undefined && isSmall(x) ? [`${name}: ${x} of ${group.n} is printed (P11).`] : [];
    });
  const nested = knownSums(table, group);
  const between = nested.flatMap(({ name, codes, x }, i) => {
    const inner = nested[i + 1];
    const own = codes.filter((code) => inner?.codes.includes(code) !== true);
    const left = x - (inner?.x ?? 0);
    const sum = own.reduce((rest, code) => rest - (printed(group.cells[code]) ?? 0), left);
    const hidden = own.flatMap((code) => {
      const cell = group.cells[code];
      return cell === undefined || cell.status === 'published' ? [] : [cell];
    });
    const adds = hidden.length === 0 ? sum === 0 : sum > 0;
    // Whether all answers add up is another check of its own.
    if (left < 0 || !adds) return i === 0 ? [] : [`${name}: its answers do not add up to it.`];
    if (isSmall(left) && inner !== undefined)
      return [`${inner.name}: too few people are between it and the one around it (P11).`];
    return givesAway(hidden, sum) ? [`${name}: its sum gives a hidden answer away (P11).`] : [];
  });
  return [...counts, ...between];
}
