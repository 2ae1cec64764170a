import type { Source } from '../figures/estimates/source.ts';
import { stages } from '../release/bases.ts';
import type { Answers } from '../survey/answers.ts';
import type { SideId } from '../survey/question.ts';
import type { ComparedChart, Comparison } from './comparison.ts';
import { explained, chart as ladder } from './explained.ts';
import { tells } from './tells.ts';
import { told, chart as toldByStage } from './told.ts';
import { waited, chart as toldByDay } from './waited.ts';
import { outsideAll, whyNot } from './whyNot.ts';

/** One person’s answers beside a release, or a sentence that says why there is nothing to compare. */
export type Compared = { readonly comparisons: readonly Comparison[] } | { readonly nothing: string };

/** The charts for a side, whatever was answered: fetching them reveals no answer to the server. */
export const comparedCharts: Readonly<Record<SideId, readonly ComparedChart[]>> = {
  job_seeker: [ladder, toldByDay, toldByStage],
  employer: [ladder, toldByStage],
};

/**
 * Compares one person’s answers with a release. It uses only what the release publishes, and the person is not in it.
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
