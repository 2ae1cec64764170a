import { sooner, type Subject } from './subject.ts';

/** What employers’ answers are set beside: time, promise, what was said, asking, and what was known (protocol 1.6). */
export const employerSubjects: readonly Subject[] = [
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
    few: 'got a specific reason',
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
      noreply: { yours: 'The person asked, and got no reply.', like: 'said that theirs got no reply either' },
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
        like: 'said that theirs was not told either',
      },
    },
    leftOut: 'It is not known whether the person was told the reason.',
  },
];
