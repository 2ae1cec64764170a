import { atStage, employers, jobSeekers, partOf, stages } from '../bases.ts';
import { answersTo, noAnswerTo } from '../cells.ts';
import { is } from '../conditions.ts';
import { askedOfBoth } from '../segments.ts';
import type { EstimateDefinition } from '../series.ts';

const awaitingWord = partOf(
  jobSeekers,
  'awaiting_word',
  'job seekers who did not pull out',
  is('s_outcome', 'rejected_told', 'offered', 'silent'),
);

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
    ...stages.toReversed().map((stage) => ({
      id: `job_seeker_${stage.id}`,
      side: 'job_seeker' as const,
      label: `Job seekers, ${stage.label.toLowerCase()}`,
      shortLabel: `Job seekers, ${stage.label.toLowerCase()}`,
      base: atStage(awaitingWord, stage),
      cells: answersTo('s_promised', 'kept', 'late', 'broken', 'none'),
      asides: noAnswerTo('s_promised'),
      indicators: [
        { id: 'promised', label: 'were told when they would hear', cells: ['kept', 'late', 'broken'] },
        { id: 'kept', label: 'were told when, and heard by then', cells: ['kept'] },
      ],
      segments: stage.id === 'interviewed' ? askedOfBoth : [],
    })),
    {
      id: 'employer_interviewed',
      side: 'employer',
      label: 'Employers, about people they interview',
      shortLabel: 'Employers, on interviewed people',
      base: employers,
      cells: answersTo('e_promised', 'kept', 'late', 'none'),
      asides: noAnswerTo('e_promised'),
      indicators: [
        { id: 'promised', label: 'tell people when they will hear', cells: ['kept', 'late'] },
        { id: 'kept', label: 'tell people when, and usually keep to it', cells: ['kept'] },
      ],
      segments: askedOfBoth,
    },
  ],
  comparisons: [
    {
      a: { series: 'employer_interviewed', indicator: 'promised' },
      b: { series: 'job_seeker_interviewed', indicator: 'promised' },
    },
  ],
};
