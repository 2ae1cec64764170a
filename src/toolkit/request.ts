import type { Choice, Letter } from './letter.ts';
import * as sentences from './requestSentences.ts';

/** How far an application got; `?stage=` in the address of the toolkit chooses one. */
export const stages = [
  { value: 'applied', label: 'I only applied' },
  { value: 'screened', label: 'A call, test or task' },
  { value: 'interviewed', label: 'I was interviewed' },
] as const;

export const requestChoices = [
  { name: 'stage', asks: 'How far did you get?', options: stages },
  {
    name: 'since',
    asks: 'When were you told?',
    options: [
      { value: 'days', label: 'In the last few days' },
      { value: 'weeks', label: 'Weeks ago' },
      { value: 'months', label: 'Months ago' },
      { value: 'never', label: 'I am still waiting' },
    ],
  },
  {
    name: 'ask',
    asks: 'What would help most?',
    options: [
      { value: 'reason', label: 'The main reason' },
      { value: 'compare', label: 'What they saw too little of' },
      { value: 'improve', label: 'One thing to work on' },
      { value: 'again', label: 'Whether to apply there again' },
    ],
  },
  {
    name: 'tone',
    asks: 'How should it sound?',
    options: [
      { value: 'warm', label: 'Warm' },
      { value: 'short', label: 'Short' },
      { value: 'formal', label: 'Formal' },
    ],
  },
  {
    name: 'channel',
    asks: 'How do you reach them?',
    options: [
      { value: 'email', label: 'By e-mail' },
      { value: 'message', label: 'By message' },
      { value: 'phone', label: 'By phone' },
    ],
  },
] as const satisfies readonly Choice[];

/** What somebody who was turned down, or is still waiting, can send or say to an employer. */
export const request: Letter = {
  choices: requestChoices,
  slots: [
    { name: 'name', label: 'Their name', prompt: 'name' },
    { name: 'job', label: 'The job, as it was advertised', prompt: 'job title' },
    { name: 'me', label: 'Your name', prompt: 'your name' },
  ],
  subject: sentences.subject,
  body: [
    [sentences.greeting],
    [sentences.opening, sentences.noArgument],
    [sentences.leads, sentences.questions, sentences.ease, sentences.out],
    [sentences.closing],
  ],
};
