import { compare, type Comparison } from '../statistics/compare.ts';
import { isWideRange } from '../statistics/precision.ts';
import { isWithheld, type Share, type Withheld } from './parts.ts';
import { count } from './percent.ts';

/** One of two groups that are set side by side: who they are, and what of them is counted. */
export interface Claimant {
  /** As a sentence begins after a count: “people given a reason about them”. */
  readonly who: string;
  /** As it goes on: “find it clear why”. */
  readonly does: string;
  /** As it ends after “more often than”: “people given a standard message”. */
  readonly than: string;
  readonly share: Share | Withheld;
}

/** A difference that was put on the list beforehand, with how many there are on that list (protocol 2.9). */
export interface Claim {
  readonly a: Claimant;
  readonly b: Claimant;
  readonly family: number;
}

interface Shown extends Claimant {
  readonly share: Share;
}

/** A claim both of whose groups are published, with its difference. */
export interface Weighed {
  readonly a: Shown;
  readonly b: Shown;
  readonly difference: Comparison;
}

/** The claims that have numbers on both sides, weighed at the z of their whole family. */
export function weigh(claims: readonly Claim[]): readonly Weighed[] {
  return claims.flatMap(({ a, b, family }) => {
    if (isWithheld(a.share) || isWithheld(b.share)) return [];
    const difference = compare(a.share, b.share, family);
    return difference === null
      ? []
      : [{ a: { ...a, share: a.share }, b: { ...b, share: b.share }, difference }];
  });
}

/**
 * The title that a list of claims gives: the largest difference whose range leaves out 0, else the first claim and
 * that its two groups cannot be told apart. Wide ranges are left out (protocol 2.6).
 * @returns undefined when no claim can be quoted.
 */
export function claimTitle(claims: readonly Claim[]): string | undefined {
  const quotable = weigh(claims).filter(({ a, b }) => !isWideRange(a.share) && !isWideRange(b.share));
  const [largest] = quotable
    .filter(({ difference }) => difference.higher !== null)
    .toSorted((one, other) => Math.abs(other.difference.d) - Math.abs(one.difference.d));
  if (largest !== undefined) return apart(largest);
  const [first] = quotable;
  return first === undefined ? undefined : together(first);
}

function apart({ a, b, difference }: Weighed): string {
  const [more, less] = difference.higher === 'a' ? [a, b] : [b, a];
  return `${ofThem(more)} ${more.does}, more often than ${less.than} (${count(less.share.x)} of ${count(less.share.n)})`;
}

function together({ a, b }: Weighed): string {
  const same = a.does === b.does ? '' : ` ${b.does}`;
  return `${ofThem(a)} ${a.does}, and ${ofThem(b)}${same}: the two cannot be told apart`;
}

const ofThem = ({ who, share }: Shown): string => `${count(share.x)} of ${count(share.n)} ${who}`;
