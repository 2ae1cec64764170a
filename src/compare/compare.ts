import type { Source } from '../figures/estimates/source.ts';
import { stages } from '../release/bases.ts';
import type { Answers } from '../survey/answers.ts';
import type { SideId } from '../survey/question.ts';
import type { Comparison } from './comparison.ts';
import { explained } from './explained.ts';
import { tells } from './tells.ts';
import { told } from './told.ts';
import { waited } from './waited.ts';
import { outsideAll, whyNot } from './whyNot.ts';

/** What one person gave beside what a release publishes; or the one sentence that says why nothing can be. */
export type Compared = { readonly comparisons: readonly Comparison[] } | { readonly nothing: string };

/**
 * Sets one person’s answers beside a release. Only what the release publishes is used, and the person is not in it.
 * @throws Error when the release was made from another catalogue than this code
 */
export function compare(source: Source, side: SideId, answers: Answers): Compared {
  const nothing = whyNot(outsideAll, answers);
  if (nothing !== undefined) return { nothing };
  if (side === 'employer')
    return {
      comparisons: [
        explained(source, side, answers),
        // The furthest stage first, as in the chart.
        ...stages.toReversed().map(({ id }) => tells(source, id, answers)),
      ],
    };
  return {
    comparisons: [explained(source, side, answers), waited(source, answers), told(source, answers)],
  };
}
