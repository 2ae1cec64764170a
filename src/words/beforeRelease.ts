import { charted } from '../figures/estimates/figureOf.ts';
import type { Figure } from '../figures/figure.ts';
import { isWithheld } from '../figures/parts.ts';
import { groupsOf } from './titleOf.ts';

/** The names of the blanks of a figure, each once, as its drawing has them. */
function blanksOf(figure: Figure): readonly string[] {
  const labels = groupsOf(figure).flatMap((group) => (isWithheld(group) ? [group.label] : []));
  return [...new Set(labels)];
}

/** An empty picture in words. */
export const emptyPicture = (figure: Figure): string =>
  `The drawing is empty, with a blank for each of these: ${blanksOf(figure).join('; ')}.`;

/** One group of a figure and the answers that its bar or curve will be made of. */
export interface Answers {
  readonly of: string;
  readonly answers: readonly string[];
}

/** The answers that will be told apart, group by group; groups with the same ones stand together. */
export function answersToCome(figure: Figure): readonly Answers[] {
  if (!('series' in figure)) return [];
  const definitions = charted.find(({ slug }) => slug === figure.id)?.series ?? [];
  const all = figure.series.flatMap(({ id, label }) => {
    const cells = definitions.find((series) => series.id === id)?.cells ?? [];
    return cells.length === 0 ? [] : [{ of: label, answers: cells.map((cell) => cell.label) }];
  });
  const alike = Map.groupBy(all, ({ answers }) => answers.join());
  return [...alike.values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, of: [first, ...more].map(({ of }) => of).join('; ') }],
  );
}
