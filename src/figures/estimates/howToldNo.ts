import { estimateOf, seriesIn } from '../../release/catalogue.ts';
import type { Ladder } from '../ladderFigure.ts';
import { betweenSides, neitherIsRight } from './betweenSides.ts';
import { claimsOf } from './claimsOf.ts';
import { headOf, type Source } from './source.ts';
import { stackedBar } from './stackedBar.ts';

const estimate = estimateOf('how-told');

/** E17: how the no came, from a call to an automatic message; both sides. */
export const howToldNo = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers who were interviewed and told no',
    employer: 'Employers, about one person who was interviewed and told no',
  }),
  notes: [betweenSides(source), 'Job seekers say what a message looked like, employers what it was.'],
  claims: claimsOf(source, estimate, {
    employer_interviewed: {
      who: 'people whom employers describe as told no',
      does: 'were told by a call or a message written for them',
      than: 'the people whom employers describe',
    },
    job_seeker_interviewed: {
      who: 'interviewed job seekers who were told no',
      does: 'were told by a call or a message written for them',
      than: 'interviewed job seekers',
    },
  }),
  series: estimate.series.map(({ id }) =>
    stackedBar(source, estimate, id, {
      parts: {
        call: ['Call, or in person', 'rung-4'],
        personal: ['Written for them', 'rung-3'],
        account: ['Online account', 'rung-2'],
        auto: ['Automatic message', 'rung-1'],
        agency: ['By an agency', 'mid'],
        other: ['Another way', 'mid'],
      },
      indicator: 'personal',
      sum: 'by a call or a message written for them',
      short: 'call or personal message',
      base: seriesIn(estimate, id).base.label,
      sumFrom: 'start',
    }),
  ),
  rowHeading: 'How the no came',
  howToRead:
    'Each bar is everyone who was told no and said how, cut by the way it came: first what was meant for one person, then what systems send, then what an agency passed on in any way. The line beneath adds up calls and messages written for the person, with its small-numbers range.',
  doesNotShow: `It does not show what the no said; that is “The explanation ladder”. ${neitherIsRight}`,
});
