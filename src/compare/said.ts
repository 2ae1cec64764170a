import type { SideId } from '../survey/question.ts';

/** How one answer is said back to the person, and what is said of the others who gave it: “12 of the 30 … {like}.” */
export interface Said {
  readonly yours: string;
  readonly like: string;
}

/** One thing that is compared: an estimate, the people in each of its series, and its answers in words. */
export interface Subject {
  /** The address of the chart. */
  readonly slug: string;
  /** Whom the figures are about, by series; the first whose base the person belongs to is taken. */
  readonly who: Readonly<Record<string, string>>;
  /** By the code of a cell. */
  readonly said: Readonly<Record<string, Said>>;
  /** Said where the question was skipped or not known. */
  readonly leftOut: string;
  /** The other side’s series that is in the same codes, by series. */
  readonly beside?: Readonly<Record<string, string>>;
  /** For a wait, the answers before this one are counted, too: how many were told sooner says more. */
  readonly inOrder?: true;
}

const sooner = (subject: string): Readonly<Record<string, Said>> => ({
  d2: { yours: `${subject} told within 2 days.`, like: 'had word as soon' },
  d7: { yours: `${subject} told in 3 to 7 days.`, like: 'had word sooner' },
  d14: { yours: `${subject} told in 8 to 14 days.`, like: 'had word sooner' },
  d30: { yours: `${subject} told in 15 to 30 days.`, like: 'had word sooner' },
  d45: { yours: `${subject} told in 31 to 45 days.`, like: 'had word sooner' },
  later: { yours: `${subject} told after more than 45 days.`, like: 'had word sooner' },
  d90: { yours: `${subject} told in 46 to 90 days.`, like: 'had word sooner' },
  gt90: { yours: `${subject} told after more than 90 days.`, like: 'had word sooner' },
  never: { yours: `${subject} not told.`, like: 'had no word either' },
});

const jobSeeker: readonly Subject[] = [
  {
    slug: 'told-by-day',
    who: { job_seeker_45_days: 'job seekers here' },
    said: sooner('You were'),
    leftOut: 'You left out how long it was until you were told, so the wait has no place for you.',
    inOrder: true,
  },
  {
    slug: 'promise',
    who: {
      job_seeker_interviewed: 'interviewed job seekers here',
      job_seeker_screened: 'job seekers here who got to a first call, test or task',
      job_seeker_applied: 'job seekers here who only applied',
    },
    said: {
      kept: { yours: 'You were given a date, and heard by then.', like: 'could rely on theirs, too' },
      late: { yours: 'You were given a date, and heard after it.', like: 'waited past theirs, too' },
      broken: { yours: 'You were given a date, and have not heard.', like: 'told us the same' },
      none: { yours: 'You were given no date.', like: 'got none either' },
    },
    leftOut: 'You left out whether you were given a date.',
    beside: { job_seeker_interviewed: 'employer_interviewed' },
  },
  {
    slug: 'explanation-ladder',
    who: {
      job_seeker_interviewed: 'interviewed job seekers here',
      job_seeker_screened: 'job seekers here who got to a first call, test or task',
      job_seeker_applied: 'job seekers here who only applied',
    },
    said: {
      none: { yours: 'You heard nothing about why.', like: 'heard nothing either' },
      form: { yours: 'You heard the no and no reason.', like: 'heard just that' },
      generic: {
        yours: 'You heard a reason that could have gone to anyone.',
        like: 'heard one of that kind',
      },
      specific: { yours: 'You heard a reason about you.', like: 'heard one about themselves' },
      actionable: {
        yours: 'You heard a reason about you, and something you could do differently.',
        like: 'heard as much',
      },
    },
    leftOut: 'You left out what you heard about why.',
    beside: { job_seeker_interviewed: 'employer_interviewed' },
  },
  {
    slug: 'asking',
    who: {
      job_seeker: 'interviewed job seekers here who asked',
      job_seeker_asked: 'interviewed job seekers here',
    },
    said: {
      useful: {
        yours: 'You asked for feedback, and the reply told you something specific.',
        like: 'got such a reply',
      },
      vague: {
        yours: 'You asked for feedback, and the reply told you nothing specific.',
        like: 'got no more than that',
      },
      noreply: { yours: 'You asked for feedback, and got no reply.', like: 'got none either' },
      no: { yours: 'You did not ask for feedback.', like: 'did not ask' },
      no_contact: { yours: 'You had no one to ask for feedback.', like: 'had no one either' },
    },
    leftOut: 'You left out whether you asked for feedback.',
    beside: { job_seeker: 'employer', job_seeker_asked: 'employer_asked' },
  },
  {
    slug: 'clarity',
    who: {
      job_seeker_none: 'job seekers here who heard nothing',
      job_seeker_form: 'job seekers here who heard only the no',
      job_seeker_generic: 'job seekers here who heard a reason for anyone',
      job_seeker_about_them: 'job seekers here who heard a reason about themselves',
    },
    said: {
      p1: { yours: 'It is not at all clear to you why.', like: 'found it no clearer' },
      p2: { yours: 'It is slightly clear to you why.', like: 'saw it as dimly' },
      p3: { yours: 'It is moderately clear to you why.', like: 'put it the same way' },
      p4: { yours: 'It is very clear to you why.', like: 'saw it as clearly' },
      p5: { yours: 'It is completely clear to you why.', like: 'had no doubt either' },
    },
    leftOut: 'You left out how clear the reason is to you.',
  },
];

