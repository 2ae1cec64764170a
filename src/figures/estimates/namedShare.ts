import { decisionFor } from '../../release/comparisons/decisionFor.ts';
import type { Release } from '../../release/release.ts';
import type { EstimateDefinition, SeriesDefinition } from '../../release/series.ts';
import { isWithheld, type Share, type Withheld } from '../parts.ts';
import { charted } from './figureOf.ts';
import { answerShare, indicatorShare } from './indicatorShare.ts';

/** A share of the release by its name: `outcome.job_seeker.silent`, a chart, one of its series, a yes or no or an answer of it. */
export interface NamedShare {
  readonly estimate: EstimateDefinition;
  readonly series: SeriesDefinition;
  /** The code of the indicator or of the answer. */
  readonly code: string;
  /** The answers that are counted. */
  readonly cells: readonly string[];
  readonly isIndicator: boolean;
}

/** The estimates that are shares of answers; who answered is none. */
const shares = charted.filter(({ isComposition }) => isComposition !== true);

/** Reads a name. @throws with the charts, series or answers that there are */
export function namedShare(name: string): NamedShare {
  const [chart = '', seriesId = '', code = '', ...more] = name.split('.');
  if (more.length > 0) throw unknown(name, 'each is one name');
  const estimate = shares.find(({ slug }) => slug === chart);
  if (estimate === undefined)
    throw unknown(name, `the charts are ${shares.map(({ slug }) => slug).join(', ')}`);
  const series = estimate.series.find(({ id }) => id === seriesId);
  if (series === undefined)
    throw unknown(name, `the series of ${chart} are ${estimate.series.map(({ id }) => id).join(', ')}`);
  const indicator = series.indicators.find(({ id }) => id === code);
  const cell = series.cells.find((one) => one.code === code);
  if (indicator === undefined && cell === undefined)
    throw unknown(
      name,
      `the answers of ${chart}.${seriesId} are ${[...new Set([...series.indicators.map(({ id }) => id), ...series.cells.map((one) => one.code)])].join(', ')}`,
    );
  return { estimate, series, code, cells: indicator?.cells ?? [code], isIndicator: indicator !== undefined };
}

const unknown = (name: string, those: string): Error =>
  new Error(`there is no estimate “${name}”; expected chart.series.answer, where ${those}`);

/** What the release says of it: the share with its range, or why it is not shown. */
export function shareNamed(
  release: Release,
  { estimate, series, code, isIndicator }: NamedShare,
): Share | Withheld {
  return (isIndicator ? indicatorShare : answerShare)({ release }, estimate, series.id, code);
}

/** Which way a share lies: `even` where the release does not carry saying either; null where one of the numbers is not shown. */
export type Direction = 'more' | 'less' | 'even' | null;

/** Against one half: a way is said only if the range leaves 50 % out (protocol 2.10). */
export function againstHalf(release: Release, named: NamedShare): Direction {
  const share = shareNamed(release, named);
  if (isWithheld(share)) return null;
  return share.lo > 0.5 ? 'more' : share.hi < 0.5 ? 'less' : 'even';
}

/**
 * Against another share of the same chart, as the release decided.
 * @throws where the catalogue does not list the comparison, so that none may be made (protocol 2.9)
 */
export function against(release: Release, one: NamedShare, other: NamedShare): Direction {
  const term = ({ series, code }: NamedShare) => ({ series: series.id, indicator: code, groups: null });
  const decided = decisionFor(release, {
    estimate: one.estimate.id,
    segment: null,
    a: term(one),
    b: term(other),
  });
  if (decided === null) return null;
  return decided.higher === null ? 'even' : decided.higher === 'a' ? 'more' : 'less';
}
