import type { Choice, Letter, Alternatives } from './letter.ts';

/** What a criterion of a job can be, with an example of each part of a reason. */
export const criteria = [
  {
    value: 'skill',
    label: 'Something they can do',
    needs: 'The job needs somebody who can {criterion}.',
    example: {
      criterion: 'explain figures to people who do not work with them',
      seen: 'right answers that stayed technical when we asked for plain words',
      change: 'one of those answers put so that a customer could follow it',
    },
  },
  {
    value: 'experience',
    label: 'Something they have done',
    needs: 'The job needs experience of {criterion}.',
    example: {
      criterion: 'leading a team of five or more',
      seen: 'strong projects of your own, and no example of leading people',
      change: 'an example of a team that you led, with what was hard about it',
    },
  },
  {
    value: 'knowledge',
    label: 'Something they know',
    needs: 'The job needs somebody who knows {criterion}.',
    example: {
      criterion: 'the rules for payroll in more than one country',
      seen: 'sound knowledge of one country, and none yet of a second',
      change: 'work with the rules of a second country, or a course in them',
    },
  },
  {
    value: 'condition',
    label: 'Something that has to be there: a licence, hours, a place',
    needs: 'The job requires {criterion}.',
    example: {
      criterion: 'a licence to drive lorries from the first day',
      seen: 'that you expect yours in the spring',
      change: 'a licence in hand on the day the job begins',
    },
  },
  {
    value: 'close',
    label: 'It was close, and came down to one thing',
    needs: 'It was close. You could do this job, and it came down to {criterion}.',
    example: {
      criterion: 'experience with hospitals as customers',
      seen: 'two good years of it',
      change: 'more time with customers of that kind',
    },
  },
] as const;

export const answerChoices = [
  {
    name: 'reached',
    asks: 'How far did they get?',
    options: [
      { value: 'interviewed', label: 'They were interviewed' },
      { value: 'screened', label: 'A call, test or task' },
      { value: 'applied', label: 'They only applied' },
    ],
  },
  { name: 'kind', asks: 'What decided it, of all that the job needs?', options: criteria },
  {
    name: 'offer',
    asks: 'What can you offer, and keep?',
    options: [
      { value: 'question', label: 'An answer to one question' },
      { value: 'again', label: 'A fair look next time' },
      { value: 'nothing', label: 'Nothing more' },
    ],
  },
] as const satisfies readonly Choice[];

const byStage = [
  { reached: 'interviewed', was: 'the interview', where: 'In the interview' },
  { reached: 'screened', was: 'taking part in the first round', where: 'In the first round' },
  { reached: 'applied', was: 'your application', where: 'In your application' },
];

const thanks: Alternatives = byStage.map(({ reached, was }) => ({
  when: { reached: [reached] },
  text: `Thank you for ${was}.`,
}));

const decision: Alternatives = [
  {
    when: { reached: ['interviewed'] },
    text: 'We are not offering you the {job} job, and I would like to tell you why.',
  },
  {
    when: { reached: ['screened', 'applied'] },
    text: 'We are not taking your application for the {job} job further, and I would like to tell you why.',
  },
];

const needs: Alternatives = criteria.map(({ value, needs: text }) => ({ when: { kind: [value] }, text }));

const seen: Alternatives = byStage.map(({ reached, where }) => ({
  when: { reached: [reached] },
  text: `${where} we saw {seen}.`,
}));

const offer: Alternatives = [
  {
    when: { offer: ['question'] },
    text: 'If something in this is unclear, send me one question and I will answer it. The decision itself stands.',
  },
  {
    when: { offer: ['again'] },
    text: 'If that changes, please apply to us again and mention this letter. You will get a fair look.',
  },
  { when: { offer: ['nothing'] }, text: 'This is all that I can tell you, and I hope that it is of use.' },
];

/** What an employer can send to somebody who was not chosen, from the criteria of the job. */
export const answer: Letter = {
  choices: answerChoices,
  slots: [
    { name: 'name', label: 'Their name', prompt: 'name' },
    { name: 'job', label: 'The job, as it was advertised', prompt: 'job title' },
    { name: 'criterion', label: 'What the job needs', prompt: 'what the job needs' },
    { name: 'seen', label: 'What you saw of it', prompt: 'what you saw' },
    { name: 'change', label: 'What would have changed the decision', prompt: 'what would have changed it' },
    { name: 'me', label: 'Your name', prompt: 'your name' },
  ],
  subject: [{ when: {}, text: 'The {job} job: our decision, and why' }],
  body: [
    [[{ when: {}, text: 'Dear {name},' }]],
    [decision, thanks],
    [needs, seen, [{ when: {}, text: 'What would have changed our decision is {change}.' }]],
    [offer],
    [[{ when: {}, text: 'With kind regards,\n{me}' }]],
  ],
};
