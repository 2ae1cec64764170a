import { count } from '../../figures/percent.ts';
import { numberIn, type PackageLine } from '../../release/recount/packageLine.ts';
import { seriesOf } from '../../release/recount/printedSeries.ts';
import { medianRanks } from '../../statistics/medianRanks.ts';
import { between, type Step } from './step.ts';
import { answerIn } from './workedCells.ts';

/** How many gave each answer or one before it, as far as the counts are printed. */
function addedUp(answers: readonly PackageLine[]): readonly string[] {
  let sum = 0;
  const sums: string[] = [];
  for (const one of answers) {
    const x = numberIn(one, 'x');
    if (x === undefined) return [...sums, `${one.of('label')}: not shown`];
    sum += x;
    sums.push(`${one.of('label')}: ${count(x)}, with those before ${count(sum)}`);
  }
  return sums;
}

/** A median and its range of ranks, step by step. @returns nothing for a line without numbers */
export function workedMedian(line: PackageLine, file: readonly PackageLine[]): readonly Step[] {
  const n = numberIn(line, 'n_answered') ?? 0;
  const ranks = medianRanks(n);
  if (line.of('median') === '' || ranks === null) return [];
  const { answers } = seriesOf(line, file);
  const [middle, lo, hi] = ['median', 'median_lo', 'median_hi'].map((column) => answerIn(line, file, column));
  const isHidden = answers.some((one) => one.of('x') === '');
  return [
    {
      says: `The answers in order, from the least: the middle one of ${count(n)} has the rank (n + 1)/2.`,
      sums: [`(${n} + 1)/2 = ${(n + 1) / 2}`],
    },
    {
      says: isHidden
        ? 'How many gave an answer or one before it. Wherever those lie whose count is not shown, the middle and its range are the same.'
        : 'How many gave an answer or one before it.',
      sums: addedUp(answers),
    },
    { says: `So the middle answer lies in “${middle}”.`, sums: [] },
    {
      says: 'How far the middle of a random draw may lie from it: X is binomial (n, ½), and j the largest number with P(X ≤ j − 1) ≤ 0.025.',
      sums: [
        `j = ${ranks.lower}, n − j + 1 = ${n} − ${ranks.lower} + 1 = ${ranks.upper}`,
        `1 − 2 · P(X ≤ ${ranks.lower - 1}) = ${between(ranks.coverage)}`,
      ],
    },
    {
      says:
        lo === hi
          ? `The answers with these ranks both lie in “${lo}”: that is the range.`
          : `The answers with these ranks lie in “${lo}” and “${hi}”: that is the range.`,
      sums: [],
    },
  ];
}
