import { timeCodes } from '../../survey/questions/turnedLists.ts';
import { interviewed, partOf, turnedPersonDown } from '../bases.ts';
import { allAnswersTo, noAnswerTo } from '../cells.ts';
import { ofInterviewed, strata } from '../segments.ts';
import type { EstimateDefinition, Indicator } from '../series.ts';
import { is } from '../../survey/condition.ts';

const indicators: readonly Indicator[] = [
  { id: 'personal', label: 'by a call or a message written for them', cells: ['call', 'personal'] },
];

/** E17: how the no came, among interviewed people who were told; both sides. */
export const howToldNo: EstimateDefinition = {
  id: 'E17',
  slug: 'how-told',
  name: 'How the no came',
  questions: [
    { side: 'job_seeker', id: 's_channel' },
    { side: 'employer', id: 'e_channel' },
  ],
  series: [
    {
      id: 'job_seeker_interviewed',
      side: 'job_seeker',
      label: 'Job seekers, interviewed and told no',
      shortLabel: 'Job seekers, told no',
      base: partOf(
        interviewed,
        'interviewed_told',
        'interviewed job seekers who were told no',
        is('s_outcome', 'rejected_told'),
      ),
      cells: allAnswersTo('s_channel'),
      asides: noAnswerTo('s_channel'),
      indicators,
      segments: ofInterviewed,
    },
    {
      id: 'employer_interviewed',
      side: 'employer',
      label: 'Employers, each about one person who was told no',
      shortLabel: 'Employers, on one person told no',
      base: partOf(
        turnedPersonDown,
        'person_told',
        'employers, each about one person who was told no',
        is('e_time', ...timeCodes, 'dk'),
      ),
      cells: allAnswersTo('e_channel'),
      asides: noAnswerTo('e_channel'),
      indicators,
      segments: ofInterviewed,
    },
  ],
  comparisons: [
    {
      a: { series: 'employer_interviewed', indicator: 'personal' },
      b: { series: 'job_seeker_interviewed', indicator: 'personal' },
      within: strata,
    },
  ],
};
