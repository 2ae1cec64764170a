import type { Figure } from '../figures/figure.ts';
import type { Share, Withheld } from '../figures/parts.ts';
import { count } from '../figures/percent.ts';
import { nothingYet } from '../figures/releaseInWords.ts';
import { sayFinding } from './sayFinding.ts';

type Group = { readonly n: number } | Withheld;

/** Groups of a figure that hold different people, in lists that may hold the same ones. */
function apart(figure: Figure): readonly (readonly Group[])[] {
  switch (figure.form) {
    case 'ladder':
      return figure.apart === true ? figure.series.map((one) => [one]) : [figure.series];
    case 'diverging':
    case 'curve':
    case 'medians':
      return [figure.series];
    case 'gap':
      return figure.rows.map(({ seeker, employer }) =>
        employer === undefined ? [seeker] : [seeker, employer],
      );
    case 'dumbbell':
      return figure.rows.map(({ seeker, employer }) => [seeker, employer]);
    case 'bars': {
      const values = (rows: (typeof figure.groups)[number]['rows']): readonly (Share | Withheld)[] =>
        rows.flatMap(({ bars }) => bars.map(({ value }) => value));
      return figure.cut === undefined
        ? figure.groups.flatMap(({ rows }) => rows.map((row) => values([row])))
        : figure.groups.map(({ rows }) => values(rows));
    }
  }
}

/** Every group of a figure, shown or not. */
export const groupsOf = (figure: Figure): readonly Group[] => apart(figure).flat();

/** At least how many people a figure stands on. */
function peopleIn(figure: Figure): number {
  const sums = apart(figure).map((groups) => groups.reduce((sum, { n = 0 }) => sum + n, 0));
  return Math.max(0, ...sums);
}

/** The first of a figure’s findings that may be said, if there is one (protocol 2.10). */
export function findingOf({ findings }: Pick<Figure, 'findings'>): string | undefined {
  for (const finding of findings) {
    const said = sayFinding(finding);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** A figure’s finding; else its plain name and how many people there are (protocol 2.10). */
export function titleOf(figure: Figure): string {
  const finding = findingOf(figure);
  if (finding !== undefined) return finding;
  const people = peopleIn(figure);
  const none = figure.provenance.release === null ? nothingYet.toLowerCase() : 'too few answers yet';
  return `${figure.name}: ${people === 0 ? none : `${count(people)} people so far`}`;
}
