import type { ShownCell } from './disclosure/shown.ts';
import { MINIMUM_GROUP } from './disclosure/thresholds.ts';
import type { Release } from './release.ts';
import type { Indicator, SeriesDefinition } from './series.ts';
import { ANSWERED, tableName } from './tables.ts';

/** What a release says of one series as a whole, where it says anything. */
export interface PublishedSeries {
  readonly status: 'published';
  /** People in the base: those in any of the answers. */
  readonly n_answered: number;
  /** By answer; 1 to 4, and what would give them away, are hidden (protocol 3.3, P11). */
  readonly cells: Readonly<Record<string, ShownCell>>;
  /** By indicator of the catalogue. */
  readonly headlines: Readonly<Record<string, ShownCell>>;
  /** Asked but not in the base, as one sum; null where they are one to nine (protocol 2.5). */
  readonly unsaid: number | null;
}

/** From 10 to 29 answers, in names of their own: no code that makes shares of x and n can take them (protocol 2.11). */
export interface FewAnswers {
  readonly status: 'few_answers';
  /** In the base. */
  readonly people: number;
  /** How many of them each headline counts that may be told. */
  readonly counted: Readonly<Record<string, number>>;
}

/** Withheld ones carry no number. */
export type ReleaseSeries = (
  PublishedSeries | FewAnswers | { readonly status: 'small_base' | 'withheld' }
) & {
  readonly estimate: string;
  readonly id: string;
  /** The release whose numbers these are, and whether it is an earlier one (“as of”). */
  readonly vintage: string | null;
  readonly carried: boolean;
};

/**
 * One series of a release.
 * @param name its table, where it is not the one that the series has now
 * @throws Error when the release does not hold it, saying which.
 */
export function findSeries(
  release: Pick<Release, 'id' | 'tables'>,
  estimate: string,
  id: string,
  name = tableName(estimate, id),
): ReleaseSeries {
  const table = release.tables.find((entry) => entry.table === name);
  const group = table?.groups[ANSWERED];
  if (table === undefined || group === undefined)
    throw new Error(
      `The release “${release.id}” holds no series ${name}: it was made from another catalogue.`,
    );
  const head = { estimate, id, vintage: table.vintage, carried: table.carried };
  if (group.status === 'few_answers')
    return { ...head, status: group.status, people: group.n, counted: group.headlines };
  if (group.status !== 'published') return { ...head, status: group.status };
  return {
    ...head,
    status: 'published',
    n_answered: group.n,
    cells: group.cells,
    headlines: group.headlines ?? {},
    unsaid: table.rest?.status === 'published' ? table.rest.n : null,
  };
}

/** At most how many were asked and are not in the base. */
export const mostUnsaid = ({ unsaid }: Pick<PublishedSeries, 'unsaid'>): number =>
  unsaid ?? MINIMUM_GROUP - 1;

/** What is printed of one answer. Throws when the release lacks it. */
export function cellOf({ estimate, id, cells }: PublishedSeries & ReleaseSeries, code: string): ShownCell {
  const found = cells[code];
  if (found === undefined) throw new Error(`The series ${estimate} ${id} of the release has no ${code}.`);
  return found;
}

/** The sums that a reader can work out of the hidden answers: those inside a headline and outside the next finer one. */
function hiddenSums({ n_answered, cells, headlines }: PublishedSeries, catalogued: readonly Indicator[]) {
  const hidden = Object.keys(cells).filter((code) => cells[code]?.status !== 'published');
  const visible = (codes: readonly string[]): number =>
    codes.reduce((sum, code) => {
      const cell = cells[code];
      return cell?.status === 'published' ? sum + cell.x : sum;
    }, 0);
  const nested = [
    { codes: Object.keys(cells), x: n_answered },
    ...catalogued.flatMap(({ id, cells: codes }) => {
      const headline = headlines[id];
      return headline?.status === 'published' ? [{ codes, x: headline.x }] : [];
    }),
  ].map(({ codes, x }) => ({ codes: hidden.filter((code) => codes.includes(code)), x: x - visible(codes) }));
  return nested.map(({ codes, x }, i) => {
    const inner = nested[i + 1] ?? { codes: [], x: 0 };
    return { codes: codes.filter((code) => !inner.codes.includes(code)), x: x - inner.x };
  });
}

/**
 * How many gave one of these answers, where a reader can work it out from what is printed.
 * @returns undefined where some of them are hidden and their sum does not follow.
 */
export function countOf(
  series: PublishedSeries & ReleaseSeries,
  { indicators }: Pick<SeriesDefinition, 'indicators'>,
  codes: readonly string[],
): number | undefined {
  let sum = 0;
  const hidden = new Set<string>();
  for (const code of codes) {
    const cell = cellOf(series, code);
    if (cell.status === 'published') sum += cell.x;
    else hidden.add(code);
  }
  if (hidden.size === 0) return sum;
  for (const { codes: together, x } of hiddenSums(series, indicators)) {
    const found = together.filter((code) => hidden.delete(code)).length;
    if (found > 0 && found < together.length) return undefined;
    if (found > 0) sum += x;
  }
  return sum;
}
