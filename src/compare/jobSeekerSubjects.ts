import { sooner, type Subject } from './subject.ts';

const atStage = {
  job_seeker_interviewed: 'interviewed job seekers here',
  job_seeker_screened: 'job seekers here who got to a first call, test or task',
  job_seeker_applied: 'job seekers here who only applied',
};

const afterHearing = {
  job_seeker_none: 'job seekers here who heard nothing',
  job_seeker_form: 'job seekers here who heard only the no',
  job_seeker_generic: 'job seekers here who heard a reason for anyone',
  job_seeker_about_them: 'job seekers here who heard a reason about themselves',
};

/** Of one’s own feelings no word may grade an answer. */
const sameAnswer = 'gave the same answer';

/** What job seekers’ answers are set beside: time, promise, what was said, asking, clarity, confidence, hours, and what would help (protocol 1.5). */
export const jobSeekerSubjects: readonly Subject[] = [
  {
    slug: 'told-by-day',
    who: { job_seeker_45_days: 'job seekers here' },
    said: sooner('You were'),
    leftOut: 'You left out how long it was until you were told, so the wait has no place for you.',
    inOrder: true,
  },
  {
    slug: 'promise',
    who: atStage,
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
    few: 'got a specific reason',
    // Who heard nothing has read of the wait that there was no answer.
    quiet: ['none'],
    who: atStage,
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
    who: afterHearing,
    said: {
      p1: { yours: 'It is not at all clear to you why.', like: sameAnswer },
      p2: { yours: 'It is slightly clear to you why.', like: sameAnswer },
      p3: { yours: 'It is moderately clear to you why.', like: sameAnswer },
      p4: { yours: 'It is very clear to you why.', like: sameAnswer },
      p5: { yours: 'It is completely clear to you why.', like: sameAnswer },
    },
    leftOut: 'You left out how clear the reason is to you.',
  },
  {
    slug: 'confidence',
    who: afterHearing,
    said: {
      p1: {
        yours: 'For a similar job today you are not at all confident of doing well.',
        like: sameAnswer,
      },
      p2: {
        yours: 'For a similar job today you are slightly confident of doing well.',
        like: sameAnswer,
      },
      p3: { yours: 'For a similar job today you are moderately confident of doing well.', like: sameAnswer },
      p4: {
        yours: 'For a similar job today you are very confident of doing well.',
        like: sameAnswer,
      },
      p5: {
        yours: 'For a similar job today you are completely confident of doing well.',
        like: sameAnswer,
      },
    },
  },
  {
    slug: 'hours',
    who: atStage,
    said: {
      h0_2: { yours: 'You put in up to 2 hours.', like: 'put in no more' },
      h3_5: { yours: 'You put in 3 to 5 hours.', like: 'put in less' },
      h6_10: { yours: 'You put in 6 to 10 hours.', like: 'put in less' },
      h11_20: { yours: 'You put in 11 to 20 hours.', like: 'put in less' },
      h21_40: { yours: 'You put in 21 to 40 hours.', like: 'put in less' },
      h41p: { yours: 'You put in 41 hours or more.', like: 'put in less' },
    },
    inOrder: true,
  },
  {
    slug: 'most-useful',
    who: { job_seeker: 'job seekers here' },
    said: {
      quick_no: { yours: 'A quick, clear no would help you most.', like: 'chose it, too' },
      reason: { yours: 'The main reason would help you most.', like: 'chose it, too' },
      compare: {
        yours: 'How you compared with what the job needed would help you most.',
        like: 'chose it, too',
      },
      improve: { yours: 'One thing to work on would help you most.', like: 'chose it, too' },
      talk: { yours: 'A short conversation would help you most.', like: 'chose it, too' },
      nothing: { yours: 'None of what we listed would help you.', like: 'chose none either' },
    },
    beside: { job_seeker: 'employer' },
    besideSays: 'employers here think that this helps a candidate most',
  },
];
