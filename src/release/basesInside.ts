import type { SideId } from '../survey/question.ts';
import { inRun, versionsIn } from './asked.ts';
import { describesPerson } from './bases.ts';
import { all, either } from './conditions.ts';
import { exclude, implies } from './implies.ts';
import type { Base, SeriesDefinition } from './series.ts';
import { tables } from './tables.ts';

const sides: readonly SideId[] = ['job_seeker', 'employer'];

/** Those who describe a person, in the versions of each profile that tells how many they are. */
const toldByAnswers = tables
  .filter(({ series }) => series.partedBy !== undefined && series.side === describesPerson.side)
  .map(({ series: { base } }) => inRun(describesPerson, { versions: versionsIn(base) }));

/** Every routing base, once: those of the catalogue’s series, and the one that a profile tells by its answers. */
export const bases: readonly Base[] = [
  ...new Map(
    [
      ...sides.flatMap((side) => tables.flatMap(({ series }) => (series.side === side ? [series.base] : []))),
      ...toldByAnswers,
    ].map((base) => [base.id, base] as const),
  ).values(),
];

const namesOfPairs = (isPair: (side: SideId, a: Base, b: Base) => boolean): ReadonlySet<string> =>
  new Set(
    bases.flatMap((a) =>
      bases.filter((b) => a !== b && a.side === b.side && isPair(a.side, a, b)).map((b) => `${a.id} ${b.id}`),
    ),
  );

const inside = namesOfPairs((side, inner, outer) => implies(side, inner.where, outer.where));
const apart = namesOfPairs((side, a, b) => exclude(side, a.where, b.where));

/** Whether everybody in one routing base is in another. */
export const isInside = (inner: string, outer: string): boolean => inside.has(`${inner} ${outer}`);

/** Several bases inside another that have nobody in common. */
export interface Family {
  readonly outer: string;
  readonly parts: readonly string[];
}

/** The largest sets of these bases of which no two have anybody in common. */
function disjoint(ids: readonly string[], chosen: readonly string[] = []): readonly (readonly string[])[] {
  const fits = (id: string): boolean => chosen.every((other) => apart.has(`${id} ${other}`));
  const left = ids.filter((id) => !chosen.includes(id) && fits(id));
  const [first] = left;
  if (first === undefined) return [chosen];
  // With the first, or with one that overlaps it: a largest set lacks none of both.
  const instead = left.filter((id) => id !== first && !apart.has(`${id} ${first}`));
  return [first, ...instead].flatMap((id) => disjoint(ids, [...chosen, id]));
}

/** Every base with the disjoint bases inside it that one estimate counts: parts that a reader subtracts from the whole. */
export const families: readonly Family[] = [
  ...new Map(
    Object.values(
      Object.groupBy(
        sides.flatMap((side) => tables.filter(({ series }) => series.side === side)),
        ({ estimate }) => estimate.id,
      ),
    )
      .flatMap((series = []) => {
        const own = [...new Set(series.map(({ series: { base } }) => base.id))];
        return bases.flatMap(({ id: outer }) =>
          disjoint(own.filter((id) => isInside(id, outer))).map((parts) => ({
            outer,
            parts: parts.toSorted(),
          })),
        );
      })
      .filter(({ parts }) => parts.length > 1)
      .map((family) => [JSON.stringify(family), family] as const),
  ).values(),
];

/** The routing bases that are exactly those who gave one of some answers, with the codes: a reader adds them up. */
export function basesToldBy({ side, base, cells }: SeriesDefinition): ReadonlyMap<string, readonly string[]> {
  const told = bases.flatMap(({ id, side: own, where }): [string, readonly string[]][] => {
    if (own !== side || id === base.id || !isInside(id, base.id)) return [];
    const parts = cells.filter((cell) => implies(side, all(base.where, cell.where), where));
    const whole = parts.length > 0 && implies(side, where, either(...parts.map((cell) => cell.where)));
    return whole ? [[id, parts.map(({ code }) => code)]] : [];
  });
  return new Map(told);
}
