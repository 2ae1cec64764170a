import type { Dated, Share, Withheld } from './parts.ts';

/** A title may have this many letters before its first bracket: it is read at the size of a thumbnail (protocol 2.10). */
export const LONGEST_TITLE = 90;

/** And this many in all, brackets included: a post of 280 holds it with whose answers they are and an address. */
export const LONGEST_WHOLE = 200;

/** A count of a group, as a title needs it. */
export interface Counted extends Dated {
  readonly x: number;
  readonly n: number;
}

/** Who is counted, what of them, and who says so. */
export interface Claim {
  /** In the plural, without an article: “interviewees not hired”. */
  readonly who: string;
  /** In the plural: “were told no”. */
  readonly does: string;
  /** Where the beginning says who they are, and nothing after it needs to: “Of people told no, 40% …”. */
  readonly named?: true;
  /** Who they are that the counts are of, in the bracket, where the words before it leave that open: “who answered”. */
  readonly counted?: string;
}

/** Nobody speaks of all employers or job seekers: a share is “of the employers who answered” (protocol 2.9). */
export const ofWhom = (who: string): string =>
  /^(employers|job seekers)\b/.test(who) ? `of the ${who}` : `of ${who}`;

/** What a bracket says where one process of each person is counted, and nobody else tells of it. */
export const DESCRIBED = 'described here';

/** And where both sides tell of processes of their own (protocol 2.7). */
export const describedBy = {
  job_seeker: 'job seekers here',
  employer: `${DESCRIBED} by employers`,
} as const;

/** Which side tells of it, where the two tell of different processes. */
export const accordingTo = {
  job_seeker: 'according to job seekers',
  employer: 'according to employers',
} as const;

/** Those who were interviewed and told no, of whom how the no came is counted. */
export const REJECTED = 'rejected interviewees';

/** Those who were told no or that the job was dropped, and those who still wait, who may yet be hired. */
export const NO_OFFER = 'people with no offer';

/** That a date was given by which they would hear, in full, and for titles with less and little room. */
export const TOLD_WHEN = [
  'were told when to expect an answer',
  'were told when they would hear',
  'were given a date',
] as const;

/** “{lead}, {share} {who} {does} ({x} of {n} {counted}); shown {by}”. */
export interface ShareFinding extends Claim {
  readonly kind: 'share';
  readonly share: Share | Withheld;
  /** As a title begins, before a comma: “After an interview”. */
  readonly lead?: string;
  /** Where a majority is the finding: “more than half” or “fewer than half”, if the range leaves out 50 percent. */
  readonly byHalf?: true;
  /** What the picture shows besides: “by field”. */
  readonly by?: string;
}

/** One of two groups, with what a clause begins with that is about it, “after an interview”, and what it says where that is not plain: “say the same”. */
export interface Group extends Counted {
  readonly lead: string;
  readonly says?: string;
}

/** “{lead}, {percent} of {who} {does} ({x} of {n} {counted}); {lead}, {percent} {says} ({x} of {n})”; the first lead only where its people are not the whole sentence’s. */
export interface DifferenceFinding extends Claim {
  readonly kind: 'difference';
  readonly groups: readonly [Counted & { readonly lead?: string | undefined }, Group];
  /** Whether release/comparisons declared it. */
  readonly declared: boolean;
}

/** Two parts of the same people: “Of the {who}, {percent} {does} and {percent} {does} ({x} and {x} of {n})”. */
export interface PartsFinding {
  readonly kind: 'parts';
  readonly who: string;
  readonly parts: readonly [Part, Part];
}

interface Part {
  readonly share: Share | Withheld;
  readonly does: string;
}

/** A middle answer: “{says} ({n} who answered)”. */
export interface MedianFinding extends Dated {
  readonly kind: 'median';
  readonly says: string;
  /** The middle answer, as it stands in `says`: “6 to 10 hours”. */
  readonly middle: string;
  readonly n: number;
  /** In how many stretches of its scale the middle answer may lie, and its range does. */
  readonly stretches: { readonly middle: number; readonly range: number };
  /** From where its range begins to where it ends: “3 to 40 hours”. */
  readonly between: string;
}

/**
 * What a cut without a declared difference found, with the counts of its lowest and its highest group:
 * “{lead}, {percent} to {percent} of {who} {does} (lowest {x} of {n}, highest {x} of {n} {counted})”.
 */
export interface RangeFinding extends Claim {
  readonly kind: 'range';
  /** By what the groups are made: “by field of work”. */
  readonly lead: string;
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
export type Finding =
  ShareFinding | DifferenceFinding | PartsFinding | MedianFinding | RangeFinding | FactFinding;

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
