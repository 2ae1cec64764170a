import { date } from '../../figures/date.ts';
import { FIRST_RELEASE, MINIMUM_GROUP } from '../../release/disclosure/thresholds.ts';
import type { Progress } from '../../release/progress.ts';
import type { SideId } from '../../survey/question.ts';

/** What is known of one side before its first release; no words where nobody has counted. */
export interface SideProgress {
  /** “20 or more answered” */
  readonly answered?: string;
  /** “at most 30 to go” */
  readonly needed?: string;
  /** How many steps of ten are reached, of how many. */
  readonly steps: readonly boolean[];
}

const stepCount = FIRST_RELEASE / MINIMUM_GROUP;

function words(n: number | undefined): Omit<SideProgress, 'steps'> {
  if (n === undefined) return {};
  if (n === 0) return { answered: `Fewer than ${MINIMUM_GROUP} answered` };
  if (n >= FIRST_RELEASE) return { answered: 'Enough answered', needed: 'a first release can be made' };
  return { answered: `${n} or more answered`, needed: `at most ${FIRST_RELEASE - n} to go` };
}

/** How far a side is from its first release, as it was last counted. */
export const progressInWords = (progress: Progress | undefined, side: SideId): SideProgress => ({
  ...words(progress?.[side]),
  steps: Array.from({ length: stepCount }, (_, i) => (progress?.[side] ?? 0) > i * MINIMUM_GROUP),
});

/** When the answers were counted, and how. */
export const countedWhen = (progress: Progress | undefined): string =>
  progress === undefined
    ? 'Not counted yet.'
    : `Counted on ${date(progress.counted)}, in steps of ${MINIMUM_GROUP} and once a week at most.`;
