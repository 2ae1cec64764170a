import { count } from '../../figures/percent.ts';
import { numberIn, type PackageLine } from '../../release/recount/packageLine.ts';
import { partsOf } from '../../release/recount/printedSeries.ts';
import { isFact, isPrinted } from '../../release/recount/recountLine.ts';
import type { Step } from '../../words/worked/step.ts';
import { workedBands } from '../../words/worked/workedBands.ts';
import { workedDifference } from '../../words/worked/workedDifference.ts';
import { workedMedian } from '../../words/worked/workedMedian.ts';
import { workedShare } from '../../words/worked/workedShare.ts';
import { differenceLabel, lineLabel } from './lineLabels.ts';
import type { PackageLines } from './packageLines.ts';

/** One number of a figure worked out step by step. */
export interface Worked {
  readonly heading: string;
  /** Which number it is. */
  readonly of: string;
  readonly steps: readonly Step[];
}

/** Kinds of lines that count people, those that are read before those that they are made of. */
const counting = ['by_day', 'headline', 'answer'];

/** The share to work out: the one in the title if it is there, else the first that adds up several answers. */
function shareToWork(own: readonly PackageLine[], title: string): PackageLine | undefined {
  const shares = counting.flatMap((measure) =>
    own.filter((line) => line.of('measure') === measure && isPrinted(line) && !isFact(line)),
  );
  const isInTitle = (line: PackageLine): boolean =>
    title.includes(`${count(numberIn(line, 'x') ?? 0)} of ${count(numberIn(line, 'n_answered') ?? 0)}`);
  return shares.find(isInTitle) ?? shares.find((line) => partsOf(line).length > 1) ?? shares[0];
}

const firstOf = (own: readonly PackageLine[], measure: string): PackageLine | undefined =>
  own.find((line) => line.of('measure') === measure && isPrinted(line) && line.of('method') !== '');

/** One number of each kind that a figure has, worked out step by step. */
export function worked({ estimates, comparisons }: PackageLines, title: string): readonly Worked[] {
  const of = (
    heading: string,
    line: PackageLine | undefined,
    steps: (line: PackageLine, file: readonly PackageLine[]) => readonly Step[],
  ): readonly Worked[] =>
    line === undefined ? [] : [{ heading, of: lineLabel(line), steps: steps(line, estimates.all) }];
  const difference = comparisons.own.find((line) => line.of('difference') !== '');
  return [
    ...of('A share and its range', shareToWork(estimates.own, title), workedShare),
    ...of('A middle answer and its range', firstOf(estimates.own, 'median'), workedMedian),
    ...of('What employers’ bands imply', firstOf(estimates.own, 'implied_share'), workedBands),
    ...(difference === undefined
      ? []
      : [
          {
            heading: 'A difference and its range',
            of: differenceLabel(difference, estimates.all),
            steps: workedDifference(difference),
          },
        ]),
  ].filter(({ steps }) => steps.length > 0);
}
