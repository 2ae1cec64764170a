/** How a side is called in the sentences of a cut, and what of it is counted: “{x} of {n} {who} {does}”. */
export interface Called {
  readonly who: string;
  readonly does: string;
}

interface CutWords {
  /** What a bar measures, over the bars: the same on both sides. */
  readonly measure: string;
  /** By series. */
  readonly called: Readonly<Record<string, Called>>;
  /** What the count is made of, where its words do not say. */
  readonly note?: string;
}

const interviewed = 'interviewed job seekers';

/** The words of each chart’s cuts; the numbers, the categories and what is counted are the catalogue’s. */
export const cutWords: Readonly<Record<string, CutWords>> = {
  outcome: {
    measure: 'Never got a final answer',
    called: { job_seeker: { who: 'job seekers', does: 'never got a final answer' } },
  },
  'told-by-day': {
    measure: 'Told within 45 days',
    called: { job_seeker_45_days: { who: 'job seekers', does: 'were told within 45 days' } },
    note: 'Everyone is in the base, those who never heard included, and all of them have waited at least 45 days.',
  },
  'explanation-ladder': {
    measure: 'A reason about the person',
    called: {
      job_seeker_interviewed: { who: interviewed, does: 'got a reason about themselves' },
      employer_interviewed: {
        who: 'employers',
        does: 'say that people they interview usually get a reason about the person',
      },
    },
    note: 'Counted are the two upper rungs of the ladder: a reason about the person or the application, with or without something to do differently.',
  },
  promise: {
    measure: 'Told when they would hear',
    called: {
      job_seeker_interviewed: { who: interviewed, does: 'were told when they would hear' },
      employer_interviewed: { who: 'employers', does: 'tell people they interview when they will hear' },
    },
    note: 'Counted is that a date was named, whether or not it was kept.',
  },
  asking: {
    measure: 'Asked, and told something specific',
    called: {
      job_seeker: { who: 'job seekers', does: 'asked and were told something specific' },
      employer: { who: 'employers', does: 'say that people who ask are told something specific' },
    },
    note: 'Those who did not ask are in the base, and so are employers whom nobody asks.',
  },
  'most-useful': {
    measure: 'Something to learn from would help most',
    called: {
      job_seeker: { who: 'job seekers', does: 'would most like something to learn from' },
      employer: { who: 'employers', does: 'say that something to learn from helps most' },
    },
    note: 'Something to learn from is a reason, a comparison, one thing to work on, or a talk; the other answers are an end to waiting.',
  },
  waiting: {
    measure: 'Told within 14 days',
    called: {
      job_seeker_interviewed: { who: interviewed, does: 'were told within 14 days' },
      employer_interviewed: { who: 'employers', does: 'usually tell people they interview within 14 days' },
    },
    note: 'Those who were never told, and employers who usually tell nobody, are in the base.',
  },
};
