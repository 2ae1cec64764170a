import { count, percent, percentRange, withCount } from '../../figures/percent.ts';
import { sideNames } from '../../figures/sideNames.ts';
import { countOf } from '../../release/countOf.ts';
import { MINIMUM_GROUP } from '../../release/disclosure/thresholds.ts';
import { numberIn, type PackageLine } from '../../release/recount/packageLine.ts';
import { seriesOf } from '../../release/recount/printedSeries.ts';
import { isPrinted } from '../../release/recount/recountLine.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { SideId } from '../../survey/question.ts';

/** A number that a figure may print of its lines. */
export interface PrintedNumber {
  readonly side: string;
  /** What the rows and columns of a table may call it by. */
  readonly names: readonly string[];
  /** How it may be written: “41%”, “41% (74)”, each with its range, “74 of 180”, “34–48%”, “n 180”. */
  readonly texts: readonly string[];
}

/** A share with its range, and what it could be with those who did not say. A base that is withheld has none. */
function shareOf(
  of: Pick<PrintedNumber, 'side' | 'names'>,
  x: number | undefined,
  n: number,
  missing = 0,
): readonly PrintedNumber[] {
  const found = x === undefined || n === 0 ? null : wilson(x, n);
  if (found === null) return [];
  const [asked, range] = [n + missing, percentRange(found.lo, found.hi)];
  const texts = [
    ...[percent(found), withCount(found)].flatMap((share) => [share, `${share} ${range}`]),
    range,
    percentRange(found.x / asked, (found.x + missing) / asked),
    `${count(found.x)} of ${count(n)}`,
  ];
  return [{ ...of, texts }];
}

/** Whose answers a line counts, and in which group or answer. */
function seriesIn(line: PackageLine, ...more: readonly string[]): Pick<PrintedNumber, 'side' | 'names'> {
  const [label, side] = [line.of('series_label'), sideNames[line.of('side') as SideId]];
  return { side, names: [side, label, ...label.split(/[;,] /), ...more] };
}

function ofLine(line: PackageLine, file: readonly PackageLine[]): readonly PrintedNumber[] {
  const [x, n = 0] = [numberIn(line, 'x'), numberIn(line, 'n_answered')];
  const [measure, own] = [line.of('measure'), seriesIn(line, line.of('segment_label'), line.of('label'))];
  const span = (lo: string, hi: string): string => percentRange(Number(line.of(lo)), Number(line.of(hi)));
  const base = { ...own, texts: [`n ${count(n)}`] };
  if (measure.startsWith('implied'))
    return [base, { ...own, texts: [span('implied_lower', 'implied_upper'), span('lo', 'hi')] }];
  // Of those outside the base no share is made; they may be more than are in it.
  if (measure === 'not_in_base') return [base];
  const { aside } = seriesOf(line, file);
  // Fewer than ten who did not say may be nine.
  const missing =
    aside && line.of('segment_var') === 'none' ? (numberIn(aside, 'x') ?? MINIMUM_GROUP - 1) : 0;
  // Of a headline those are told as well whom it does not count.
  const rest = measure === 'answer' || x === undefined ? undefined : n - x;
  return [base, ...shareOf(own, x, n, missing), ...shareOf(seriesIn(line), rest, n, missing)];
}

/** The sums of several lines: hidden answers that are drawn as one, who is in no group, and groups set beside all others. */
function ofSeries(own: readonly PackageLine[], file: readonly PackageLine[]): readonly PrintedNumber[] {
  const [first] = own;
  if (first === undefined) return [];
  const [whose, series] = [seriesIn(first), seriesOf(first, file)];
  const { answers, indicators, n_answered: n } = series;
  const add = (lines: readonly PackageLine[], column: string): number =>
    lines.reduce((sum, line) => sum + Number(line.of(column)), 0);
  if (first.of('segment_var') !== 'none')
    return own.flatMap((one) => {
      const others = own.filter(
        (line) => line !== one && isPrinted(line) && line.of('option') === one.of('option'),
      );
      return shareOf(whose, add(others, 'x'), add(others, 'n_answered'));
    });
  const codes = answers.map((line) => line.of('option'));
  const hidden = codes.filter((_, i) => answers[i]?.of('x') === '');
  const sets = [[], hidden, ...indicators.map(({ cells }) => cells)];
  const sums = [
    ...sets.flatMap((inner) =>
      sets.map((outer) => hidden.filter((code) => outer.includes(code) !== inner.includes(code))),
    ),
    // On a scale those between two hidden answers are drawn with them.
    ...hidden.flatMap((from) => hidden.map((to) => codes.slice(codes.indexOf(from), codes.indexOf(to) + 1))),
  ].filter((sum) => sum.length > 0);
  return [
    // In who answered, those in no group are in the base as well.
    ...shareOf(whose, n - add(answers, 'x'), n),
    ...sums.flatMap((sum) => shareOf(whose, countOf(series, series, sum), n)),
  ];
}

/**
 * Every number that a figure may print.
 * @param own the lines that it is made of
 * @param file every line of estimates.csv
 */
export function printedNumbers(
  own: readonly PackageLine[],
  file: readonly PackageLine[],
): readonly PrintedNumber[] {
  const nameOf = (line: PackageLine): string => `${line.of('estimate_id')} ${line.of('series')}`;
  const series = new Set(own.map(nameOf));
  // The title of a cut may be of everybody.
  const whole = file.filter(
    (line) =>
      series.has(nameOf(line)) && line.of('segment_var') === 'none' && line.of('measure') === 'headline',
  );
  return [
    ...[...own, ...whole].flatMap((line) => ofLine(line, file)),
    ...[...series].flatMap((name) =>
      ofSeries(
        own.filter((line) => nameOf(line) === name),
        file,
      ),
    ),
  ];
}
