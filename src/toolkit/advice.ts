import type { Alternatives } from './letter.ts';

/** When to send a request, by the choices of request.ts. Our advice, and no finding. */
export const whenToSend: readonly Alternatives[] = [
  [
    {
      when: { since: ['days'] },
      text: 'Sleep on it and send it tomorrow. Your message will be shorter, and they will still remember you.',
    },
    { when: { since: ['weeks'] }, text: 'Send it now, while somebody still remembers.' },
    {
      when: { since: ['months'] },
      text: 'It is late, and not too late to ask once. Somebody has to look you up, so expect a short answer.',
    },
    {
      when: { since: ['never'] },
      text: 'Wait for the day they named. If they named none, two weeks after your last step is a fair time to ask.',
    },
  ],
  [
    {
      when: { since: ['never'], stage: ['interviewed'] },
      text: 'In Ontario a law sets a day for larger employers: see below.',
    },
  ],
  [
    {
      when: { stage: ['applied'] },
      text: 'You only applied, so perhaps nobody there has met you. Ask once, and do not count on an answer.',
    },
    {
      when: { stage: ['screened'] },
      text: 'Write to the person who called you or set the task, if you can.',
    },
    {
      when: { stage: ['interviewed'] },
      text: 'Write to a person who met you, if you can. They know more than the inbox that sent the no.',
    },
  ],
  [
    {
      when: { channel: ['email'] },
      text: 'Answer the last e-mail that they sent you, so that nobody has to search for you.',
    },
    { when: { channel: ['message'] }, text: 'Send it in one place only, and not by e-mail as well.' },
    {
      when: { channel: ['phone'] },
      text: 'Have these lines in front of you. After the question, wait: the answer often comes after the pause.',
    },
  ],
];

/** A reminder, and there is one only. */
export const reminder =
  'Hello [name], a short reminder of my question about the [job title] job. If you cannot answer it, no reply is needed. Thank you, [your name]';

export const whenToLetGo: readonly string[] = [
  'Ask once. If nothing has come after two weeks, one reminder is enough, and none is fine.',
  'If a reason comes, say thank you and leave it there, even where you see it differently. You asked in order to know, and now you do.',
  'If they say that they may not tell you, believe them. It is a rule, and seldom theirs.',
  'If nothing comes, let it go. Silence tells you how they work. It does not tell you how you did.',
  'If the reason is about who you are and not about the job, keep the message and get advice before you answer.',
];

/** What offers a reason to whoever may not want it, in the words of the essay “When a reason hurts”. */
export const offerOfReason =
  'If you would like to know what decided it, write back and I will tell you in two or three lines.';

/** What an employer leaves out of a reason, and why. */
export const leaveOut: readonly { readonly what: string; readonly why: string }[] = [
  {
    what: 'Anything about the person that is not about the job: age, sex, family, health, origin, faith, looks, accent.',
    why: 'It must not have played a part. If it did, stop, and get advice before you send anything.',
  },
  {
    what: 'Other applicants: who they are, how many, what they were like.',
    why: 'They did not agree to be talked about, and nobody can work on being somebody else.',
  },
  {
    what: '“Not the right fit”, “attitude”, “somebody stronger”.',
    why: 'Nobody can act on it, and it hides what decided. Name the criterion, or say that there is none you can name.',
  },
  {
    what: 'Marks, ranks and “you came second”.',
    why: 'They say how far and not in what. In a laboratory, people who were told how they had done felt worse than those who only got the no.',
  },
  {
    what: 'Reasons that were found after the decision.',
    why: 'If it is not in the notes, it did not decide. The first reason you give is the one you will be asked about.',
  },
  {
    what: '“We will keep you in mind”, “do apply again”.',
    why: 'Unless you mean it. They will, and they will remember who asked them to.',
  },
];

/** From notes to a letter; the minutes come to ten. */
export const checklist: readonly { readonly minutes: number; readonly step: string }[] = [
  {
    minutes: 2,
    step: 'Open the advertisement and your notes. Find the one criterion that decided. Is it in the advertisement?',
  },
  {
    minutes: 2,
    step: 'Write down what you saw of it: something said, done or written, that anybody in the room could have noted.',
  },
  {
    minutes: 1,
    step: 'Write down what would have changed the decision. It has to be something that a person can do.',
  },
  {
    minutes: 1,
    step: 'Would you say the same to anybody who had given the same answers? Strike out what has to be left out.',
  },
  { minutes: 2, step: 'Put the letter together and read it aloud, as if it had come for you.' },
  {
    minutes: 1,
    step: 'Send it on the day you promised, from a person and not from an address without replies.',
  },
  { minutes: 1, step: 'Keep a copy with the notes. You will want both if you are asked.' },
];
