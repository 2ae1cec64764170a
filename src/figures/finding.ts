import type { Dated, Share, Withheld } from './parts.ts';

/** A title may have this many letters before its first bracket: it is read at the size of a thumbnail (protocol 2.10). */
export const LONGEST_TITLE = 90;

/** A count of a group, as a title needs it. */
export interface Counted extends Dated {
  readonly x: number;
  readonly n: number;
}

/** “{lead}, {share} {who} {does} ({x} of {n})”; with `countsFirst` “Of {n} {who}, {x} {does}”, with `whoFirst` “Of {who}, {share} {does} ({x} of {n})”. */
export interface ShareFinding {
  readonly kind: 'share';
  readonly share: Share | Withheld;
  /** As a title begins, before a comma: “After 45 days”. */
  readonly lead?: string;
  /** The people in the plural, without an article: “interviewed job seekers”. */
  readonly who: string;
  /** In the plural: “were given a date”. */
  readonly does: string;
  /** Of few people the counts say more than a share (protocol 2.7). */
  readonly countsFirst?: true;
  /** Where the people need more words than the share. */
  readonly whoFirst?: true;
  /** Where a majority is the finding: “more than half” or “fewer than half”, if the range leaves out 50 percent. */
  readonly byHalf?: true;
  /** Who they are that the counts are of, in the bracket: “who answered”. */
  readonly counted?: string;
}

/** “{says}: {percent} ({x} of {n}) against {percent} ({x} of {n})”, only as release/comparisons decided. */
export interface DifferenceFinding {
  readonly kind: 'difference';
  readonly a: Counted;
  readonly b: Counted;
  readonly higher: 'a' | 'b' | null;
  /** “More … than …”, by which of them is higher. */
  readonly more: { readonly a: string; readonly b: string };
  /** Which of them its sentences name first, where that is not the higher one: “Fewer … than …”. */
  readonly first?: 'a';
}

/** A middle answer: “{says} ({n} people)”. */
export interface MedianFinding {
  readonly kind: 'median';
  readonly says: string;
  readonly n: number;
}

/**
 * What a cut without a declared difference found, with the counts of its lowest and its highest group:
 * “{every}, {percent} to {percent} of {who} {does} (from {x} of {n} to {x} of {n})”.
 */
export interface RangeFinding {
  readonly kind: 'range';
  /** “In every field”. */
  readonly every: string;
  readonly who: string;
  readonly does: string;
  /** Every category of the segment, those that are not shown, too. */
  readonly groups: readonly (Share | Withheld)[];
  /** Whether a difference between any of them was declared. */
  readonly differs: boolean;
}

/** A fact that is one count a side and needs no rule but enough people: who answered. */
export interface FactFinding {
  readonly kind: 'fact';
  readonly says: string;
  readonly n: number;
}

/** What a title may be made of. A figure offers its findings in order of preference; words/titleOf.ts says the first that may be said. */
export type Finding = ShareFinding | DifferenceFinding | MedianFinding | RangeFinding | FactFinding;

/** A comparison that release/comparisons decided, with the words of its two sides. */
export interface Compared {
  /** What is counted of both: “were given a date”. */
  readonly does: string;
  readonly a: Counted & { readonly who: string };
  readonly b: Counted & { readonly who: string };
  readonly d: number;
  readonly lo: number;
  readonly hi: number;
  readonly higher: 'a' | 'b' | null;
}
