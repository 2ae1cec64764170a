import { holds } from '../survey/condition.ts';
import { describesPerson } from './bases.ts';
import { seriesOfSide } from './catalogue.ts';
import { all, either } from './conditions.ts';
import { everyAnswers, implies } from './implies.ts';
import type { Base, SeriesDefinition } from './series.ts';

/** Every routing base, once: those of the catalogue’s series, and the one that a profile tells by its answers. */
export const bases: readonly Base[] = [
  ...new Map(
    [
      ...(['job_seeker', 'employer'] as const).flatMap(seriesOfSide).map(({ series: { base } }) => base),
      describesPerson,
    ].map((base) => [base.id, base] as const),
  ).values(),
];

/** The kinds of people that routing tells apart, by the bases that each is in: the two sides have none in common. */
const everyKind: readonly ReadonlySet<string>[] = [...Map.groupBy(bases, ({ side }) => side)].flatMap(
  ([side, own]) => {
    const conditions = own.map(({ where }) => where);
    const kinds = everyAnswers(side, conditions).map((answers) =>
      own.filter(({ where }) => holds(where, answers)).map(({ id }) => id),
    );
    return [...new Map(kinds.map((ids) => [ids.join(), new Set(ids)])).values()];
  },
);

const kindsIn: ReadonlyMap<string, bigint> = new Map(
  bases.map(({ id }) => [
    id,
    everyKind.reduce((bits, kind, i) => (kind.has(id) ? bits | (1n << BigInt(i)) : bits), 0n),
  ]),
);

export const isBase = (name: string): boolean => kindsIn.has(name);

/** The kinds of people in a base, a bit each. Throws on a name that is none. */
export function kindsOf(base: string): bigint {
  const found = kindsIn.get(base);
  if (found === undefined) throw new Error(`There is no base ${base}.`);
  return found;
}

/** Whether all of these kinds of people are among the others. */
export const isWithin = (inner: bigint, outer: bigint): boolean => (inner & outer) === inner;

/** Whether everybody in one routing base is in another. */
export const isInside = (inner: string, outer: string): boolean => isWithin(kindsOf(inner), kindsOf(outer));

const told = new WeakMap<SeriesDefinition, ReadonlyMap<string, readonly string[]>>();

/** The routing bases that are exactly those who gave one of some answers, with the codes: a reader adds them up. */
export function basesToldBy(series: SeriesDefinition): ReadonlyMap<string, readonly string[]> {
  const { side, base, cells } = series;
  const found =
    told.get(series) ??
    new Map(
      bases.flatMap(({ id, where }): [string, readonly string[]][] => {
        if (id === base.id || !isInside(id, base.id)) return [];
        const parts = cells.filter((cell) => implies(side, all(base.where, cell.where), where));
        const whole = parts.length > 0 && implies(side, where, either(...parts.map((cell) => cell.where)));
        return whole ? [[id, parts.map(({ code }) => code)]] : [];
      }),
    );
  told.set(series, found);
  return found;
}
