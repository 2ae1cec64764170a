import type { Figure } from '../figures/figure.ts';
import type { Finding } from '../figures/finding.ts';
import type { Dated, Share, Withheld } from '../figures/parts.ts';
import { count } from '../figures/percent.ts';
import { nothingYet } from '../figures/releaseInWords.ts';
import { sayFinding } from './sayFinding.ts';

type Group = ({ readonly n: number } & Dated) | Withheld;

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

/** At least how many people a figure stands on, and of which release, where that is an earlier one. */
function peopleIn(figure: Figure): string | undefined {
  const [most] = apart(figure)
    .map((groups) => {
      const shown = groups.filter(({ n = 0 }) => n > 0);
      return { shown, people: shown.reduce((sum, { n = 0 }) => sum + n, 0) };
    })
    .toSorted((a, b) => b.people - a.people);
  if (most === undefined || most.people === 0) return undefined;
  const older = most.shown.flatMap(({ asOf }) => asOf ?? []).toSorted();
  const [oldest] = older;
  const people = `${count(most.people)} people`;
  if (oldest === undefined) return `${people} so far`;
  const isAll = older.length === most.shown.length && older.at(-1) === oldest;
  return isAll ? `${people} as of ${oldest}` : `${people} so far, some as of ${oldest}`;
}

/** The first of a figure’s findings that may be said, if there is one (protocol 2.10). */
export const foundIn = ({ findings }: Pick<Figure, 'findings'>): Finding | undefined =>
  findings.find((finding) => sayFinding(finding) !== undefined);

/** The same in the words of a title. */
export function findingOf(figure: Pick<Figure, 'findings'>): string | undefined {
  const found = foundIn(figure);
  return found && sayFinding(found);
}

/** A figure’s finding; else its plain name and how many people there are (protocol 2.10). */
export function titleOf(figure: Figure): string {
  const finding = findingOf(figure);
  if (finding !== undefined) return finding;
  const none = figure.provenance.release === null ? nothingYet.toLowerCase() : 'too few answers yet';
  return `${figure.name}: ${peopleIn(figure) ?? none}`;
}
