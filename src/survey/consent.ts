/**
 * What a person agrees to before the first question, as data: the survey page shows it, the privacy page quotes it and
 * PostgreSQL keeps its version on the row (GDPR Art. 7(1): the controller must be able to show the consent).
 * Imports nothing: the survey page loads it.
 */

/** A changed text is a new version, because nobody has agreed to it yet. */
export const consentVersion = '1';

/** Months for which answers may be kept at most; a longer promise would be kept by nobody who makes it today. */
export const longestRetention = 120;

/** How often the answers of one person may be corrected; no limit of a network bounds what a right code does. */
export const mostCorrections = 100;

/** The survey is for adults (GDPR Art. 8). */
export const adultAge = 18;

/** The limits of what is published, which the disclosure rules take from here (protocol 3.3): people in a group that is shown, … */
export const smallestGroup = 10;
/** … answers that a percentage stands on, … */
export const smallestBase = 30;
/** … and people in a count that is printed. */
export const smallestCount = 5;

/** Who asks, where the answers lie, and for how long a receipt code reaches them. */
export interface Controller {
  readonly name: string;
  /** An e-mail address. */
  readonly contact: string;
  readonly retentionMonths: number;
  readonly databaseHost: { readonly name: string; readonly country: string };
}

export interface Consent {
  readonly version: string;
  readonly heading: string;
  /** What has to be read before agreeing, in this order. */
  readonly paragraphs: readonly string[];
  /** The rest of what a person has a right to be told here, folded under a heading (GDPR Art. 13). */
  readonly more: { readonly heading: string; readonly paragraphs: readonly string[] };
  /** The label of the one box, which is never ticked beforehand. */
  readonly box: string;
}

/** The text as one side read it, kept to show what people have agreed to. */
export interface Agreed extends Consent {
  readonly side: 'job_seeker' | 'employer';
  readonly minutes: number;
}

/**
 * The consent text (protocol 4.3).
 * @param minutes how long the questionnaire takes
 * @throws Error when it would promise a time that the database refuses to keep
 */
export function consentText(controller: Controller, minutes: number): Consent {
  const { name, contact, retentionMonths, databaseHost } = controller;
  if (!Number.isInteger(retentionMonths) || retentionMonths < 1 || retentionMonths > longestRetention)
    throw new Error(
      `retentionMonths in src/controller.ts is ${retentionMonths}: answers are kept for a whole number of months from 1 to ${longestRetention}.`,
    );
  return {
    version: consentVersion,
    heading: 'Before you start',
    paragraphs: [
      `This is independent research on the feedback employers give to job candidates. Responsible for it: ${name} (${contact}). It takes about ${minutes} minutes. Taking part is voluntary; you can skip almost every question and stop at any time. You must be ${adultAge} or over.`,
      'We do not ask for your name, e-mail or employer, and we do not store your IP address with your answers. Please do not describe anyone so that they could be recognised.',
      `We publish counts only, never single answers. We show no group of fewer than ${smallestGroup} people, no percentage for fewer than ${smallestBase}, and no count of answers from 1 to ${smallestCount - 1}. The figures and the method are free for anyone to use.`,
      `At the end you get a code. With it you can see, correct or delete your answers for ${retentionMonths} months. Without it we cannot find them. Figures already published stay; your answers are left out of everything calculated afterwards.`,
      'Some questions are about being turned down. If that is hard right now, you can leave.',
    ],
    more: {
      heading: 'What is stored, and your rights',
      paragraphs: [
        'While you answer, your answers are kept on this device, for you alone, so that nothing is lost. None of your answers leaves it until you send. If the survey does not fit you, we only count one more such person.',
        `What you send is kept by ${databaseHost.name}, in ${databaseHost.country}: your choices, the day, roughly how long you took, the kind of link you came by, and the version of this text. After ${retentionMonths} months single answers are deleted.`,
        'We rely on your consent (GDPR Art. 6(1)(a)). You can withdraw it with the code, ask what is kept, and complain to a data protection authority. No decision about anybody is made by a machine.',
      ],
    },
    box: `I am ${adultAge} or over, I have read this, and I agree that my answers are used as described.`,
  };
}
