import type { Proportion } from '../statistics/wilson.ts';
import type { SideId } from '../survey/question.ts';

/** A number that a release carried over from an earlier one says so: “as of {asOf}”. */
export interface Dated {
  /** The earlier release’s id. */
  readonly asOf?: string;
}

/** What a share could be among all who were asked, where so many did not say that it must be told (protocol 2.5). */
export interface Bounds {
  readonly asked: number;
  readonly missing: number;
  readonly lower: number;
  readonly upper: number;
}

/** One answer among the `n` who answered: `x` chose it; `lo` to `hi` is its Wilson range. */
export interface Share extends Dated, Proportion {
  readonly code: string;
  /** As the questionnaire words it, for tables. */
  readonly label: string;
  /** A word or two, for marks. */
  readonly short: string;
  readonly bounds?: Bounds;
}

/** Who answered on one side, and what they said. */
export interface Series extends Dated {
  readonly id: string;
  readonly side: SideId;
  readonly label: string;
  readonly shortLabel: string;
  readonly n: number;
  readonly parts: readonly Share[];
}

/** So many of 10 to 29 people: drawn as one mark a person, and in no names that a share could be made of (protocol 2.11). */
export interface Few {
  /** The headline’s code. */
  readonly code: string;
  readonly counted: number;
  readonly of: number;
  /** What they did: “were given a date”. */
  readonly does: string;
}

/** A group too small to show, or one count. It is drawn as a blank, never as zero. */
export interface Withheld extends Dated {
  readonly id: string;
  readonly side: SideId;
  readonly label: string;
  readonly shortLabel: string;
  readonly withheld: true;
  /** What the blank says, e.g. “Too few answers yet”. */
  readonly because: string;
  /** Nothing of its side has been released yet. */
  readonly unreleased?: true;
  /** The version of the questionnaire since which it is asked so, or the last that asked it, where that is not every version. */
  readonly since?: string;
  readonly until?: string;
  /** A count alone may be withheld, while its base is printed (protocol 3.3, P5 and P11). */
  readonly status?: 'few_answers' | 'small_base' | 'small_cell' | 'withheld';
  readonly n?: number;
  readonly bound?: 'low' | 'high';
  /** Too small for a share, and told as a count of people. */
  readonly few?: Few;
}

/** Whether a group is too small to show. */
export function isWithheld(group: object): group is Withheld {
  return 'withheld' in group;
}
