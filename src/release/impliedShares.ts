import { impliedShare, type ImpliedShare } from '../statistics/impliedShare.ts';
import { seriesIn } from './catalogue.ts';
import { hasMinimumBase } from './disclosure/thresholds.ts';
import { byStage } from './estimates/byStage.ts';
import { findSeries, type PublishedSeries } from './findSeries.ts';
import { knownBands } from './knownBands.ts';
import type { Release } from './release.ts';
import type { SeriesDefinition } from './series.ts';

/** One series of E11 as a release prints it, its bands null where it prints no count. */
function bandsOf(release: Release, series: string) {
  const { cells, weight = 1, shortLabel } = seriesIn(byStage, series);
  const found = findSeries(release, byStage.id, series);
  const bands =
    found.status === 'published' ? knownBands(found, cells).map((band) => ({ ...band, weight })) : null;
  return { bands, shortLabel, vintage: found.vintage, carried: found.carried };
}

/** What the bands of a printed series imply, each employer counted once. From printed counts (P8). */
export const impliedBy = (
  found: PublishedSeries,
  { cells }: Pick<SeriesDefinition, 'cells'>,
): ImpliedShare | null => impliedShare(knownBands(found, cells));

/**
 * What employers’ bands imply, each employer counted once: it speaks of employers (protocol 2.7).
 * @returns null where the release prints no count.
 */
export function shareOfEmployers(release: Release, series: string): ImpliedShare | null {
  const found = findSeries(release, byStage.id, series);
  return found.status === 'published' ? impliedBy(found, seriesIn(byStage, series)) : null;
}

/** What the bands imply, each employer counted by the people it did not hire; or why that is not computed. */
export type ShareOfPeople =
  | {
      readonly status: 'computed';
      readonly share: ImpliedShare;
      /** Whether the effective number of employers is enough for the picture; else it stands in the table only. */
      readonly isEnough: boolean;
      /** The earliest release that one of the counts is from, and whether that is an earlier one. */
      readonly vintage: string | null;
      readonly carried: boolean;
    }
  | { readonly status: 'not_computed'; readonly because: string };

const listed = new Intl.ListFormat('en', { type: 'disjunction' });

/**
 * The second interval of E11’s interviewed row: it speaks of the people whom employers did not hire (protocol 2.7). Each
 * volume is a series of its own, and while one of them is withheld nothing is computed: its few employers may speak of
 * more people than all others together.
 */
export function shareOfPeople(release: Release): ShareOfPeople {
  const found = (seriesIn(byStage, 'employer_interviewed').weightedBy ?? []).map((id) =>
    bandsOf(release, id),
  );
  const withheld = found
    .filter(({ bands }) => bands === null)
    .map(({ shortLabel }) => shortLabel.toLowerCase());
  const share = impliedShare(found.flatMap(({ bands }) => bands ?? []));
  if (withheld.length > 0 || share === null)
    return {
      status: 'not_computed',
      because: `Not weighted by people: figures of employers who did not hire ${listed.format(withheld)} interviewed people are not shown.`,
    };
  const [vintage = null] = found.map((one) => one.vintage).toSorted();
  return {
    status: 'computed',
    share,
    isEnough: hasMinimumBase(share.effective),
    vintage,
    carried: found.some(({ carried }) => carried),
  };
}
