import { estimateOf, seriesIn } from '../../release/catalogue.ts';
import type { Ladder } from '../ladderFigure.ts';
import { betweenSides, neitherIsRight } from './betweenSides.ts';
import { claimsOf } from './claimsOf.ts';
import { headOf, type Source } from './source.ts';
import { stackedBar } from './stackedBar.ts';

const estimate = estimateOf('promise');

/** The two that are set side by side first, then those who got less far. */
const order = ['job_seeker_interviewed', 'employer_interviewed', 'job_seeker_screened', 'job_seeker_applied'];

/** E5: whether people were given a date for the answer, and whether it was kept, both sides. */
export const promise = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers who were told no or left without an answer',
    employer: 'Employers, about one person who was interviewed and turned down',
  }),
  notes: [betweenSides(source)],
  claims: claimsOf(source, estimate, {
    employer_interviewed: {
      who: 'people whom employers describe here',
      than: 'the people whom employers describe',
    },
    job_seeker_interviewed: { who: 'interviewed job seekers', than: 'interviewed job seekers' },
  }),
  series: order.map((id) =>
    stackedBar(source, estimate, id, {
      parts: {
        kept: ['Kept', 'rung-3'],
        late: ['Late', 'rung-2'],
        broken: ['Not kept', 'rung-1'],
        none: ['No date', 'silence'],
      },
      indicator: 'promised',
      sum: 'were given a date',
      short: 'were given a date',
      base: seriesIn(estimate, id).base.label,
      sumFrom: 'start',
    }),
  ),
  rowHeading: 'Whether there was a date',
  howToRead:
    'Each bar is everyone who answered, cut by whether a date for the answer was given and kept. “Not kept” is a date that passed without an answer; the dashed, empty part is no date at all. The line beneath adds up those who were given a date, with its small-numbers range.',
  doesNotShow: `It does not show whether a date makes an answer more likely. ${neitherIsRight}`,
});
