import { sooner, type Subject } from './subject.ts';

/** What job seekers’ answers are set beside: time, promise, what was said, asking, and clarity (protocol 1.5). */
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
    few: 'got a specific reason',
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
