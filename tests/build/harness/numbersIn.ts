import type { Release } from '../../../src/release/release.ts';

/** A whole number as a page or a file writes it, with no letter, digit or decimal before or after it. */
const numbers = /(?<![\p{L}\d_]|[\d][.,-])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\p{L}\d_]|[.,-]\d)/gu;

/** Every whole number in a text that stands by itself, without the comma of its thousands. */
export const numbersIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(numbers)].map(([found]) => found.replaceAll(',', '')));

/** Every “x of n” in a text. */
export const pairsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/(?<![\d.,])(\d[\d,]*) of (\d[\d,]*)/g)].map(([, x = '', n = '']) =>
      `${x} of ${n}`.replaceAll(',', ''),
    ),
  );

/** The counts of a release, and each count of a group with its base. */
export function numbersOf({ tables }: Release) {
  const rests = tables.flatMap(({ rest }) => (rest?.status === 'published' ? [rest.n] : []));
  const groups = tables.flatMap(({ groups: own }) =>
    Object.values(own).flatMap((group) => {
      if (group.status !== 'published') return [];
      const cells = [...Object.values(group.cells), ...Object.values(group.headlines ?? {})];
      return [{ n: group.n, xs: cells.flatMap((cell) => (cell.status === 'published' ? [cell.x] : [])) }];
    }),
  );
  return {
    counts: new Set([...rests, ...groups.flatMap(({ n, xs }) => [n, ...xs])].map(String)),
    pairs: new Set(groups.flatMap(({ n, xs }) => xs.map((x) => `${x} of ${n}`))),
  };
}
