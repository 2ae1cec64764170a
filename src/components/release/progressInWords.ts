import { date } from '../../figures/date.ts';
import { FIRST_RELEASE, MINIMUM_GROUP } from '../../release/disclosure/thresholds.ts';
import type { Progress } from '../../release/progress.ts';
import type { SideId } from '../../survey/question.ts';

/** What is known of one side before its first release. */
export interface SideProgress {
  /** “20 or more answered” */
  readonly answered: string;
  /** “at most 30 to go” */
  readonly needed: string;
  /** How many steps of ten are reached, of how many. */
  readonly steps: readonly boolean[];
}

const stepCount = FIRST_RELEASE / MINIMUM_GROUP;

function words(n: number | undefined): Omit<SideProgress, 'steps'> {
  if (n === undefined) return { answered: 'Not counted yet', needed: `${FIRST_RELEASE} are needed` };
  if (n >= FIRST_RELEASE)
    return { answered: `${FIRST_RELEASE} or more answered`, needed: 'enough for a first release' };
  return n === 0
    ? { answered: `Fewer than ${MINIMUM_GROUP} answered`, needed: `${FIRST_RELEASE} are needed` }
    : {
        answered: `${n} or more answered`,
        needed: `at most ${FIRST_RELEASE - n} to go`,
      };
}

/** How far a side is from its first release, as it was last counted; without a count, that there is none yet. */
export const progressInWords = (progress: Progress | undefined, side: SideId): SideProgress => ({
  ...words(progress?.[side]),
  steps: Array.from({ length: stepCount }, (_, i) => (progress?.[side] ?? 0) > i * MINIMUM_GROUP),
});

/** When the answers were counted, and how. */
export const countedWhen = (progress: Progress | undefined): string =>
  progress === undefined
    ? `The answers have not been counted yet. A side’s first figures come with ${FIRST_RELEASE}.`
    : `Counted on ${date(progress.counted)}, in steps of ${MINIMUM_GROUP} and once a week at most. A side’s first figures come with ${FIRST_RELEASE}.`;
