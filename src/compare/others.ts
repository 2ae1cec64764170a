import { shownOf, type Printed } from '../figures/estimates/shownOf.ts';
import { whyHidden } from '../figures/estimates/withheld.ts';
import { count } from '../figures/percent.ts';
import type { ShownCell } from '../release/disclosure/shown.ts';
import { countOf } from '../release/countOf.ts';
import type { Said } from './subject.ts';

/** What the others did, after it is said who they are: “12 of the 87 job seekers here heard just that”. */
type Told = (who: string) => string;

/** “12 of the 87”, “None of the 87”, “Fewer than 5 of the 87”; nothing where a smaller count would be given away. */
export function manyOf(series: Printed, codes: readonly string[]): string | undefined {
  const cell = shownOf(series, codes);
  return cell.status === 'withheld' ? undefined : inWords(cell, series.published.n_answered);
}

function inWords(cell: Exclude<ShownCell, { status: 'withheld' }>, n: number): string {
  if (cell.status === 'small_cell') return whyHidden(cell, n).replace(/ of /, ' of the ');
  return `${cell.x === 0 ? 'None' : count(cell.x)} of the ${count(n)}`;
}

/** Where the sooner waits are hidden: who was told by the end of this one, or of the next whose sum is known, as the curve has it. */
function toldBy(series: Printed, code: string): Told | undefined {
  const { cells } = series.definition;
  const from = cells.findIndex((cell) => cell.code === code);
  for (const [i, { days }] of cells.entries()) {
    if (i < from || days === undefined) continue;
    const many = manyOf(
      series,
      cells.slice(0, i + 1).map((cell) => cell.code),
    );
    if (many !== undefined) return (who) => `${many} ${who} had word within ${days} days`;
  }
  return undefined;
}

const listed = new Intl.ListFormat('en', { type: 'disjunction' });

/** Where the count of an answer is hidden: who gave it or another hidden one, on the same side of a headline if that is known, as the bars have it. */
function together({ definition, published }: Printed, code: string): Told | undefined {
  const hidden = definition.cells.filter((cell) => published.cells[cell.code]?.status !== 'published');
  for (const inside of [...definition.indicators.map(({ cells }) => cells), []]) {
    const all = hidden.filter((cell) => inside.includes(cell.code) === inside.includes(code));
    const x = countOf(
      published,
      definition,
      all.map((cell) => cell.code),
    );
    if (x === undefined) continue;
    const others = all.flatMap((cell) => (cell.code === code ? [] : [`“${cell.label}”`]));
    const many = inWords({ status: 'published', x }, published.n_answered);
    return (who) =>
      `${many} ${who} gave this answer or ${listed.format(others)}: how many gave each would give away a smaller count`;
  }
  return undefined;
}

/**
 * The others of a series beside an answer; of a wait, those who were told sooner. Where that is hidden, the nearest sum that the
 * release prints, which is the one in the drawing.
 * @param like what they did who gave this answer
 * @throws Error when no sum can be worked out, which the rules of a release leave none of (protocol 3.3, P11)
 */
export function othersOf(series: Printed, code: string, { like }: Said, inOrder = false): Told {
  const { definition, published } = series;
  const codes = definition.cells.map((cell) => cell.code);
  const before = codes.slice(0, codes.indexOf(code));
  const isSooner = inOrder && before.length > 0 && code !== 'never';
  const counted = isSooner ? before : [code];
  const many = manyOf(series, counted);
  if (many !== undefined)
    return (who) => `${many} ${who} ${many.startsWith('None') ? 'gave this answer' : like}`;
  const own = manyOf(series, [code]);
  const nearest =
    (inOrder && code !== 'never' ? toldBy(series, code) : undefined) ??
    (own === undefined ? together(series, code) : (who) => `${own} ${who} gave this answer`);
  if (nearest === undefined)
    throw new Error(`The release tells nothing of ${code} in ${published.estimate} ${published.id}.`);
  return nearest;
}
