import type { Cut, CutSeries } from '../../release/comparisons/cuts.ts';
import type { Decided } from '../../release/comparisons/decided.ts';
import { decisionFor } from '../../release/comparisons/decisionFor.ts';
import type { Release } from '../../release/release.ts';

/**
 * What was decided of one group of a cut beside the other shown groups of its side together, never beside a total that
 * holds it (protocol 2.2). Of two groups it is one comparison, and the first has it.
 * @param shown the groups of the side whose counts are printed
 * @throws Error when no family of comparisons holds it.
 */
export function decidedOf(
  release: Release,
  { estimate, segment }: Cut,
  { series, indicator }: CutSeries,
  code: string,
  shown: readonly string[],
): Decided | null {
  const others = shown.filter((other) => other !== code);
  if (!shown.includes(code) || others.length === 0 || (others.length === 1 && shown[0] !== code)) return null;
  const term = { series: series.id, indicator: indicator.id };
  return decisionFor(release, {
    estimate: estimate.id,
    segment: segment.id,
    a: { ...term, groups: [code] },
    b: { ...term, groups: others },
  });
}
