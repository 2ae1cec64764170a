import { estimateOf } from '../../release/catalogue.ts';
import type { Ladder } from '../ladderFigure.ts';
import { headOf, type Source } from './source.ts';
import { stackedBar } from './stackedBar.ts';

const estimate = estimateOf('outcome');

/** E1: how it ended. */
export const outcome = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers, about their most recent application that was over or silent for 45 days',
  }),
  notes: [
    'People who were told at once can answer at once; people who hear nothing are asked after 45 days. So this holds a few too many who were told; the chart “Told by day” does not.',
  ],
  series: [
    stackedBar(source, estimate, 'job_seeker', {
      parts: {
        silent: ['Silence', 'silence'],
        rejected_told: ['Told no', 'rung-2'],
        withdrew: ['Pulled out', 'mid'],
        offered: ['Offered the job', 'rung-4'],
      },
      indicator: 'silent',
      sum: 'never got a final answer',
      short: 'never got an answer',
      base: 'applications described here',
      sumFrom: 'start',
    }),
  ],
  rowHeading: 'How it ended',
  howToRead:
    'The bar is everyone who answered, cut by how the application ended. The dashed, empty part is silence: there was no answer, so nothing is drawn. The line beneath repeats it with its small-numbers range.',
  doesNotShow:
    'It does not show how often applications end in silence in general: people chose to take part, and the most recent application of each is not a sample of all of them.',
});
