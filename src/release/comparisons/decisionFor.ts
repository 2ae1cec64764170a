import { catalogue } from '../catalogue.ts';
import type { Release } from '../release.ts';
import { tableName } from '../tables.ts';
import { cuts } from './cuts.ts';
import type { Compared, Decided } from './decided.ts';
import { decide } from './decide.ts';

/** A comparison that a page wants to make; its counts and its verdict are the release’s. */
export interface Wanted {
  /** The estimate’s id. */
  readonly estimate: string;
  /** The segment’s id where a cut is compared. */
  readonly segment: string | null;
  readonly a: Compared;
  readonly b: Compared;
}

const keyOf = ({ series, indicator, groups }: Compared): string =>
  JSON.stringify([series, indicator, groups?.toSorted()]);

/** The same comparison read from the other side. */
const turned = (found: Decided): Decided => ({
  ...found,
  a: found.b,
  b: found.a,
  d: -found.d,
  lo: -found.hi,
  hi: -found.lo,
  strata: found.strata.map((one) => one && { ...one, d: -one.d, lo: -one.hi, hi: -one.lo }),
  higher: found.higher === null ? null : found.higher === 'a' ? 'b' : 'a',
});

/** Whether the catalogue lists two series as a comparison, whichever of them is named first. */
function isListed({ estimate, a, b }: Wanted): boolean {
  const terms = [keyOf({ ...a, groups: null }), keyOf({ ...b, groups: null })];
  return catalogue
    .filter(({ id }) => id === estimate)
    .flatMap(({ comparisons }) => comparisons)
    .some((pair) => [pair.a, pair.b].every((term) => terms.includes(keyOf({ ...term, groups: null }))));
}

/** Whether a cut page draws what both sides count, of one series. */
const isCut = ({ estimate, segment, a, b }: Wanted): boolean =>
  cuts.some(
    (cut) =>
      cut.estimate.id === estimate &&
      cut.segment.id === segment &&
      cut.measures
        .flat()
        .some((one) =>
          [a, b].every((side) => side.series === one.series.id && side.indicator === one.indicator.id),
        ),
  );

/** Whether all the groups that are compared have printed counts, so that a family must hold them. */
const isPrinted = (release: Release, { estimate, segment, a, b }: Wanted): boolean =>
  [a, b].every(({ series, indicator, groups }) => {
    const name = tableName(estimate, series, segment ?? undefined);
    const table = release.tables.find((entry) => entry.table === name);
    return groups?.every((code) => {
      const group = table?.groups[code];
      return group?.status === 'published' && group.cells[indicator]?.status === 'published';
    });
  });

const inWords = ({ series, indicator, groups }: Compared): string =>
  `${series} ${indicator}${groups === null ? '' : ` (${groups.join(', ')})`}`;

/**
 * The verdict on a comparison that a page makes, with `a` and `b` as the page names them.
 * @returns null where a family holds it and the release does not print both of its counts.
 * @throws Error when no family holds it, naming it: a page may not compare what was not listed beforehand.
 */
export function decisionFor(release: Release, wanted: Wanted): Decided | null {
  const { estimate, segment, a, b } = wanted;
  const [keyA, keyB] = [keyOf(a), keyOf(b)];
  for (const found of decide(release)) {
    if (found.estimate.id !== estimate || found.segment !== segment) continue;
    const [one, other] = [keyOf(found.a), keyOf(found.b)];
    if (one === keyA && other === keyB) return found;
    if (one === keyB && other === keyA) return turned(found);
  }
  const isKnown = segment === null ? isListed(wanted) : isCut(wanted) && !isPrinted(release, wanted);
  if (isKnown) return null;
  throw new Error(
    `A page compares ${inWords(a)} with ${inWords(b)} in ${estimate}${segment === null ? '' : ` by ${segment}`}, and no family of comparisons holds it: list it in the catalogue, or do not set the two beside each other.`,
  );
}
