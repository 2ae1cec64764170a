import { impliedShare, type BandCount } from '../../statistics/impliedShare.ts';
import { isWideRange } from '../../statistics/precision.ts';
import { wilson } from '../../statistics/wilson.ts';
import { countOf } from '../countOf.ts';
import { knownBands } from '../knownBands.ts';
import { certainMedian } from '../mediansOf.ts';
import { decimals } from '../package/csvText.ts';
import { numberIn, type PackageLine } from './packageLine.ts';
import { partsOf, seriesOf, type PrintedSeries } from './printedSeries.ts';

/** Numbers that were worked out anew, by their column, as the file would print them. */
export type Recounted = Readonly<Record<string, string>>;

const nothing = (...columns: string[]): Recounted =>
  Object.fromEntries(columns.map((column) => [column, ''] as const));

/** Whether the numbers of a line are printed. */
export const isPrinted = (line: PackageLine): boolean => /^(published|carried)$/.test(line.of('status'));

/** Who answered is counted, so that chance has no part in its shares: they have no method of a range. */
export const isFact = (line: PackageLine): boolean =>
  line.of('measure') === 'answer' && line.of('method') === '';

/** How many are in the base, where every count that makes it is printed. */
function baseOf({ answers, aside, cells }: PrintedSeries): number | undefined {
  const isOfFacts = answers.some(isFact);
  const rest = isOfFacts ? aside && numberIn(aside, 'x') : 0;
  const counts = Object.values(cells).map((cell) => (cell.status === 'published' ? cell.x : undefined));
  if (rest === undefined || (!isOfFacts && counts.includes(undefined))) return undefined;
  return counts.reduce<number>((sum, x = 0) => sum + x, rest);
}

/** How many are in the base, and how many were asked, where these are printed. */
function peopleIn(line: PackageLine, series: PrintedSeries): Recounted {
  if (line.of('segment_var') !== 'none') return {};
  const base = baseOf(series);
  const others = series.aside === undefined ? 0 : numberIn(series.aside, 'x');
  const isAsked = !series.answers.some(isFact) && base !== undefined;
  return {
    ...(base !== undefined && { n_answered: decimals(base) }),
    ...(isAsked && { n_asked: others === undefined ? '' : decimals(base + others) }),
  };
}

/** A count among those who answered, with its share and range; of who answered, without one. */
function shareIn(line: PackageLine, series: PrintedSeries): Recounted {
  const isAdded = line.of('segment_var') === 'none' && line.of('measure') !== 'answer';
  const x = isAdded ? countOf(series, series, partsOf(line)) : numberIn(line, 'x');
  const found = x === undefined ? null : wilson(x, numberIn(line, 'n_answered') ?? 0);
  if (found === null) return {};
  const { share, lo, hi } = found;
  const range = isFact(line)
    ? nothing('lo', 'hi', 'wide_range')
    : { lo: decimals(lo), hi: decimals(hi), wide_range: String(isWideRange(found)) };
  return { ...(isAdded && { x: decimals(found.x) }), share: decimals(share), ...range };
}

/** The bands that people of a series named, each counted once. */
export const bandsIn = (series: PrintedSeries): readonly BandCount[] =>
  knownBands(
    series,
    series.answers.map((line) => ({
      code: line.of('option'),
      percent: [numberIn(line, 'lower') ?? 0, numberIn(line, 'upper') ?? 100] as const,
    })),
  );

/** The bands behind a line: those of its series, or those of every series with a weight. */
export function bandsBehind(line: PackageLine, file: readonly PackageLine[]): readonly BandCount[] {
  if (line.of('measure') === 'implied_share') return bandsIn(seriesOf(line, file));
  const weighted = file.filter((one) => one.of('weight') !== '' && one.of('measure') === 'implied_share');
  return weighted.flatMap((one) =>
    bandsIn(seriesOf(one, file)).map((band) => ({ ...band, weight: Number(one.of('weight')) })),
  );
}

function impliedIn(line: PackageLine, file: readonly PackageLine[]): Recounted {
  const found = impliedShare(bandsBehind(line, file));
  if (found === null) return {};
  const { n, effective, lower, upper, range } = found;
  const isOfPeople = line.of('measure') === 'implied_share_of_people';
  return {
    ...(isOfPeople && { n_answered: decimals(n), n_effective: decimals(effective) }),
    implied_lower: decimals(lower),
    implied_upper: decimals(upper),
    lo: decimals(range.lo),
    hi: decimals(range.hi),
  };
}

function medianIn(series: PrintedSeries): Recounted {
  const found = certainMedian(
    series,
    series.answers.map((line) => ({ code: line.of('option') })),
  );
  if (found === null) return {};
  if (found === 'hidden') return nothing('median', 'median_lo', 'median_hi');
  return { median: found.value, median_lo: found.lo ?? '', median_hi: found.hi ?? '' };
}

/**
 * What the statistics of this project make of one line of estimates.csv, from the counts of the file alone. Of a line without
 * numbers: that it has none.
 * @param file every line of estimates.csv
 */
export function recountLine(line: PackageLine, file: readonly PackageLine[]): Recounted {
  if (!isPrinted(line)) return nothing('x', 'share', 'lo', 'hi', 'implied_lower', 'implied_upper', 'median');
  const series = seriesOf(line, file);
  const people = peopleIn(line, series);
  switch (line.of('measure')) {
    case 'not_in_base':
      return people;
    case 'implied_share':
      return { ...people, ...impliedIn(line, file) };
    case 'implied_share_of_people':
      return impliedIn(line, file);
    case 'median':
      return { ...people, ...medianIn(series) };
    default:
      return { ...people, ...shareIn(line, series) };
  }
}
