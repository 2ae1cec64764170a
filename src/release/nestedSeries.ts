import { holds } from '../survey/condition.ts';
import { everyAnswers } from './implies.ts';
import type { SeriesDefinition } from './series.ts';
import { tables, type TableDefinition } from './tables.ts';

/** People of one base by their answers in two of its series; null where they gave none that counts. */
export interface AnsweredBoth {
  readonly first: string | null;
  readonly second: string | null;
}

/** Two tables of the same base, an answer of one of which holds only people who are in an answer of the other. */
export interface NestedSeries {
  /** The one with fewer answers, or that comes first in the catalogue. */
  readonly first: string;
  readonly second: string;
  /** Everybody that there can be in the base, by both. */
  readonly people: readonly AnsweredBoth[];
}

const codeIn = ({ cells }: SeriesDefinition, answers: Parameters<typeof holds>[1]): string | null =>
  cells.find(({ where }) => holds(where, answers))?.code ?? null;

function peopleIn(first: SeriesDefinition, second: SeriesDefinition): readonly AnsweredBoth[] {
  const { base, side } = first;
  const conditions = [base, ...first.cells, ...second.cells].map(({ where }) => where);
  const found = everyAnswers(side, conditions)
    .filter((answers) => holds(base.where, answers))
    .map((answers) => ({ first: codeIn(first, answers), second: codeIn(second, answers) }));
  return [...new Map(found.map((one) => [`${one.first ?? ''} ${one.second ?? ''}`, one])).values()];
}

/** The sets of answers whose number a table may print. */
const setsOf = ({ cells, indicators }: SeriesDefinition): readonly ReadonlySet<string>[] => [
  ...cells.map(({ code }) => new Set([code])),
  ...indicators.map((one) => new Set(one.cells)),
];

function areNested(a: SeriesDefinition, b: SeriesDefinition, people: readonly AnsweredBoth[]): boolean {
  const isIn = (codes: ReadonlySet<string>, code: string | null): boolean => code !== null && codes.has(code);
  return setsOf(a).some((ofA) =>
    setsOf(b).some((ofB) => {
      const inOne = people.map(({ first, second }) => [isIn(ofA, first), isIn(ofB, second)] as const);
      return inOne.every(([isA, isB]) => isA || !isB) || inOne.every(([isA, isB]) => isB || !isA);
    }),
  );
}

function pairsOf(alike: readonly TableDefinition[]): readonly NestedSeries[] {
  const coarseFirst = alike.toSorted((a, b) => a.series.cells.length - b.series.cells.length);
  return coarseFirst.flatMap((second, i) =>
    coarseFirst.slice(0, i).flatMap((first): NestedSeries[] => {
      const people = peopleIn(first.series, second.series);
      return areNested(first.series, second.series, people)
        ? [{ first: first.name, second: second.name, people }]
        : [];
    }),
  );
}

let found: readonly NestedSeries[] | undefined;

/**
 * Every such pair of the catalogue, decided from the questionnaire and not from anybody’s answers. No pair has a second table
 * that is the first one of a pair before it.
 */
export function nestedSeries(): readonly NestedSeries[] {
  const whole = tables.filter(({ segment, series }) => segment === null && series.partedBy === undefined);
  found ??= [...Map.groupBy(whole, ({ series }) => series.base.id).values()].flatMap(pairsOf);
  return found;
}
