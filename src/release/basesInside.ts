import { holds, all, either, is } from '../survey/condition.ts';
import { versionIds, inRun, INSTRUMENT, versionsIn } from './asked.ts';
import { describesPerson } from './bases.ts';
import { everyAnswers, implies } from './implies.ts';
import type { Base, SeriesDefinition } from './series.ts';
import { tables } from './tables.ts';
import { sideIds } from '../survey/sides.ts';

/** Those who describe a person, in the versions of each profile that tells how many they are. */
const toldByAnswers = tables
  .filter(({ series }) => series.partedBy !== undefined && series.side === describesPerson.side)
  .map(({ series: { base } }) => inRun(describesPerson, { versions: versionsIn(base) }));

/** Every routing base, once: those of the catalogue’s series, and the one that a profile tells by its answers. */
export const bases: readonly Base[] = [
  ...new Map(
    [
      ...sideIds.flatMap((side) =>
        tables.flatMap(({ series }) => (series.side === side ? [series.base] : [])),
      ),
      ...toldByAnswers,
    ].map((base) => [base.id, base] as const),
  ).values(),
];

/** People whom routing tells apart from others. */
interface Kind {
  /** The bases that each of them is in. */
  readonly ids: ReadonlySet<string>;
  /** The versions of the questionnaire in which somebody can be of this kind. */
  readonly versions: ReadonlySet<string>;
}

/** Every kind of people: the two sides have none in common. */
const everyKind: readonly Kind[] = [...Map.groupBy(bases, ({ side }) => side)].flatMap(([side, own]) => {
  const conditions = [
    ...own.map(({ where }) => where),
    ...versionIds.map((version) => is(INSTRUMENT, version)),
  ];
  const found = everyAnswers(side, conditions).map((answers) => ({
    ids: own.filter(({ where }) => holds(where, answers)).map(({ id }) => id),
    version: String(answers[INSTRUMENT]),
  }));
  return [...Map.groupBy(found, ({ ids }) => ids.join()).values()].map((alike) => ({
    ids: new Set(alike[0]?.ids),
    versions: new Set(alike.map(({ version }) => version)),
  }));
});

const kindsWhere = (isAmong: (kind: Kind) => boolean): bigint =>
  everyKind.reduce((bits, kind, i) => (isAmong(kind) ? bits | (1n << BigInt(i)) : bits), 0n);

const kindsIn: ReadonlyMap<string, bigint> = new Map(
  bases.map(({ id }) => [id, kindsWhere(({ ids }) => ids.has(id))]),
);

export const isBase = (name: string): boolean => kindsIn.has(name);

/** The kinds of people in a base, a bit each. Throws on a name that is none. */
export function kindsOf(base: string): bigint {
  const found = kindsIn.get(base);
  if (found === undefined) throw new Error(`There is no base ${base}.`);
  return found;
}

/** The kinds of people who could answer one of these versions of the questionnaire. */
export const kindsAsked = (versions: readonly string[]): bigint =>
  kindsWhere((kind) => versions.some((version) => kind.versions.has(version)));

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
