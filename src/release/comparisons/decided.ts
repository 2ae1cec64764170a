import type { Difference } from '../../statistics/newcombe.ts';
import type { EstimateDefinition, Term } from '../series.ts';

/** The two lists of comparisons, fixed in code, each with its own part of the error that is allowed (protocol 2.9). */
export type Family = 'listed' | 'cuts';

/** Half of the one in twenty that a release may say by chance, for each of the two families (protocol 2.9). */
export const FALSE_DISCOVERY_RATE = 0.025;

/** One side of a comparison: a yes or no of a series. */
export interface Compared extends Term {
  /** Codes of the segment’s groups that are counted together; null: everybody in the series. */
  readonly groups: readonly string[] | null;
}

/** The same, as a release prints it. */
export interface Operand extends Compared {
  readonly x: number;
  readonly n: number;
}

/** A difference between the sides that remains among groups that are alike in one respect (protocol 2.7). */
export interface WithinStrata extends Difference {
  /** The segment’s id. */
  readonly segment: string;
  readonly p: number;
}

/** A comparison both of whose counts are printed, before it is set among the others of its family. */
export interface Member {
  readonly family: Family;
  readonly estimate: EstimateDefinition;
  /** The segment’s id where a cut is compared: one group against the others of its side. */
  readonly segment: string | null;
  readonly a: Operand;
  readonly b: Operand;
  /** The share of a less that of b, with Newcombe’s interval at 95 %. */
  readonly d: number;
  readonly lo: number;
  readonly hi: number;
  /** The doubled mid-p of the two counts. */
  readonly crude: number;
  /** One a segment; null where the printed groups hold too little of either side, so that nothing may be said. */
  readonly strata: readonly (WithinStrata | null)[];
  /** By which the family ranks: the largest of `crude` and those within strata; 1 where one of these is missing or points the other way. */
  readonly p: number;
  /** Whether it would stand whatever those who did not say had said. */
  readonly stands: boolean;
}

/** A comparison with its verdict. */
export interface Decided extends Member {
  /** By p, from 1, among the `size` members of the family. */
  readonly rank: number;
  readonly size: number;
  /** The false discovery rate at which it would just be declared. */
  readonly adjusted: number;
  /** Which may be called higher, everywhere; null: neither may. */
  readonly higher: 'a' | 'b' | null;
}
