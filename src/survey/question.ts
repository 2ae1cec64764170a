import * as z from 'zod/mini';
import { missingCodes, offeredCodes } from './missingCodes.ts';
import { sideIds } from './sides.ts';

/** Codes and ids become SQL names, JSON keys and anchors: small letters, digits and underscores. */
const name = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9_]{0,40}$/, 'is not a name: small letters, digits, underscores'));
const sentence = z.string().check(z.minLength(1), z.trim());

type ConditionShape =
  | { variable: string; in: string[] }
  | { variable: string; notIn: string[] }
  | { variable: string; over: number }
  | { variable: string; upTo: number }
  | { all: ConditionShape[] }
  | { any: ConditionShape[] };

export const condition: z.ZodMiniType<ConditionShape> = z.union([
  z.strictObject({ variable: name, in: z.array(name) }),
  z.strictObject({ variable: name, notIn: z.array(name) }),
  z.strictObject({ variable: name, over: z.int() }),
  z.strictObject({ variable: name, upTo: z.int() }),
  z.strictObject({ all: z.array(z.lazy(() => condition)) }),
  z.strictObject({ any: z.array(z.lazy(() => condition)) }),
]);

/** A missing code as a question offers it, in words of its own where “Don’t know” would say too little. */
export const offeredMissing = z.strictObject({ code: z.enum(offeredCodes), label: sentence });

export const option = z.strictObject({
  code: name,
  label: sentence,
  /** Set small under the label. */
  example: z.optional(sentence),
  /** Said once the answer is chosen. */
  reply: z.optional(sentence),
  shownIf: z.optional(condition),
});

/** A list of codes, ordered or not. */
export const codeList = z.strictObject({
  ordered: z.boolean(),
  /**
   * Opinions are shown in random order, these codes last in their own; facts stand in the order that a reader expects
   * (protocol 1.2).
   */
  shuffledBut: z.optional(z.array(name)),
  options: z.array(option).check(z.minLength(2)),
});

/** A line that only some routes read. */
const routedLine = z.strictObject({ text: sentence, shownIf: z.optional(condition) });

const asked = {
  id: name,
  /** The line above the question: what it is about, for whoever resumes or skims (protocol 1.2). */
  about: z.array(routedLine).check(z.minLength(1)),
  wording: sentence,
  help: z.optional(sentence),
  /** Why we ask, in the fold under the question. */
  why: sentence,
  required: z.optional(z.literal(true)),
  offers: z.array(offeredMissing),
  shownIf: z.optional(condition),
  /** Short enough to stand on the screen of the question before it. Two at most: a screen is no questionnaire. */
  sharesScreen: z.optional(z.literal(true)),
};

/** Why an answer ends the questionnaire, and the way on. */
export const screenedOut = z.strictObject({
  code: name,
  /** One sentence: what does not fit, and what would. */
  because: sentence,
  /** The question to go back to for another process; its answer and those after it are cleared. */
  backTo: z.optional(name),
  /** Whether waiting makes this process fit, so that the day can be named. */
  fitsLater: z.optional(z.literal(true)),
});

/** One answer from a list. */
export const single = z.strictObject({
  ...asked,
  kind: z.literal('single'),
  list: name,
  /** Answers of a person this survey cannot be about. They are offered and never sent. */
  screensOut: z.optional(z.array(screenedOut)),
});

/** Five labelled points, item-specific (protocol 1.2). */
export const scale = z.strictObject({ ...asked, kind: z.literal('scale'), list: name });

/** One whole number between two limits, both included. */
export const number = z.strictObject({
  ...asked,
  kind: z.literal('number'),
  unit: sentence,
  min: z.int(),
  max: z.int(),
});

/** Several rows with the same answers: never "tick all that apply", so that a blank row is not a no (protocol 1.2). */
export const rows = z.strictObject({
  ...asked,
  kind: z.literal('rows'),
  list: name,
  /** Opinions are shown in random order, these rows last in their own (protocol 1.2). */
  shuffledBut: z.optional(z.array(name)),
  rows: z
    .array(z.strictObject({ id: name, label: sentence, shownIf: z.optional(condition) }))
    .check(z.minLength(2)),
});

export const question = z.discriminatedUnion('kind', [single, scale, number, rows]);

export const side = z.strictObject({
  id: z.enum(sideIds),
  /** The survey's name, as in "Job seekers’ survey". */
  title: sentence,
  people: sentence,
  slug: sentence,
  /** Paragraphs; `{date45}` in brackets is written out by the page and left out where no script runs (frame.ts). */
  intro: z.array(sentence).check(z.minLength(1)),
  questions: z.array(question),
});

/** Two questions that put the same thing to both sides (protocol 1.6, symmetric pairs). */
export const pair = z.strictObject({
  jobSeeker: name,
  employer: name,
  /** Codes that only one side can be offered, with the reason. */
  only: z.array(z.strictObject({ side: z.enum(sideIds), code: name, because: sentence })),
  /** Whether the labels are the same too: they are unless the answer has to be said from the other side. */
  sameLabels: z.boolean(),
});

export const questionnaire = z.strictObject({
  /** Stored on every response. A changed wording is a new question id; a changed questionnaire a new version. */
  version: z.string().check(z.regex(/^\d+$/)),
  lists: z.record(name, codeList),
  missing: z.record(z.enum(missingCodes), sentence),
  sides: z.strictObject({ job_seeker: side, employer: side }),
  pairs: z.array(pair),
});

export type MissingCode = (typeof missingCodes)[number];
export type OfferedMissing = z.infer<typeof offeredMissing>;
export type ScreenedOut = z.infer<typeof screenedOut>;
export type Option = z.infer<typeof option>;
export type CodeList = z.infer<typeof codeList>;
export type Single = z.infer<typeof single>;
export type Scale = z.infer<typeof scale>;
export type NumberQuestion = z.infer<typeof number>;
export type Rows = z.infer<typeof rows>;
export type Question = z.infer<typeof question>;
export type Side = z.infer<typeof side>;
export type SideId = Side['id'];
export type Questionnaire = z.infer<typeof questionnaire>;
