import * as z from 'zod/mini';
import { answersSchema, type Answers } from './answers.ts';
import { channels, type Channel } from './channel.ts';
import { consentVersion, longestRetention } from './consent.ts';
import { longestSeconds } from './duration.ts';
import type { Questionnaire, SideId } from './question.ts';
import { noSuchSide } from './sentences.ts';

/** How long a submission may be as JSON text, in bytes, which PostgreSQL alone measures. The longest honest one is under 2 kB. */
export const size = {
  max: 16_384,
  message: 'That is longer than any answer to this survey can be.',
} as const;

/** What the envelope of a response must look like; PostgreSQL is given the same lines (database/problemFunction.ts). */
export const envelope = {
  keys: ['id', 'side', 'instrument', 'consent', 'months', 'receipt', 'answers', 'seconds', 'channel'],
  id: {
    pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    message: 'A response needs an id of its own, a UUID in small letters.',
  },
  receipt: {
    pattern: '^[0-9a-f]{64}$',
    message: 'A response needs the SHA-256 of its receipt code, 64 hexadecimal digits.',
  },
  instrument: { message: 'The survey has changed since this page was opened: reload it and send again.' },
  consent: {
    message:
      'Answers can only be kept with your agreement to the present text: reload the page, read it and send again.',
  },
  months: {
    max: longestRetention,
    message: `A response says for how many months it may be kept, a whole number from 1 to ${longestRetention}.`,
  },
  seconds: {
    max: longestSeconds,
    message: `The time taken must be in whole seconds, from 0 to ${longestSeconds}.`,
  },
  channel: { message: `A response comes by one of these: ${channels.join(', ')}.` },
  notAnObject:
    'A submission is one object with id, side, instrument, consent, months, receipt, answers, seconds and channel, and nothing else.',
} as const;

/** One response on its way: made on the device, sent once under its own id, kept by PostgreSQL or refused whole. */
export interface Submission {
  /** UUID made on the device; sending it twice stores it once. */
  readonly id: string;
  readonly side: SideId;
  /** The questionnaire's version. */
  readonly instrument: string;
  /** The version of the consent text that was agreed to (consent.ts). */
  readonly consent: string;
  /** For how many months that text said that the answers are kept. The database keeps to it, whatever a later text says. */
  readonly months: number;
  /** SHA-256 of the receipt code, 64 hexadecimal digits; the code itself never leaves the device unasked. */
  readonly receipt: string;
  readonly answers: Answers;
  /** Whole seconds in which the page was in use, at most a day; kept as a stretch of time only (duration.ts). */
  readonly seconds: number;
  readonly channel: Channel;
}

const isPromise = (value: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= envelope.months.max;

const isTimeTaken = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= envelope.seconds.max;

/** The schema of one submission of one side. */
export const submissionSchema = (questionnaire: Questionnaire, side: SideId) =>
  z.strictObject(
    {
      id: z.string(envelope.id.message).check(z.regex(new RegExp(envelope.id.pattern), envelope.id.message)),
      side: z.literal(side, noSuchSide),
      instrument: z.literal(questionnaire.version, envelope.instrument.message),
      consent: z.literal(consentVersion, envelope.consent.message),
      months: z.number(envelope.months.message).check(z.refine(isPromise, envelope.months.message)),
      receipt: z
        .string(envelope.receipt.message)
        .check(z.regex(new RegExp(envelope.receipt.pattern), envelope.receipt.message)),
      answers: answersSchema(questionnaire, side),
      seconds: z.number(envelope.seconds.message).check(z.refine(isTimeTaken, envelope.seconds.message)),
      channel: z.enum(channels, envelope.channel.message),
    },
    { error: envelope.notAnObject },
  );
