import { jobSeekers } from '../bases.ts';
import { answersTo } from '../cells.ts';
import { everySegment } from '../segments.ts';
import type { EstimateDefinition } from '../series.ts';

/**
 * E1: how it ended. People who were told quickly can answer sooner than people who wait 45 days for nothing, so this
 * holds a few too many who were told (protocol 1.3); E2 does not.
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
      cells: answersTo('s_outcome', 'silent', 'rejected_told', 'withdrew', 'offered'),
      asides: [],
      indicators: [{ id: 'silent', label: 'never got a final answer', cells: ['silent'] }],
      segments: everySegment,
    },
  ],
  comparisons: [],
};