const employer: readonly Subject[] = [
  {
    slug: 'waiting',
    who: { employer_interviewed: 'employers here' },
    said: Object.fromEntries(
      Object.entries(sooner('The person was')).map(([code, { yours }]) => [
        code,
        {
          yours,
          like:
            code === 'never'
              ? 'said that theirs was not told either'
              : `said that theirs was told ${code === 'd2' ? 'as soon' : 'sooner'}`,
        },
      ]),
    ),
    leftOut: 'You could not say when the person was told.',
    beside: { employer_interviewed: 'job_seeker_interviewed' },
    inOrder: true,
  },
  {
    slug: 'promise',
    who: { employer_interviewed: 'employers here' },
    said: {
      kept: {
        yours: 'The person was given a date, and heard by then.',
        like: 'told of a date that was kept',
      },
      late: { yours: 'The person was given a date, and heard after it.', like: 'told of a late answer' },
      broken: {
        yours: 'The person was given a date, and has not heard.',
        like: 'told of a date that passed',
      },
      none: { yours: 'The person was given no date.', like: 'gave none either' },
    },
    leftOut: 'You left out whether the person was given a date.',
    beside: { employer_interviewed: 'job_seeker_interviewed' },
  },
  {
    slug: 'explanation-ladder',
    who: { employer_interviewed: 'employers here' },
    said: {
      none: { yours: 'The person heard nothing about why.', like: 'said so of theirs' },
      form: { yours: 'The person heard the no and no reason.', like: 'said that theirs heard just that' },
      generic: {
        yours: 'The person heard a reason that could have gone to anyone.',
        like: 'said that theirs did, too',
      },
      specific: { yours: 'The person heard a reason about them.', like: 'passed on a reason of that kind' },
      actionable: {
        yours: 'The person heard a reason about them, and something they could do differently.',
        like: 'went as far',
      },
    },
    leftOut: 'You could not say what the person heard about why.',
    beside: { employer_interviewed: 'job_seeker_interviewed' },
  },
  {
    slug: 'asking',
    who: { employer: 'employers here whose person asked', employer_asked: 'employers here' },
    said: {
      useful: {
        yours: 'The person asked, and the reply told them something specific.',
        like: 'sent such a reply',
      },
      vague: {
        yours: 'The person asked, and the reply told them nothing specific.',
        like: 'sent no more than that',
      },
      noreply: { yours: 'The person asked, and got no reply.', like: 'left the question open, too' },
      no: { yours: 'The person did not ask for feedback, as far as you know.', like: 'told of no question' },
    },
    leftOut: 'You could not say what became of the person’s question.',
    beside: { employer: 'job_seeker', employer_asked: 'job_seeker_asked' },
  },
  {
    slug: 'known-not-said',
    who: { employer_told: 'employers here who had a reason about the person' },
    said: {
      then: {
        yours: 'You had a reason about the person, and it came with the no.',
        like: 'passed it on then',
      },
      asked: {
        yours: 'You had a reason about the person, and it was told when they asked.',
        like: 'told it when asked',
      },
      not: {
        yours: 'You had a reason about the person, and the person was not told.',
        like: 'kept it to themselves, too',
      },
    },
    leftOut: 'It is not known whether the person was told the reason.',
  },
];

/** What is set beside the figures: time, promise, what was said, asking, and clarity, or what was known (protocol 1.5, 1.6). */
export const subjects: Readonly<Record<SideId, readonly Subject[]>> = { job_seeker: jobSeeker, employer };
