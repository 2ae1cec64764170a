import { DESCRIBED, describedBy, type Claim } from '../finding.ts';

/** How a series is called in the sentences of a cut, and what of it is counted: “Across broad fields, half of {who} {does}”. */
export interface Called extends Claim {
  /** The same in fewer words, the fullest first: the last has to fit a title with the name of any group. */
  readonly briefly?: readonly Claim[];
  /** In the cut by interviews, whose groups say that there was one. */
  readonly byInterviews?: readonly Claim[];
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

/** The same of the same people, in words that grow fewer. */
const of = (who: string, ...all: readonly string[]): readonly Claim[] => all.map((does) => ({ who, does }));

/** What both sides tell of: two series in the same words, each said by its own side. */
const ofBoth = (
  seekers: string,
  employers: string,
  words: Omit<Called, 'counted'>,
): Readonly<Record<string, Called>> => ({
  [seekers]: { ...words, counted: describedBy.job_seeker },
  [employers]: { ...words, counted: describedBy.employer },
});

/** Of interviewees who were not hired. */
const interviewees = (
  measure: string,
  does: string,
  ...briefly: readonly string[]
): Omit<Called, 'counted'> => ({
  who: INTERVIEWED,
  does,
  briefly: [...of(INTERVIEWED, ...briefly), ...of('interviewees', does, ...briefly)],
  byInterviews: of(NOT_HIRED, does, ...briefly),
  measure,
});

const reason = 'A reason about the person, in the end';
const date = 'Given a date for the answer';
const asked = 'Asked for feedback';
const specific = 'Told something specific, of those who asked';
const learn = 'Something to learn from is most useful';
const in14 = 'Told within 14 days';
const overThem = 'lost out over something about them';
const aboutThem = [...of(NOT_HIRED, overThem), ...of('rejections', 'were about the person')];
const personal = 'Told by a call or a message written for them';

/** The words of each chart’s cuts; the numbers, the categories and what is counted are the catalogue’s. */
export const cutWords: Readonly<Record<string, CutWords>> = {
  'told-by-day': {
    called: {
      job_seeker_45_days: {
        who: NOT_HIRED,
        does: 'had an answer within 45 days of their last step',
        briefly: of(NOT_HIRED, 'had an answer within 45 days', 'had an answer by day 45'),
        counted: DESCRIBED,
        measure: 'Told within 45 days',
      },
    },
    note: 'Everyone is in the base, those who still wait included, and all of them have had the same 45 days.',
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
    called: ofBoth(
      'job_seeker_interviewed',
      'employer_interviewed',
      interviewees(
        date,
        'were told when to expect a reply',
        'were told when a reply was due',
        'knew when to expect a reply',
      ),
    ),
    note: 'Counted is that a date was given, whether or not it was kept.',
  },
  asking: {
    called: {
      ...ofBoth('job_seeker_asked', 'employer_asked', interviewees(asked, 'asked for feedback')),
      ...ofBoth('job_seeker', 'employer', {
        who: 'interviewees who asked for feedback',
        does: 'got a specific reply',
        briefly: of('interviewees who asked', 'got a specific reply'),
        byInterviews: of('people who asked', 'got a specific reply'),
        measure: specific,
      }),
    },
    note: 'That people asked is counted whatever came of it; what came of it, of those who asked alone.',
  },
  'most-useful': {
    called: {
      job_seeker: {
        who: NOT_HIRED,
        does: 'prefer feedback to a quick no',
        briefly: of('people', 'prefer feedback to a quick no'),
        counted: 'who answered',
        measure: learn,
      },
      employer: {
        who: 'employers',
        does: 'say feedback is most useful after a no',
        briefly: of('employers', 'say feedback is most useful'),
        counted: 'who answered',
        measure: learn,
      },
    },
    note: 'Something to learn from is a reason, a comparison, one thing to work on, or a talk; the other answers are a quick no, and none of these.',
    opinion: true,
  },
  waiting: {
    called: ofBoth('job_seeker_interviewed', 'employer_interviewed', {
      ...interviewees(in14, 'had an answer within 14 days', 'had an answer in 14 days'),
      byInterviews: of(NOT_HIRED, 'heard within 14 days'),
    }),
    note: 'Those who were never told are in the base.',
  },
  'how-told': {
    called: ofBoth('job_seeker_interviewed', 'employer_interviewed', {
      who: 'interviewees told no',
      does: 'heard it in person, by call or by personal message',
      briefly: [
        ...of('interviewees told no', 'got a spoken or personal message'),
        ...of('rejections', 'were spoken or personal'),
      ],
      byInterviews: of('people told no', 'got a spoken or personal message'),
      measure: personal,
    }),
    note: 'Counted is a talk in person, a call, or a message that was written for the person, of those who were told no.',
  },
  'known-not-said': {
    called: {
      employer_told: {
        who: 'employers here with a specific reason for a no',
        does: 'passed it on',
        briefly: ['those with a specific reason for a no', 'those with a specific reason'].map((who) => ({
          who,
          does: 'passed it on',
          counted: 'employers here who could say',
        })),
        counted: 'who could say',
        measure: 'Passed it on, of those who had a reason',
      },
      employer_known: {
        who: INTERVIEWED,
        does: overThem,
        briefly: aboutThem,
        byInterviews: aboutThem,
        counted: describedBy.employer,
        measure: 'Had a reason about the person',
      },
    },
    note: 'A reason can be passed on by anyone, with the no or when the person asked.',
  },
};
