import { holds, type Codes, type Condition, all, either } from '../../survey/condition.ts';
import type { ShownTable } from '../disclosure/shown.ts';
import { MINIMUM_CELL } from '../disclosure/thresholds.ts';
import { countOf } from '../countOf.ts';
import { findSeries, type PublishedSeries, type ReleaseSeries } from '../findSeries.ts';
import { findAnswers, implies } from '../implies.ts';
import { tables as catalogued, type TableDefinition } from '../tables.ts';
import type { Exposure } from './exposure.ts';

/** How many people gave some answers to a series, as a reader has it from its table. */
interface Known {
  readonly definition: TableDefinition;
  readonly what: string;
  readonly vintage: string | null;
  readonly where: Condition;
  readonly n: number;
}

const gave = ({ series: { base, cells } }: TableDefinition, codes: readonly string[]): Condition =>
  all(base.where, either(...cells.filter(({ code }) => codes.includes(code)).map(({ where }) => where)));

const answered = (definition: TableDefinition): Condition =>
  gave(
    definition,
    definition.series.cells.map(({ code }) => code),
  );

/** The answers that are printed, those that are not as one, the headlines, and everybody else. */
function setsOf({ series }: TableDefinition, { cells }: PublishedSeries): readonly (readonly string[])[] {
  const codes = series.cells.map(({ code }) => code);
  const hidden = codes.filter((code) => cells[code]?.status !== 'published');
  const headlines = series.indicators.map((one) => one.cells);
  const others = headlines.map((own) => codes.filter((code) => !own.includes(code)));
  const together = [codes, ...headlines, ...others].map((own) => own.filter((code) => hidden.includes(code)));
  const sets = [codes, ...codes.map((code) => [code]), ...headlines, ...others, ...together];
  return [...new Map(sets.map((own) => [own.join(), own])).values()].filter((own) => own.length > 0);
}

function knownIn(definition: TableDefinition, found: ReleaseSeries): readonly Known[] {
  const known = (what: string, codes: readonly string[], n: number | undefined): readonly Known[] =>
    n === undefined ? [] : [{ definition, what, vintage: found.vintage, where: gave(definition, codes), n }];
  const { series } = definition;
  if (found.status === 'few_answers')
    return [
      ...known(
        'everybody',
        series.cells.map(({ code }) => code),
        found.people,
      ),
      ...series.indicators.flatMap(({ id, cells }) => known(id, cells, found.counted[id])),
    ];
  if (found.status !== 'published') return [];
  return setsOf(definition, found).flatMap((codes) =>
    known(
      codes.join(' and '),
      codes,
      codes.length === series.cells.length ? found.n_answered : countOf(found, series, codes),
    ),
  );
}

/** People in one number and not in another. */
type Between = Readonly<Record<'outer' | 'inner', Known>>;

const isIn = ({ outer, inner }: Between, answers: Codes): boolean =>
  holds(outer.where, answers) && !holds(inner.where, answers);

/** Whether somebody who answered both series can be between them, and is not seen to be nobody. */
function isSomebody(between: Between, nobody: readonly Between[]): boolean {
  const { outer, inner } = between;
  const both = [answered(outer.definition), answered(inner.definition)];
  const conditions = [between, ...nobody].flatMap((one) => [one.outer.where, one.inner.where]);
  const found = findAnswers(
    outer.definition.series.side,
    [...conditions, ...both],
    (answers) =>
      isIn(between, answers) &&
      both.every((where) => holds(where, answers)) &&
      !nobody.some((one) => isIn(one, answers)),
  );
  return found !== null;
}

const areNested = ({ outer, inner }: Between): boolean =>
  implies(outer.definition.series.side, inner.where, outer.where);

const NOBODY: Condition = either();

/** Those of whom a reader sees that there are none: of an answer, or between two numbers of these tables. */
function nobodyIn(known: readonly Known[], { outer, inner }: Between): readonly Between[] {
  const own = known.filter(({ definition }) => [outer.definition, inner.definition].includes(definition));
  return own.flatMap((one) => [
    ...(one.n === 0 ? [{ outer: one, inner: { ...one, where: NOBODY } }] : []),
    ...own
      .filter((other) => other !== one && other.n === one.n)
      .map((other) => ({ outer: one, inner: other }))
      .filter(areNested),
  ]);
}

/**
 * P11, attacked: one to four people who are in an answer of one series and in none of another, for a reader who takes a number
 * of the one from a number of the other, where both are of the same people and of one release. It reads what is printed and
 * the questionnaire, and not how the rule finds such series.
 */
export function attackAnswers(release: string, shown: readonly ShownTable[]): readonly Exposure[] {
  const names = new Set(shown.map(({ table }) => table));
  const known = catalogued
    .filter(
      ({ name, segment, series }) => names.has(name) && segment === null && series.partedBy === undefined,
    )
    .flatMap((definition) => {
      const { name, estimate, series } = definition;
      return knownIn(
        definition,
        findSeries({ id: release, tables: [...shown] }, estimate.id, series.id, name),
      );
    });
  const alike = Map.groupBy(
    known,
    ({ definition, vintage }) => `${definition.series.base.id} ${vintage ?? ''}`,
  );
  return [...alike.values()].flatMap((own) =>
    own.flatMap((outer) =>
      own.flatMap((inner): Exposure[] => {
        const people = outer.n - inner.n;
        const isFew = people > 0 && people < MINIMUM_CELL && outer.definition !== inner.definition;
        const between = { outer, inner };
        if (!isFew || !areNested(between) || !isSomebody(between, nobodyIn(own, between))) return [];
        return [
          {
            table: outer.definition.name,
            group: `${outer.what} without ${inner.what} of ${inner.definition.name}`,
            from: outer.vintage ?? release,
            to: release,
            people,
          },
        ];
      }),
    ),
  );
}
