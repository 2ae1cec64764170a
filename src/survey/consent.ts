/**
 * What a person agrees to before the first question, as data: the survey page shows it, the privacy page quotes it and
 * PostgreSQL keeps its version on the row (GDPR Art. 7(1): the controller must be able to show the consent).
 * Imports nothing: the survey page loads it.
 */

/** A changed text is a new version, because nobody has agreed to it yet. */
export const consentVersion = '1';

/** The survey is for adults (GDPR Art. 8). */
export const adultAge = 18;

/** No figure is ever published about fewer people than this (protocol 0, thresholds). */
export const smallestGroup = 10;

/** Who asks, and for how long a receipt code reaches the answers. */
export interface Controller {
  readonly name: string;
  /** An e-mail address. */
  readonly contact: string;
  readonly retentionMonths: number;
}

export interface Consent {
  readonly version: string;
  readonly heading: string;
  /** In the order read; the first says who asks and what it takes. */
  readonly paragraphs: readonly string[];
  /** The label of the one box, which is never ticked beforehand. */
  readonly box: string;
}

/**
 * The consent text (protocol 4.3).
 * @param minutes how long the questionnaire takes
 */
export const consentText = ({ name, contact, retentionMonths }: Controller, minutes: number): Consent => ({
  version: consentVersion,
  heading: 'Before you start',
  paragraphs: [
    `This is independent research on the feedback that employers give to job candidates. ${name} (${contact}) are responsible for it. It takes about ${minutes} minutes. Taking part is voluntary: you can skip almost every question and stop at any time. You must be ${adultAge} or over.`,
    'We do not ask for your name, your e-mail address or your employer, and we do not store your network address with your answers. Please do not describe anyone so that they could be recognised.',
    `We publish group figures only, never single answers, and never for groups of fewer than ${smallestGroup}. The figures and the method are free for anyone to use.`,
    `At the end you get a code. With it you can see, correct or delete your answers at any time for ${retentionMonths} months. Without it we cannot find them. Figures already published stay; your answers are left out of everything calculated afterwards.`,
    'Some questions are about being turned down. If that is hard right now, you can leave.',
  ],
  box: `I am ${adultAge} or over, I have read this, and I agree that my answers are used as described.`,
});
