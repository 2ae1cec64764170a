import type { CodeList } from '../question.ts';

type Options = CodeList['options'];

// What both sides answer with the same codes is written once here, and turned to the side that reads it.

/** The words that turn a sentence to the side that reads it. */
interface Turned {
  /** “I”, “they” */
  readonly they: string;
  /** “me”, “them” */
  readonly them: string;
  /** “my”, “their” */
  readonly their: string;
}
export const oneself: Turned = { they: 'I', them: 'me', their: 'my' };
export const theirs: Turned = { they: 'they', them: 'them', their: 'their' };

export const promise = (
  { they }: Turned,
  told: Options[number]['shownIf'],
  untold: Options[number]['shownIf'],
): Options => [
  { code: 'kept', label: `Yes, and ${they} heard by then`, ...(told && { shownIf: told }) },
  { code: 'late', label: `Yes, but ${they} heard later`, ...(told && { shownIf: told }) },
  { code: 'broken', label: `Yes, but ${they} have not heard`, ...(untold && { shownIf: untold }) },
  { code: 'none', label: 'No, or only “soon” or “no news means no”' },
];

export const time = (gt90?: Options[number]['shownIf']): Options => [
  { code: 'd2', label: 'Within 2 days' },
  { code: 'd7', label: '3 to 7 days' },
  { code: 'd14', label: '8 to 14 days' },
  { code: 'd30', label: '15 to 30 days' },
  { code: 'd45', label: '31 to 45 days' },
  { code: 'd90', label: '46 to 90 days' },
  { code: 'gt90', label: 'More than 90 days', ...(gt90 && { shownIf: gt90 }) },
];

/** The answers that say when somebody was told. */
export const timeCodes: readonly string[] = time().map(({ code }) => code);

export const toldBy = (personal: string, auto: string, account: string): Options => [
  { code: 'agency', label: 'By an agency or outside recruiter, in any way' },
  { code: 'call', label: 'By a call, or in person' },
  { code: 'personal', label: personal },
  { code: 'auto', label: auto },
  { code: 'account', label: account },
  { code: 'other', label: 'In another way' },
];

export const explain = ({ they, them, their }: Turned): Options => [
  { code: 'form', label: 'No reason, only the no' },
  {
    code: 'generic',
    label: 'A reason that could have gone to anyone',
    example: 'For example “others were a closer match”',
  },
  {
    code: 'specific',
    label: `A reason about ${them} or ${their} application`,
    example: 'For example “you have not led a team”',
  },
  { code: 'actionable', label: `A reason about ${them}, and something ${they} could do differently` },
];

export const asked = ({ them, they }: Turned, no: string, noneGiven: string): Options => [
  { code: 'no', label: no },
  { code: 'useful', label: `Yes, and the reply told ${them} something specific` },
  { code: 'vague', label: `Yes, and the reply told ${them} nothing specific, or that ${noneGiven}` },
  { code: 'noreply', label: `Yes, and ${they} got no reply` },
];

/** Opinions, printed in an order of chance but for the last (protocol 1.2). */
export const wanted = ({ they }: Turned): CodeList => ({
  ordered: false,
  options: [
    { code: 'quick_no', label: 'A quick, clear no' },
    { code: 'reason', label: 'The main reason' },
    { code: 'compare', label: `How ${they} compared with what the job needed` },
    { code: 'improve', label: 'One thing to work on' },
    { code: 'talk', label: 'A short conversation' },
    { code: 'nothing', label: 'None of these' },
  ],
  shuffledBut: ['nothing'],
});
