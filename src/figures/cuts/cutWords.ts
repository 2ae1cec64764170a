import { describedBy, NO_OFFER, REJECTED, TOLD_WHEN, type Claim } from '../finding.ts';
import { frame } from '../../survey/frame.ts';

/** How a series is called in the sentences of a cut, and what of it is counted: “By field of work, half of {who} {does}”. */
export interface Called extends Claim {
  /** The same in fewer words, the fullest first: the last has to fit a title with the name of any group. */
  readonly briefly?: readonly Claim[];
  /** Whatever the words: “who answered”. */
  readonly counted: string;
  /** What a bar measures, over the bars: the same on both sides of a measure. */
  readonly measure: string;
}

interface CutWords {
  /** By series; a title takes the first of them of which something can be said. */
  readonly called: Readonly<Record<string, Called>>;
  /** What the count is made of, where its words do not say. */
  readonly note?: string;
  /** Whether the sides give an opinion, and do not describe one process each. */
  readonly opinion?: true;
}

const NOT_HIRED = 'people not hired';
const INTERVIEWED = 'interviewees not hired';
const REJECTIONS = 'rejections after an interview';

/** The same of the same people, in words that grow fewer. */
const of = (who: string, ...all: readonly string[]): readonly Claim[] => all.map((does) => ({ who, does }));

/** What both sides tell of: two series in the same words, each said by its own side. */
const ofBoth = (
  seekers: string,
  employers: string,
  wordsOf: (counted: string) => Called,
): Readonly<Record<string, Called>> => ({
  [seekers]: wordsOf(describedBy.job_seeker),
  [employers]: wordsOf(describedBy.employer),
});

/** Of interviewees who were not hired. */
const interviewees =
  (measure: string, does: string, ...briefly: readonly string[]): ((counted: string) => Called) =>
  (counted) => ({
    counted,
    who: INTERVIEWED,
    does,
    briefly: [...of(INTERVIEWED, ...briefly), ...of('interviewees', does, ...briefly)],
    measure,
  });

const reason = 'A reason about the person, in the end';
const date = 'Given a date for the answer';
const asked = 'Asked for feedback';
const specific = 'Told something specific, of those who asked';
const learn = 'Something to learn from is most useful';
const in14 = 'Told within 14 days';
/** What employers knew, whatever they said of it. */
const passedOrNot = (who: string, ...all: readonly string[]): readonly Claim[] =>
  all.map((does) => ({ who, does, counted: `${describedBy.employer}, passed on or not` }));
const personal = 'Told by a call or a message written for them';

/** The words of each chart’s cuts; the numbers, the categories and what is counted are the catalogue’s. */
export const cutWords: Readonly<Record<string, CutWords>> = {
  'told-by-day': {
    called: {
      job_seeker_45_days: {
        who: NO_OFFER,
        does: 'had an answer within 45 days of their last step',
        briefly: of(
          NO_OFFER,
          'had an answer within 45 days',
          'had an answer by day 45',
          'had heard by day 45',
        ),
        counted: describedBy.job_seeker,
        measure: 'Told within 45 days',
      },
    },
    note: `Everyone is in the base, those who still wait included, and all of them have had the same ${frame.days} days. The chart “Told by day” counts the others, who had no answer by then: the empty part of each bar.`,
  },
  'explanation-ladder': {
    called: ofBoth(
      'job_seeker_interviewed',
      'employer_interviewed',
      interviewees(reason, 'got a specific reason'),
    ),
    note: 'Counted are the two upper rungs of the ladder, with or without something to do differently; a reply to asking that told something specific counts, too.',
  },
  promise: {
    called: ofBoth('job_seeker_interviewed', 'employer_interviewed', interviewees(date, ...TOLD_WHEN)),
    note: 'Counted is that a date was given, whether or not it was kept.',
  },
  asking: {
    called: {
      ...ofBoth('job_seeker_asked', 'employer_asked', interviewees(asked, 'asked for feedback')),
      ...ofBoth('job_seeker', 'employer', (counted) => ({
        counted,
        who: 'interviewees who asked for feedback',
        does: 'got a specific reply',
        briefly: of('interviewees who asked', 'got a specific reply'),
        measure: specific,
      })),
    },
    note: 'That people asked is counted whatever came of it; what came of it, of those who asked alone.',
  },
  'most-useful': {
    called: {
      job_seeker: {
        who: NOT_HIRED,
        does: 'say feedback, not a quick no, helps most',
        briefly: [...of(NOT_HIRED, 'say feedback helps most'), ...of('people', 'say feedback helps most')],
        counted: 'who answered',
        measure: learn,
      },
      employer: {
        who: 'employers',
        does: 'say feedback, not a quick no, helps most',
        briefly: of('employers', 'say feedback helps most'),
        counted: 'who answered',
        measure: learn,
      },
    },
    note: 'Feedback here is something to learn from: a reason, a comparison, one thing to work on, or a talk; the other answers are a quick no, and none of these.',
    opinion: true,
  },
  waiting: {
    called: ofBoth(
      'job_seeker_interviewed',
      'employer_interviewed',
      interviewees(in14, 'had an answer within 14 days', 'had an answer in 14 days'),
    ),
    note: 'Those who were never told are in the base.',
  },
  'how-told': {
    called: ofBoth('job_seeker_interviewed', 'employer_interviewed', (counted) => ({
      counted,
      who: REJECTED,
      does: 'were told in person, by call or by personal message',
      briefly: [
        {
          who: REJECTED,
          does: 'were told personally',
          counted: `${counted}, by talk, call or personal note`,
        },
      ],
      measure: personal,
    })),
    note: 'Counted is a talk in person, a call, or a message that was written for the person, of those who were told no.',
  },
  'known-not-said': {
    called: {
      employer_told: {
        who: 'employers here with a specific reason for a no',
        does: 'gave it to the candidate',
        briefly: [
          {
            who: 'employers with a specific reason for a no',
            does: 'passed it on',
            counted: 'here who know whether it was given',
          },
          ...of('employers here with a specific reason', 'gave it to the candidate', 'passed it on'),
          {
            who: 'specific reasons for a no',
            does: 'were passed on',
            counted: `${describedBy.employer} who know whether they were`,
          },
        ],
        counted: 'who know whether it was given',
        measure: 'Passed it on, of those who had a reason',
      },
      employer_known: {
        who: REJECTIONS,
        does: 'had a specific reason, passed on or not',
        briefly: passedOrNot('rejections', 'had a specific reason about the person', 'had a specific reason'),
        counted: describedBy.employer,
        measure: 'Had a reason about the person',
      },
    },
    note: 'Anyone may have passed the reason on, with the no or when the person asked.',
  },
};
