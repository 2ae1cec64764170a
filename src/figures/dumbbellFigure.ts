import type { BaseFigure } from './baseFigure.ts';
import type { Share, Withheld } from './parts.ts';

/** One answer that both sides could give, with the share of each that gave it. */
export interface DumbbellRow {
  readonly id: string;
  readonly label: string;
  readonly seeker: Share | Withheld;
  readonly employer: Share | Withheld;
}

/** The same answers from both sides, as two shares on one scale. */
export interface Dumbbell extends BaseFigure {
  readonly form: 'dumbbell';
  readonly rows: readonly DumbbellRow[];
  /** What the axis counts, e.g. “Share that chose it”. */
  readonly measure: string;
  readonly rowHeading: string;
  readonly howToRead: string;
  readonly doesNotShow: string;
}
