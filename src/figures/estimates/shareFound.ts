import type { ShareFinding } from '../finding.ts';
import type { LadderSeries } from '../ladderFigure.ts';
import { isWithheld, type Share, type Withheld } from '../parts.ts';

/** A share as a title may say it. */
export const shareFound = (
  share: Share | Withheld,
  words: Omit<ShareFinding, 'kind' | 'share'>,
): ShareFinding => ({ kind: 'share', share, ...words });

/** The sum that a bar is read for, as a title may say it. */
export const sumFound = (
  bar: LadderSeries | Withheld,
  words: Omit<ShareFinding, 'kind' | 'share'>,
): ShareFinding => shareFound(isWithheld(bar) ? bar : bar.sum, words);
