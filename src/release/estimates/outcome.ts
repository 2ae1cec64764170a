import { jobSeekers } from '../bases.ts';
import { answersTo } from '../cells.ts';
import type { EstimateDefinition } from '../series.ts';

/**
 * E1: how it ended, up to the day of answering. Its silences are between 46 days and two years old, so titles about
 * silence rest on E2, which gives everybody the same 45 days (protocol 1.5).
 */
export const outcome: EstimateDefinition = {
  id: 'E1',
  slug: 'outcome',
  name: 'How it ended',
  questions: [{ side: 'job_seeker', id: 's_outcome' }],
  series: [
    {
      id: 'job_seeker',
      side: 'job_seeker',
      label: 'Job seekers',
      shortLabel: 'Job seekers',
      base: jobSeekers,
      cells: answersTo('s_outcome', 'silent', 'rejected_told', 'open', 'cancelled', 'withdrew', 'offered'),
      asides: [],
      indicators: [{ id: 'silent', label: 'have had no final answer', cells: ['silent'] }],
      segments: [],
    },
  ],
  comparisons: [],
};
