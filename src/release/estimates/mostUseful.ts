import { employers, turnedDownOrWaiting } from '../bases.ts';
import { allAnswersTo, noAnswerTo } from '../cells.ts';
import { ofJob, ofJobSeekers } from '../segments.ts';
import type { EstimateDefinition, Indicator } from '../series.ts';

const answers = allAnswersTo('s_wanted');

/** The headline of a cut: feedback to learn from, as opposed to a quick no. */
const learn: Indicator = {
  id: 'learn',
  label: 'would most like something to learn from: a reason, a comparison, one thing to work on, or a talk',
  cells: ['reason', 'compare', 'improve', 'talk'],
};

const indicators: readonly Indicator[] = answers.map(({ code, label }) => ({
  id: code,
  label,
  cells: [code],
}));

/** E10: what helps most, and what employers think helps most: the same answers, so the gap is a plain difference. */
export const mostUseful: EstimateDefinition = {
  id: 'E10',
  slug: 'most-useful',
  name: 'What would help most',
  questions: [
    { side: 'job_seeker', id: 's_wanted' },
    { side: 'employer', id: 'e_wanted' },
  ],
  series: [
    {
      id: 'job_seeker',
      side: 'job_seeker',
      label: 'Job seekers who were turned down or left without an answer',
      shortLabel: 'Job seekers',
      base: turnedDownOrWaiting,
      cells: answers,
      asides: noAnswerTo('s_wanted'),
      indicators: [learn],
      segments: ofJobSeekers,
    },
    {
      id: 'employer',
      side: 'employer',
      label: 'Employers, on what helps a candidate most',
      shortLabel: 'Employers',
      base: employers,
      cells: allAnswersTo('e_wanted'),
      asides: noAnswerTo('e_wanted'),
      indicators: [learn],
      segments: ofJob,
    },
  ],
  comparisons: indicators.map(({ id }) => ({
    a: { series: 'employer', indicator: id },
    b: { series: 'job_seeker', indicator: id },
  })),
};
