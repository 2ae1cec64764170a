/** How a series is called in the sentences of a cut, and what of it is counted: “{x} of {n} {who} {does}”. */
export interface Called {
  readonly who: string;
  readonly does: string;
  /** What a bar measures, over the bars: the same on both sides of a measure. */
  readonly measure: string;
}

interface CutWords {
  /** By series. */
  readonly called: Readonly<Record<string, Called>>;
  /** What the count is made of, where its words do not say. */
  readonly note?: string;
  /** Whether the sides give an opinion, and do not describe one process each. */
  readonly opinion?: true;
}

/** One thing counted of one process of each person, on both sides. */
const ofBoth = (
  job_seeker: string,
  employer: string,
  { does, measure, of }: { readonly does: string; readonly measure: string; readonly of?: string },
): Readonly<Record<string, Called>> => ({
  [job_seeker]: { who: `interviewed job seekers${of ?? ''}`, does, measure },
  [employer]: { who: `people whom employers describe here${of ?? ''}`, does, measure },
});
const interviewed = ['job_seeker_interviewed', 'employer_interviewed'] as const;

/** The words of each chart’s cuts; the numbers, the categories and what is counted are the catalogue’s. */
export const cutWords: Readonly<Record<string, CutWords>> = {
  'told-by-day': {
    called: {
      job_seeker_45_days: {
        who: 'job seekers',
        does: 'were told within 45 days',
        measure: 'Told within 45 days',
      },
    },
    note: 'Everyone is in the base, those who still wait included, and all of them have had the same 45 days.',
  },
  'explanation-ladder': {
    called: ofBoth(...interviewed, {
      does: 'got a reason about them in the end',
      measure: 'A reason about the person, in the end',
    }),
    note: 'Counted are the two upper rungs of the ladder, with or without something to do differently; a reply to asking that told something specific counts, too.',
  },
  promise: {
    called: ofBoth(...interviewed, { does: 'were given a date', measure: 'Given a date for the answer' }),
    note: 'Counted is that a date was given, whether or not it was kept.',
  },
  asking: {
    called: ofBoth('job_seeker_asked', 'employer_asked', {
      does: 'asked for feedback',
      measure: 'Asked for feedback',
    }),
    note: 'Counted is that people asked, whatever came of it; those who asked are too few to be divided into groups.',
  },
  'most-useful': {
    called: {
      job_seeker: {
        who: 'job seekers',
        does: 'would most like something to learn from',
        measure: 'Something to learn from is most useful',
      },
      employer: {
        who: 'employers',
        does: 'say that something to learn from is most useful',
        measure: 'Something to learn from is most useful',
      },
    },
    note: 'Something to learn from is a reason, a comparison, one thing to work on, or a talk; the other answers are a quick no, and none of these.',
    opinion: true,
  },
  waiting: {
    called: ofBoth(...interviewed, { does: 'were told within 14 days', measure: 'Told within 14 days' }),
    note: 'Those who were never told are in the base.',
  },
  'how-told': {
    called: ofBoth(...interviewed, {
      of: ' who were told no',
      does: 'were told by a call or a message written for them',
      measure: 'Told by a call or a message written for them',
    }),
  },
  'known-not-said': {
    called: {
      employer_told: {
        who: 'employers who had a reason about the person',
        does: 'passed it on',
        measure: 'Passed it on, of those who had a reason',
      },
      employer_known: {
        who: 'employers who describe somebody',
        does: 'had a reason about the person',
        measure: 'Had a reason about the person',
      },
    },
    note: 'A reason can be passed on by anyone, with the no or when the person asked.',
  },
};
