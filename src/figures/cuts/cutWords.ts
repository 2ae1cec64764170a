/** Who is counted, and what of them. */
export interface Words {
  readonly who: string;
  readonly does: string;
}

/** How a series is called in the sentences of a cut, and what of it is counted: “In every field, half of {who} {does}”. */
export interface Called extends Words {
  /** The same in fewer words, the fullest first: the last has to fit a title with the name of any group. */
  readonly briefly?: readonly Words[];
  /** In the cut by interviews, whose groups say that there was one. */
  readonly byInterviews?: readonly Words[];
  /** Who they are that the counts of everybody are of: “who know”. */
  readonly counted?: string;
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
const of = (who: string, ...all: readonly string[]): readonly Words[] => all.map((does) => ({ who, does }));

/** Of interviewees who were not hired. */
const interviewees = (measure: string, does: string, ...briefly: readonly string[]): Called => ({
  who: INTERVIEWED,
  does,
  briefly: [...of(INTERVIEWED, ...briefly), ...of('interviewees', does, ...briefly)],
  byInterviews: [
    ...of(NOT_HIRED, does, ...briefly),
    ...of('people', does, ...briefly),
    ...of('interviewees', ...briefly),
  ],
  measure,
});

const employers = (measure: string, does: string, ...briefly: readonly string[]): Called => ({
  who: 'employers',
  does,
  briefly: of('employers', ...briefly),
  measure,
});

const reason = 'A reason about the person, in the end';
const date = 'Given a date for the answer';
const asked = 'Asked for feedback';
const specific = 'Told something specific, of those who asked';
const learn = 'Something to learn from is most useful';
const in14 = 'Told within 14 days';
const personal = 'Told by a call or a message written for them';

/** The words of each chart’s cuts; the numbers, the categories and what is counted are the catalogue’s. */
export const cutWords: Readonly<Record<string, CutWords>> = {
  'told-by-day': {
    called: {
      job_seeker_45_days: {
        who: NOT_HIRED,
        does: 'had an answer within 45 days',
        briefly: [
          ...of(NOT_HIRED, 'had an answer by day 45', 'had word by day 45'),
          ...of('applicants', 'had an answer by day 45'),
        ],
        measure: 'Told within 45 days',
      },
    },
    note: 'Everyone is in the base, those who still wait included, and all of them have had the same 45 days.',
  },
  'explanation-ladder': {
    called: {
      job_seeker_interviewed: interviewees(reason, 'got a specific reason'),
      employer_interviewed: employers(
        reason,
        'say the person got a specific reason',
        'gave a specific reason',
      ),
    },
    note: 'Counted are the two upper rungs of the ladder, with or without something to do differently; a reply to asking that told something specific counts, too.',
  },
  promise: {
    called: {
      job_seeker_interviewed: interviewees(
        date,
        'were told when they would hear',
        'got a date for an answer',
        'got a date to hear by',
      ),
      employer_interviewed: employers(date, 'named a date for the answer', 'gave a date to hear by'),
    },
    note: 'Counted is that a date was given, whether or not it was kept.',
  },
  asking: {
    called: {
      job_seeker_asked: interviewees(asked, 'asked for feedback'),
      employer_asked: employers(asked, 'were asked for feedback'),
      job_seeker: {
        who: 'people who asked',
        does: 'got a specific reply',
        briefly: of('people who asked', 'got specifics'),
        measure: specific,
      },
      employer: employers(specific, 'were specific when asked'),
    },
    note: 'That people asked is counted whatever came of it; what came of it, of those who asked alone.',
  },
  'most-useful': {
    called: {
      job_seeker: {
        who: NOT_HIRED,
        does: 'put feedback before a quick no',
        briefly: [...of('applicants', 'put feedback before a quick no', 'put feedback first')],
        measure: learn,
      },
      employer: employers(learn, 'say something to learn from helps most', 'say people want to learn'),
    },
    note: 'Something to learn from is a reason, a comparison, one thing to work on, or a talk; the other answers are a quick no, and none of these.',
    opinion: true,
  },
  waiting: {
    called: {
      job_seeker_interviewed: interviewees(
        in14,
        'had an answer within 14 days',
        'had an answer in 14 days',
        'had word by day 14',
      ),
      employer_interviewed: employers(in14, 'say the answer came within 14 days', 'answered by day 14'),
    },
    note: 'Those who were never told are in the base.',
  },
  'how-told': {
    called: {
      job_seeker_interviewed: {
        who: 'rejected interviewees',
        does: 'got a call or a personal message',
        briefly: [
          ...of('rejected interviewees', 'got a call or personal message'),
          ...of('people told no', 'got a call or personal message', 'heard personally'),
          ...of('interviewees', 'heard personally'),
        ],
        byInterviews: [
          ...of(
            'people told no',
            'got a call or a personal message',
            'got a call or personal message',
            'heard personally',
          ),
        ],
        measure: personal,
      },
      employer_interviewed: {
        who: 'employers who said no',
        does: 'called or wrote personally',
        briefly: of('employers', 'called or wrote personally', 'told people personally'),
        measure: personal,
      },
    },
    note: 'Counted is a call or a message that was written for the person, of those who were told no.',
  },
  'known-not-said': {
    called: {
      employer_told: {
        who: 'reasons employers had about a candidate',
        does: 'reached that candidate',
        counted: 'where employers know',
        briefly: [
          ...of('reasons about a candidate', 'reached that candidate'),
          ...of('reasons', 'were passed on'),
        ],
        measure: 'Passed it on, of those who had a reason',
      },
      employer_known: employers(
        'Had a reason about the person',
        'say something about the candidate decided it',
        'had a reason about the candidate',
        'had a reason about them',
      ),
    },
    note: 'A reason can be passed on by anyone, with the no or when the person asked.',
  },
};
