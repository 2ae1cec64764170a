import { jobSeekers, partOf } from '../bases.ts';
import { answersTo, cell, noAnswerTo } from '../cells.ts';
import { withDay } from '../days.ts';
import { didNotSayWhen, ofThoseWhoSaidWhen } from '../saidWhen.ts';
import { ofJobSeekers } from '../segments.ts';
import type { EstimateDefinition } from '../series.ts';
import { is } from '../../survey/condition.ts';
import { frame } from '../../survey/frame.ts';

/** Within the 45 days that everyone in the base has had. */
const days = ['d2', 'd7', 'd14', 'd30', 'd45'];

/** E2: who had been told by which day (protocol 2.3). */
export const toldByDay: EstimateDefinition = {
  id: 'E2',
  slug: 'told-by-day',
  name: 'Told by day',
  questions: [
    { side: 'job_seeker', id: 's_time' },
    { side: 'job_seeker', id: 's_elapsed' },
  ],
  series: [
    {
      id: 'job_seeker_45_days',
      side: 'job_seeker',
      label: `Job seekers, last step at least ${frame.days} days ago`,
      shortLabel: 'Job seekers',
      base: partOf(
        jobSeekers,
        'told_or_waiting',
        'job seekers who were told that they were not selected or that the job was dropped, or still wait',
        is('s_outcome', 'rejected_told', 'cancelled', 'silent', 'open'),
      ),
      cells: ofThoseWhoSaidWhen([
        ...answersTo('s_time', ...days).map(withDay),
        cell('later', 'After more than 45 days', is('s_time', 'd90', 'gt90')),
        cell('never', 'Not told', is('s_outcome', 'silent', 'open')),
      ]),
      asides: [...ofThoseWhoSaidWhen(noAnswerTo('s_time')), didNotSayWhen],
      indicators: [
        { id: 'within_45', label: 'were told within 45 days', cells: days },
        { id: 'within_14', label: 'were told within 14 days', cells: ['d2', 'd7', 'd14'] },
      ],
      segments: ofJobSeekers,
    },
  ],
  comparisons: [],
};
