import { atStage, stages, turnedDownOrWaiting, turnedPersonDown } from '../bases.ts';
import { answersTo, cell, noAnswerTo, UNKNOWN } from '../cells.ts';
import { ofInterviewed, strata } from '../segments.ts';
import type { EstimateDefinition, Indicator } from '../series.ts';
import { either } from '../../survey/condition.ts';

const answers = ['kept', 'late', 'broken', 'none'];

const indicators: readonly Indicator[] = [
  { id: 'promised', label: 'were given a date', cells: ['kept', 'late', 'broken'] },
  { id: 'kept', label: 'were given a date and heard by then', cells: ['kept'] },
];

/** E5: whether a date for the answer was given, and whether it was kept, both sides. */
export const promise: EstimateDefinition = {
  id: 'E5',
  slug: 'promise',
  name: 'A date for the answer',
  questions: [
    { side: 'job_seeker', id: 's_promised' },
    { side: 'employer', id: 'e_promised' },
  ],
  series: [
    ...[...stages].reverse().map((stage) => ({
      id: `job_seeker_${stage.id}`,
      side: 'job_seeker' as const,
      label: `Job seekers, ${stage.label.toLowerCase()}`,
      shortLabel: `Job seekers, ${stage.label.toLowerCase()}`,
      base: atStage(turnedDownOrWaiting, stage),
      cells: answersTo('s_promised', ...answers),
      asides: noAnswerTo('s_promised'),
      indicators,
      segments: stage.id === 'interviewed' ? ofInterviewed : [],
    })),
    {
      id: 'employer_interviewed',
      side: 'employer',
      label: 'Employers, each about one interviewed person',
      shortLabel: 'Employers, on one person',
      base: turnedPersonDown,
      cells: answersTo('e_promised', ...answers),
      asides: [
        ...noAnswerTo('e_promised'),
        cell(
          UNKNOWN,
          'Not known whether they were told',
          either(...noAnswerTo('e_time').flatMap(({ code, where }) => (code === 'dk' ? [] : [where]))),
        ),
      ],
      indicators,
      segments: ofInterviewed,
    },
  ],
  comparisons: [
    {
      a: { series: 'employer_interviewed', indicator: 'promised' },
      b: { series: 'job_seeker_interviewed', indicator: 'promised' },
      within: strata,
    },
    {
      a: { series: 'job_seeker_interviewed', indicator: 'promised' },
      b: { series: 'job_seeker_applied', indicator: 'promised' },
    },
  ],
};
