import type { Alternatives } from './letter.ts';

const told = ['days', 'weeks', 'months'];
const never = ['never'];
const written = ['email', 'message'];
const phone = ['phone'];

/** What each stage is called in a sentence, after “thank you for”, “I” and “see least of”. */
const byStage = [
  { stage: 'applied', was: 'reading my application', did: 'applied', seen: 'in my application' },
  {
    stage: 'screened',
    was: 'taking me through the first round',
    did: 'took part in the first round',
    seen: 'in the first round',
  },
  { stage: 'interviewed', was: 'the interview', did: 'was interviewed', seen: 'in the interview' },
];

export const subject: Alternatives = [
  {
    when: { channel: ['email'], since: told, tone: ['warm', 'short'] },
    text: 'One question about the {job} job',
  },
  {
    when: { channel: ['email'], since: told, tone: ['formal'] },
    text: '{job}: a question about your decision',
  },
  { when: { channel: ['email'], since: never, tone: ['warm', 'short'] }, text: 'The {job} job: any news?' },
  { when: { channel: ['email'], since: never, tone: ['formal'] }, text: '{job}: has a decision been made?' },
];

export const greeting: Alternatives = [
  { when: { channel: written, tone: ['warm', 'short'] }, text: 'Hello {name},' },
  { when: { channel: written, tone: ['formal'] }, text: 'Dear {name},' },
  { when: { channel: phone, tone: ['warm'] }, text: 'Hello {name}, this is {me}. Do you have two minutes?' },
  { when: { channel: phone, tone: ['short'] }, text: 'Hello {name}, this is {me}. Is this a good moment?' },
  {
    when: { channel: phone, tone: ['formal'] },
    text: 'Hello {name}, my name is {me}. May I take two minutes of your time?',
  },
];

export const opening: Alternatives = byStage.flatMap(({ stage, was, did }) => [
  {
    when: { stage: [stage], since: ['days'], tone: ['warm'] },
    text: `Thank you for letting me know, and for ${was} for the {job} job.`,
  },
  {
    when: { stage: [stage], since: ['weeks'], tone: ['warm'] },
    text: `Thank you again for ${was} for the {job} job, and for letting me know how it ended.`,
  },
  {
    when: { stage: [stage], since: ['months'], tone: ['warm', 'short'] },
    text: `It has been a while: thank you again for ${was} for the {job} job, and for letting me know how it ended.`,
  },
  {
    when: { stage: [stage], since: ['days', 'weeks'], tone: ['short'] },
    text: `Thank you for ${was} for the {job} job, and for your answer.`,
  },
  {
    when: { stage: [stage], since: ['days', 'weeks'], tone: ['formal'] },
    text: `Thank you for ${was} for the {job} job, and for informing me of your decision.`,
  },
  {
    when: { stage: [stage], since: ['months'], tone: ['formal'] },
    text: `Thank you again for ${was}, and for informing me, some months ago, of your decision on the {job} job.`,
  },
  {
    when: { stage: [stage], since: never, tone: ['warm', 'short'] },
    text: `I ${did} for the {job} job and have not heard back yet. Has a decision been made?`,
  },
  {
    when: { stage: [stage], since: never, tone: ['formal'] },
    text: `I ${did} for the {job} job and have not had an answer yet. May I ask whether a decision has been made?`,
  },
]);

/** What the question is not: nobody has to defend a decision. */
export const noArgument: Alternatives = [
  { when: { since: told, tone: ['warm'] }, text: 'I am not asking you to look at the decision again.' },
  { when: { since: told, tone: ['short'] }, text: 'I am not asking you to reconsider.' },
  { when: { since: told, tone: ['formal'] }, text: 'I do not wish to question it.' },
  { when: { since: never, tone: ['warm'] }, text: 'If it is a no, that is all right: I would rather know.' },
  { when: { since: never, tone: ['short'] }, text: 'A plain no is fine.' },
  { when: { since: never, tone: ['formal'] }, text: 'I would be glad of a plain answer, whatever it is.' },
];

export const leads: Alternatives = [
  { when: { since: told, tone: ['warm'] }, text: 'One question would help me with the next application:' },
  { when: { since: told, tone: ['short'] }, text: 'One question:' },
  { when: { since: told, tone: ['formal'] }, text: 'May I ask one question:' },
  {
    when: { since: never, tone: ['warm'] },
    text: 'And if you chose somebody else, one question would help me with the next application:',
  },
  { when: { since: never, tone: ['short'] }, text: 'And if you chose somebody else, one question:' },
  { when: { since: never, tone: ['formal'] }, text: 'If I was not chosen, I would have one question:' },
];

export const questions: Alternatives = [
  {
    when: { ask: ['reason'], tone: ['warm', 'short'] },
    text: 'what was the main reason?',
  },
  { when: { ask: ['reason'], tone: ['formal'] }, text: 'what was the main reason for the decision?' },
  ...byStage.flatMap(({ stage, seen }) => [
    {
      when: { ask: ['compare'], stage: [stage], tone: ['warm', 'short'] },
      text: `of all that the job needs, what did you see least of ${seen}?`,
    },
    {
      when: { ask: ['compare'], stage: [stage], tone: ['formal'] },
      text: `which of the job’s requirements did you see least of ${seen}?`,
    },
  ]),
  {
    when: { ask: ['improve'], tone: ['warm'] },
    text: 'in my place, what is the one thing you would work on?',
  },
  { when: { ask: ['improve'], tone: ['short'] }, text: 'what should I work on first?' },
  {
    when: { ask: ['improve'], tone: ['formal'] },
    text: 'what one thing should I work on before I apply for a similar job?',
  },
  {
    when: { ask: ['again'], tone: ['warm'] },
    text: 'would it make sense for me to apply to you again, and what should be different then?',
  },
  {
    when: { ask: ['again'], tone: ['short'] },
    text: 'is it worth applying to you again, and what would have to change?',
  },
  {
    when: { ask: ['again'], tone: ['formal'] },
    text: 'would you advise me to apply again, and what would have to be different?',
  },
];

/** How little is enough. */
export const ease: Alternatives = [
  { when: { channel: written, tone: ['warm', 'short'] }, text: 'One line is plenty.' },
  { when: { channel: written, tone: ['formal'] }, text: 'A single line would be enough.' },
  { when: { channel: phone, tone: ['warm'] }, text: 'One sentence is plenty, and I will only listen.' },
  { when: { channel: phone, tone: ['short'] }, text: 'One sentence is plenty.' },
  { when: { channel: phone, tone: ['formal'] }, text: 'A single sentence would be enough.' },
];

/** A way out for somebody who may not answer. */
export const out: Alternatives = [
  { when: { tone: ['warm'] }, text: 'If a rule keeps you from saying, it would help to know that too.' },
  { when: { tone: ['short'] }, text: 'If a rule keeps you from saying, just tell me so.' },
  {
    when: { tone: ['formal'] },
    text: 'If a rule keeps you from answering, I would be grateful to know that.',
  },
];

export const closing: Alternatives = [
  { when: { channel: written, tone: ['warm'] }, text: 'Thank you, and all the best,\n{me}' },
  { when: { channel: written, tone: ['short'] }, text: 'Thank you,\n{me}' },
  { when: { channel: ['email'], tone: ['formal'] }, text: 'Yours sincerely,\n{me}' },
  { when: { channel: ['message'], tone: ['formal'] }, text: 'Kind regards,\n{me}' },
  { when: { channel: phone, tone: ['warm', 'short'] }, text: 'Thank you. That helps me.' },
  { when: { channel: phone, tone: ['formal'] }, text: 'Thank you for your time.' },
];
