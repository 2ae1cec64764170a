import { estimateOf } from '../../release/catalogue.ts';
import type { Ladder } from '../ladderFigure.ts';
import { claimsOf } from './claimsOf.ts';
import { headOf, type Source } from './source.ts';
import { stackedBar } from './stackedBar.ts';

const estimate = estimateOf('promise');

/** E5: whether people were told when there would be an answer, and whether that was kept to, both sides. */
export const promise = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, { job_seeker: 'Job seekers who did not pull out' }),
  notes: ['Employers and job seekers here did not describe the same applications.'],
  claims: claimsOf(source, estimate, {
    employer_interviewed: { who: 'employers', than: 'employers tell people they interview' },
    job_seeker_interviewed: {
      who: 'interviewed job seekers',
      than: 'interviewed job seekers were told',
    },
  }),
  series: estimate.series.map(({ id, side, base }) =>
    stackedBar(source, estimate, id, {
      parts: {
        kept: ['Kept', 'rung-3'],
        late: ['Late', 'rung-2'],
        broken: ['Never heard', 'rung-1'],
        none: ['No date', 'silence'],
      },
      indicator: 'promised',
      sum: side === 'employer' ? 'tell people when they will hear' : 'were told when they would hear',
      short: side === 'employer' ? 'tell when' : 'told when',
      base: base.label,
      sumFrom: 'start',
    }),
  ),
  rowHeading: 'Whether a date was named',
  howToRead:
    'Each bar is everyone who answered, cut by whether a date was named and kept. The dashed, empty part is no date at all. The line beneath adds up those who were told when, with its small-numbers range; employers could not answer “never heard”, because they cannot know it.',
  doesNotShow:
    'It does not show that one side is right: job seekers tell of one application each, employers of what they usually do, and neither describes the other’s cases.',
});
