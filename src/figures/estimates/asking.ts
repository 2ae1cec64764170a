import { estimateOf } from '../../release/catalogue.ts';
import { describedBy, type Compared } from '../finding.ts';
import type { Ladder } from '../ladderFigure.ts';
import type { SideId } from '../../survey/question.ts';
import { isWithheld, type Dated } from '../parts.ts';
import { count, percent } from '../percent.ts';
import { betweenAll, neitherIsRight } from './betweenSides.ts';
import { betweenTellings, comparedOf, people } from './comparedOf.ts';
import { datedInWords } from './dated.ts';
import { indicatorShare } from './indicatorShare.ts';
import { sumFound } from './shareFound.ts';
import { headOf, type Source } from './source.ts';
import { stackedBar } from './stackedBar.ts';
import { sideIds } from '../../survey/sides.ts';

const estimate = estimateOf('asking');

const replies = {
  noreply: ['No reply', 'silence'],
  vague: ['Nothing specific', 'rung-1'],
  useful: ['Something specific', 'rung-3'],
} as const;

const bases = {
  job_seeker: 'interviewees not hired who asked for feedback',
  employer: 'people who asked employers here for feedback',
} as const;

/** How many asked, under the bar of those who did: “97 of 318 asked (31%)”; as of when, where the bar is of another release. */
function howMany(source: Source, side: SideId, bar: Dated): { readonly beside?: string } {
  const asked = indicatorShare(source, estimate, `${side}_asked`, 'asked');
  const since = asked.asOf === bar.asOf ? '' : datedInWords(asked);
  if (!isWithheld(asked))
    return { beside: `${count(asked.x)} of ${count(asked.n)} asked (${percent(asked)})${since}` };
  return asked.status === 'small_cell' ? { beside: `${asked.because} asked${since}` } : {};
}

const whatCameOfIt = (source: Source, side: SideId) => {
  const bar = stackedBar(source, estimate, side, {
    parts: replies,
    indicator: 'useful',
    sum: 'told something specific',
    short: 'told something specific',
    sumFrom: 'end',
    countsFirst: true,
  });
  return 'withheld' in bar ? bar : { ...bar, ...howMany(source, side, bar) };
};

const whoAsked = (source: Source, side: SideId) =>
  stackedBar(source, estimate, `${side}_asked`, {
    parts: {
      no: ['Did not ask', 'mid'],
      no_contact: ['No one to ask', 'mid'],
      asked: ['Asked', 'rung-3'],
    },
    indicator: 'asked',
    sum: 'asked for feedback',
    short: 'asked',
    sumFrom: 'end',
  });

const found = {
  lead: 'of interviewees not hired who asked for feedback',
  who: bases.job_seeker,
  named: true,
  does: 'were told something specific',
} as const;

const compared = (source: Source) =>
  comparedOf(source, estimate, {
    employer: { who: bases.employer },
    job_seeker: { who: bases.job_seeker },
    employer_asked: { who: people.employer },
    job_seeker_asked: { who: people.job_seeker },
  });

const of = (all: readonly Compared[], who: string) => all.filter(({ a }) => a.who === who);

/** E6: what those who ask for feedback are told, and beside it how many ask; both sides. */
export const asking = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers who were interviewed, and told no or left without an answer',
    employer: 'Employers, about one person who was interviewed and turned down',
  }),
  notes: [
    betweenAll(source, estimate, 'employer'),
    'The bars are those who asked alone, so read the counts first. Asking only for the result does not count.',
  ],
  findings: [
    sumFound(whatCameOfIt(source, 'job_seeker'), { ...found, counted: describedBy.job_seeker }),
    ...betweenTellings(of(compared(source), bases.employer), {
      who: 'interviewees asking for feedback',
      does: 'got a specific reply',
    }),
    sumFound(whatCameOfIt(source, 'employer'), { ...found, counted: describedBy.employer }),
    ...betweenTellings(of(compared(source), people.employer), {
      who: 'interviewees not hired',
      does: 'asked for feedback',
    }),
  ],
  compared: compared(source),
  series: sideIds.map((side) => whatCameOfIt(source, side)),
  beside: {
    heading: 'Of those who asked',
    other: 'How many asked, of all who were interviewed',
    ofOthers: true,
    series: sideIds.map((side) => whoAsked(source, side)),
  },
  rowHeading: 'What came of asking',
  howToRead:
    'Each bar is everyone who asked for feedback, cut by what the reply told them; the dashed, empty part is no reply. The line beneath, from the right, is the part that was told something specific, with its small-numbers range. Beside it stands how many asked at all.',
  doesNotShow: `It does not show whether asking helps: people who ask may differ from people who do not. ${neitherIsRight}`,
});
