import type { Condition } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';

/** Consecutive versions of the questionnaire whose answers are counted together (protocol 3.3, P7). */
export interface Run {
  /** Oldest first. */
  readonly versions: readonly string[];
  /** The first of them, where there was one before. */
  readonly since?: string;
  /** The last of them, where there is one after. */
  readonly until?: string;
}

/** The people an estimate is about. Two series of the same base are about the same people. */
export interface Base {
  readonly id: string;
  readonly side: SideId;
  /** As it is written in a sentence: “job seekers who were turned down or left without an answer”. */
  readonly label: string;
  readonly where: Condition;
  /** Where only those who answered some versions of the questionnaire are in it: these versions, and the base in all. */
  readonly of?: { readonly versions: readonly string[]; readonly whole: Base };
}

/** One class of answers inside a base. The classes of a series exclude each other. */
export interface Cell {
  readonly code: string;
  readonly label: string;
  readonly where: Condition;
  /** For a stretch of days: the last day in it. */
  readonly days?: number;
  /** For a band of people: its lowest and highest percent. */
  readonly percent?: readonly [number, number];
  /** For a band of hours: its first and its last; the last band has no end. */
  readonly hours?: readonly [number, number | null];
}

/** A yes-or-no measure fixed before anyone saw data: the people in some cells, of all in the base (protocol 2.4). */
export interface Indicator {
  readonly id: string;
  /** What it counts, as a sentence ends: “got a reason about themselves”. */
  readonly label: string;
  /** Codes of cells. */
  readonly cells: readonly string[];
}

/** One base, cut into classes. */
export interface SeriesDefinition {
  readonly id: string;
  readonly side: SideId;
  /** The people in it, as a chart names them. */
  readonly label: string;
  readonly shortLabel: string;
  /** The people asked. Each of them is in exactly one cell or aside. */
  readonly base: Base;
  /** The answers that make the base: their sum is n_answered. */
  readonly cells: readonly Cell[];
  /** Asked, but not in the base: don’t know, prefer not to say, blank and the like; published as one sum beside it (protocol 2.5). */
  readonly asides: readonly Cell[];
  /** From coarse to fine, each inside the one before (protocol 3.3, P5). */
  readonly indicators: readonly Indicator[];
  /** Ids of the segments it may be cut by, one at a time (P2). */
  readonly segments: readonly string[];
  /** The versions of the questionnaire that it counts, as the catalogue finds them. */
  readonly run?: Run;
  /** Who answered: the variable that parts everybody in the base, each cell a group of its own (P4 to P6). */
  readonly partedBy?: string;
  /** Of bands that employers chose: about how many people each of them speaks of. */
  readonly weight?: number;
  /** Ids of the series with a weight that together hold these respondents. */
  readonly weightedBy?: readonly string[];
}

/** One indicator of one series. */
export interface Term {
  readonly series: string;
  readonly indicator: string;
}

/** A difference that may be stated in words, fixed beforehand (protocol 2.9). */
export interface Comparison {
  readonly a: Term;
  readonly b: Term;
  /** Ids of segments: it may be said only if it holds among processes that are alike in each of them, too (2.7). */
  readonly within?: readonly string[];
}

export interface EstimateDefinition {
  readonly id: string;
  /** The chart’s address. */
  readonly slug: string;
  readonly name: string;
  /** The questions whose wording stands under the chart. */
  readonly questions: readonly { readonly side: SideId; readonly id: string }[];
  readonly series: readonly SeriesDefinition[];
  /** Says who answered, which is a fact: its shares have no range for chance. */
  readonly isComposition?: true;
  /** Its part of the family of listed comparisons. */
  readonly comparisons: readonly Comparison[];
}
