import { estimateOf } from '../../release/catalogue.ts';
import { describedBy, REJECTED } from '../finding.ts';
import type { Ladder } from '../ladderFigure.ts';
import { betweenAll, neitherIsRight } from './betweenSides.ts';
import { betweenTellings, comparedOf } from './comparedOf.ts';
import { sumFound } from './shareFound.ts';
import { headOf, type Source } from './source.ts';
import { stackedBar } from './stackedBar.ts';

const estimate = estimateOf('how-told');

const does = 'got a call or a personal message';

const bar = (source: Source, id: string) =>
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
    does,
    sumFrom: 'start',
  });

const people = {
  job_seeker: 'people told no after an interview',
  employer: 'people whom employers here told no',
} as const;

const compared = (source: Source) =>
  comparedOf(source, estimate, {
    employer_interviewed: { who: people.employer, does },
    job_seeker_interviewed: { who: people.job_seeker, does },
  });

/** E17: how the no came, from a call to an automatic message; both sides. */
export const howToldNo = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers who were interviewed and told no',
    employer: 'Employers, about one person who was interviewed and told no',
  }),
  notes: [
    'Told personally is in person, by call, or by a message that was written for the person. Job seekers say what a message looked like, employers what it was.',
    betweenAll(source, estimate, 'employer_interviewed'),
  ],
  findings: [
    ...betweenTellings(compared(source), {
      who: REJECTED,
      does: 'were told personally',
    }),
    ...estimate.series.map(({ id, side }) =>
      sumFound(bar(source, id), {
        who: REJECTED,
        does: 'were told in person, by call or by personal message',
        counted: describedBy[side],
      }),
    ),
  ],
  compared: compared(source),
  series: estimate.series.map(({ id }) => bar(source, id)),
  rowHeading: 'How the no came',
  howToRead:
    'Each bar is everyone who was told no and said how, cut by the way it came: first what was meant for one person, then what systems send, then what an agency passed on in any way. The line beneath adds up calls and messages written for the person, with its small-numbers range.',
  doesNotShow: `It does not show what the no said; that is “The explanation ladder”. ${neitherIsRight}`,
});
