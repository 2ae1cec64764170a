import { interviewed, turnedPersonDown } from '../bases.ts';
import { allAnswersTo, cell, noAnswerTo } from '../cells.ts';
import { withDay } from '../days.ts';
import { didNotSayWhen, ofThoseWhoSaidWhen } from '../saidWhen.ts';
import { ofInterviewed, strata } from '../segments.ts';
import type { EstimateDefinition } from '../series.ts';
import { is } from '../../survey/condition.ts';
import { frame } from '../../survey/frame.ts';

const withinFourteen = [{ id: 'within_14', label: 'were told within 14 days', cells: ['d2', 'd7', 'd14'] }];

/** E12: by which day interviewed people are told, both sides; never being told is the longest wait. */
export const waiting: EstimateDefinition = {
  id: 'E12',
  slug: 'waiting',
  name: 'How long the wait is',
  questions: [
    { side: 'job_seeker', id: 's_time' },
    { side: 'employer', id: 'e_time' },
  ],
  series: [
    {
      id: 'job_seeker_interviewed',
      side: 'job_seeker',
      label: `Job seekers, interviewed, last step at least ${frame.days} days ago`,
      shortLabel: 'Job seekers, interviewed',
      base: interviewed,
      cells: ofThoseWhoSaidWhen([
        ...allAnswersTo('s_time').map(withDay),
        cell('never', 'Not told', is('s_outcome', 'silent')),
      ]),
      asides: [...ofThoseWhoSaidWhen(noAnswerTo('s_time')), didNotSayWhen],
      indicators: withinFourteen,
      segments: ofInterviewed,
    },
    {
      id: 'employer_interviewed',
      side: 'employer',
      label: 'Employers, each about one interviewed person',
      shortLabel: 'Employers, on one person',
      base: turnedPersonDown,
      cells: [
        ...allAnswersTo('e_time', 'never').map(withDay),
        cell('never', 'Not told', is('e_time', 'never')),
      ],
      asides: noAnswerTo('e_time'),
      indicators: withinFourteen,
      segments: ofInterviewed,
    },
  ],
  comparisons: [
    {
      a: { series: 'employer_interviewed', indicator: 'within_14' },
      b: { series: 'job_seeker_interviewed', indicator: 'within_14' },
      within: strata,
    },
  ],
};
