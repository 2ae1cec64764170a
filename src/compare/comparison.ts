/**
 * One person’s answer beside what a release publishes, in words and as plain data for a picture. It is made on the
 * person’s device and stays there. Shares run from 0 to 1.
 */
export interface Comparison {
  /** The chart it is about, and where it stands: what a person may share is that page, never this. */
  readonly chart: { readonly name: string; readonly path: string };
  /** In counts, without a judgement; or why there is nothing to set beside the answer. */
  readonly sentence: string;
  /** A second sentence in smaller type. */
  readonly detail?: string;
  readonly picture?: Picture;
}

/** Rows over one common width that stands for everyone, or for 0 to 100 percent. */
export interface Picture {
  /** What it shows, for who does not see it. */
  readonly alt: string;
  readonly rows: readonly Row[];
  /** Whether the width is a scale from 0 to 100 percent that is worth printing. */
  readonly scale: boolean;
  readonly madeUp: boolean;
}

export type Row = Bar | Span | Dot | Empty;

interface Headed {
  readonly heading: string;
  /** How many answered; set small behind the heading. */
  readonly n?: number;
}

/** People in a bar, cut by what they answered. */
export interface Bar extends Headed {
  readonly kind: 'bar';
  readonly parts: readonly Part[];
}

/** `nothing` is silence, drawn as nothing; `yours` and `others` are told apart by fill and by the mark “You”. */
export type Fill = 'nothing' | 'rung-1' | 'rung-2' | 'rung-3' | 'rung-4' | 'yours' | 'others';

export interface Part {
  readonly name: string;
  /** For a phone, where the name is long. */
  readonly short?: string;
  readonly x: number;
  /** What is written inside. */
  readonly text: string;
  readonly fill: Fill;
  /** Whether the person stands here. */
  readonly you: boolean;
}

/** From one share to another: what the person named, or what employers’ bands allow. */
export interface Span extends Headed {
  readonly kind: 'span';
  readonly whose: 'you' | 'employer';
  readonly lower: number;
  readonly upper: number;
  readonly text: string;
}

/** A share with its range. */
export interface Dot extends Headed {
  readonly kind: 'dot';
  readonly share: number;
  readonly lo: number;
  readonly hi: number;
  readonly text: string;
}

/** A group too small to show. */
export interface Empty extends Headed {
  readonly kind: 'empty';
  readonly because: string;
}
