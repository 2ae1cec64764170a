import { whyHidden, whyWithheld } from '../../figures/estimates/withheld.ts';
import { count } from '../../figures/percent.ts';
import { MINIMUM_GROUP } from '../../release/disclosure/thresholds.ts';
import { numberIn, type PackageLine } from '../../release/recount/packageLine.ts';
import { seriesOf } from '../../release/recount/printedSeries.ts';
import { isFact, isPrinted } from '../../release/recount/recountLine.ts';
import { medianRanks } from '../../statistics/medianRanks.ts';
import { wilsonSteps, Z_95 } from '../../statistics/wilson.ts';
import { between } from './step.ts';

/** What stands in place of the numbers of a line that has none: nothing but what the rules let be said. */
export function hiddenWords(line: PackageLine): string {
  const [n, x] = [numberIn(line, 'n_answered'), numberIn(line, 'x')];
  const status = line.of('status');
  if (status === 'few_answers' && x !== undefined && n !== undefined) return `${count(x)} of ${count(n)}`;
  if (line.of('measure') === 'not_in_base' && status === 'small_cell') return `Fewer than ${MINIMUM_GROUP}`;
  // It hangs on several series, each with a vintage of its own.
  if (line.of('measure') === 'implied_share_of_people') return 'Not shown, as a group that it needs is not';
  if (n === undefined || (status !== 'small_cell' && status !== 'withheld'))
    return whyWithheld({
      status: status === 'withheld' ? 'withheld' : 'small_base',
      vintage: line.of('vintage') || null,
    });
  return whyHidden(
    status === 'withheld'
      ? { status }
      : { status: 'small_cell', bound: line.of('bound') === 'high' ? 'high' : 'low' },
    n,
  );
}

/** A range by its ends. */
const range = (line: PackageLine, lo = 'lo', hi = 'hi'): string => `${line.of(lo)} to ${line.of(hi)}`;

function shareCells(line: PackageLine): readonly string[] {
  const [x, n] = [numberIn(line, 'x') ?? 0, numberIn(line, 'n_answered') ?? 0];
  const counts = `${count(x)} of ${count(n)}`;
  if (isFact(line)) return [counts, line.of('share'), '', ''];
  const { centre, half } = wilsonSteps(x / n, n, Z_95);
  return [counts, line.of('share'), `${between(centre)} ± ${between(half)}`, range(line)];
}

/** The words of an answer that a median or an end of its range lies in. */
export function answerIn(line: PackageLine, file: readonly PackageLine[], column: string): string {
  const code = line.of(column);
  return (
    seriesOf(line, file)
      .answers.find((one) => one.of('option') === code)
      ?.of('label') ?? code
  );
}

function medianCells(line: PackageLine, file: readonly PackageLine[]): readonly string[] {
  const n = numberIn(line, 'n_answered') ?? 0;
  const ranks = medianRanks(n);
  if (line.of('median') === '' || ranks === null) return [count(n), '', '', ''];
  const [value, lo, hi] = ['median', 'median_lo', 'median_hi'].map((column) => answerIn(line, file, column));
  return [
    count(n),
    value ?? '',
    `ranks ${ranks.lower} and ${ranks.upper}`,
    lo === hi ? 'the same' : `${lo} to ${hi}`,
  ];
}

/**
 * The numbers of a line of estimates.csv as a row has them: the count, the value, the step before the range, the range.
 * @param file every line of estimates.csv
 */
export function workedCells(line: PackageLine, file: readonly PackageLine[]): readonly string[] {
  if (!isPrinted(line)) return [hiddenWords(line).replace(/,.*/, ''), '', '', ''];
  switch (line.of('measure')) {
    case 'not_in_base':
      return [count(numberIn(line, 'x') ?? 0), '', '', ''];
    case 'median':
      return medianCells(line, file);
    case 'implied_share':
    case 'implied_share_of_people':
      return [
        count(numberIn(line, 'n_answered') ?? 0),
        range(line, 'implied_lower', 'implied_upper'),
        '',
        range(line),
      ];
    default:
      return shareCells(line);
  }
}

/** The numbers of a line of comparisons.csv as a row has them: both counts, the difference, its range. */
export function differenceRow(line: PackageLine): readonly string[] {
  const counts = (side: 'a' | 'b') =>
    `${count(Number(line.of(`${side}_x`)))} of ${count(Number(line.of(`${side}_n`)))}`;
  return [
    counts('a'),
    counts('b'),
    signed(line.of('difference')),
    `${signed(line.of('lo'))} to ${signed(line.of('hi'))}`,
  ];
}

/** A number with a true minus sign. */
export const signed = (text: string): string => text.replace('-', '−');
