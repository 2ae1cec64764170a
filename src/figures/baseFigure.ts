import type { SideId } from '../survey/question.ts';
import type { Compared, Finding } from './finding.ts';

/** Where the numbers come from, printed in the picture so that it stays true when the picture travels. */
export interface Provenance {
  /** Null before the first release. */
  readonly release: {
    readonly id: string;
    /** ISO date, e.g. 2026-01-31. */ readonly published: string;
  } | null;
  readonly madeUp: boolean;
  /** Host and path, without a scheme. */
  readonly address: string;
}

/** Whom a question was put to, and its words. */
export interface Asked {
  readonly side: SideId;
  readonly whom: string;
  readonly question: string;
}

/** What every figure has. */
export interface BaseFigure {
  /** The chart’s id in addresses, e.g. explanation-ladder. */
  readonly id: string;
  /** Its plain name, e.g. “The explanation ladder”: the title while nothing can be quoted. */
  readonly name: string;
  readonly asked: readonly Asked[];
  /** Sentences that belong under this chart alone, e.g. who is not in the base. */
  readonly notes: readonly string[];
  /** What its title may be made of, in order of preference; the first that may be said is its title. */
  readonly findings: readonly Finding[];
  /** The comparisons that concern it, as release/comparisons decided them, in the order of its list. */
  readonly compared?: readonly Compared[];
  readonly provenance: Provenance;
  /** Where it is a chart cut by one segment: the chart, the segment, and “by region”. Its title is its own. */
  readonly cut?: {
    readonly chart: string;
    readonly segment: string;
    readonly by: string;
    /** What is missing, and how many answers it takes, while no side has two groups to set beside each other. */
    readonly missing?: string;
  };
}
