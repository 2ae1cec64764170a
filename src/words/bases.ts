import type { Figure } from '../figures/figure.ts';
import { isWithheld } from '../figures/parts.ts';
import { count } from '../figures/percent.ts';

/** How many answers a figure stands on: “n = 180”, “n = 87 and 98”, “n = 55 to 120”, or nothing where all is withheld. */
export function bases(figure: Figure): string {
  const all = groups(figure).flatMap((group) => (isWithheld(group) ? [] : [group.n]));
  const [first, second] = all;
  if (first === undefined) return '';
  if (second === undefined) return `n = ${count(first)}`;
  if (all.every((n) => n === first)) return `n = ${count(first)}`;
  if (all.length === 2) return `n = ${count(first)} and ${count(second)}`;
  return `n = ${count(Math.min(...all))} to ${count(Math.max(...all))}`;
}

function groups(figure: Figure) {
  switch (figure.form) {
    case 'ladder':
    case 'diverging':
    case 'curve':
    case 'medians':
      return figure.series;
    case 'gap':
    case 'dumbbell':
      return figure.rows.flatMap(({ seeker, employer }) => [seeker, employer]);
    case 'bars':
      return figure.groups.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars.map(({ value }) => value)));
  }
}
