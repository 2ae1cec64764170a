import type { SideId } from '../../survey/question.ts';

/** Exact counts of the people in one group. Private, like everything in this file. */
export interface Group {
  readonly n: number;
  /** How many of them, by indicator. */
  readonly x: Readonly<Record<string, number>>;
  /** How many of them were not counted yet, by earlier release: `{ '2026-11': 12 }`. */
  readonly added: Readonly<Record<string, number>>;
  /** A name for exactly these people, where another table counts them too, such as its total. */
  readonly population?: string;
}

/** One table for one release: the people of a base, each in exactly one category or in the rest. */
export interface Partition {
  /** Such as “E11 job_seeker_interviewed” or “E11 job_seeker_interviewed industry”. */
  readonly table: string;
  readonly side: SideId;
  /** The one variable that cuts it; null for an overall table. */
  readonly segment: string | null;
  /** The routing base it counts, whole or cut; absent where no routing made it. */
  readonly base?: string;
  /** A name for the people in it. Two tables of the same people have the same name. */
  readonly population: string;
  /** Overall: the answers. In a segment: yes-or-no indicators from coarse to fine, each holding the next. */
  readonly indicators: readonly string[];
  readonly categories: Readonly<Record<string, Group>>;
  /** Overall: the headlines from coarse to fine, each holding the next, with the answers that make it (P11). */
  readonly headlines?: Readonly<Record<string, readonly string[]>>;
  /** Who answered (E16), and by which links: everybody in no printed category is printed as one sum, so that shares are of everybody. */
  readonly printsRest?: true;
  /** Who answered: the routing bases that are some of its categories together, with their codes (P12). */
  readonly unions?: ReadonlyMap<string, readonly string[]>;
  /** Overall: asked, not in the base. In a segment: no category (don’t know, prefer not to say, blank). */
  readonly rest: Group;
}

/** The cuts that are not by an answer: by what became of a response, by one quality rule, and by the kind of link. */
export const FATE = 'fate';
export const RULE = 'rule';
export const CHANNEL = 'channel';

/** The name under which the ledger keeps the people of a category. */
export const populationOf = ({ table }: Pick<Partition, 'table'>, code: string, group: Group): string =>
  group.population ?? `${table} ${code}`;

/** A category of a partition. Throws on a code it does not have. */
export function categoryOf({ table, categories }: Partition, code: string): Group {
  const found = categories[code];
  if (found === undefined) throw new Error(`${table} has no category ${code}.`);
  return found;
}

/** Every group of a partition: its categories, and those in none. */
export const everybodyOf = ({
  categories,
  rest,
}: Pick<Partition, 'categories' | 'rest'>): readonly Group[] => [...Object.values(categories), rest];
