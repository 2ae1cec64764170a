import { z } from 'astro/zod';

/** What a study is, as readers see it. */
export const kinds = {
  survey: 'Survey',
  benchmark: 'Benchmark of employers that take part',
  poll: 'Poll of whoever came by',
  reviews: 'Count of published reviews',
  platform: 'Records of one platform',
  experiment: 'Experiment',
  law: 'Law',
  case: 'Court case',
  official: 'Official guidance or statistics',
  claim: 'Claim without a source',
} as const;

/** What a figure is about. */
export const subjects = {
  silence: 'Silence',
  feedback: 'Feedback and reasons',
  effects: 'What feedback does',
  employers: 'What employers say',
  odds: 'How many apply',
  law: 'Law',
} as const;

export type Kind = keyof typeof kinds;
export type Subject = keyof typeof subjects;

const keys = <Key extends string>(labels: Readonly<Record<Key, string>>) =>
  Object.keys(labels) as [Key, ...Key[]];
const oneOf = <Key extends string>(labels: Readonly<Record<Key, string>>) =>
  z.enum(keys(labels), `expected one of ${keys(labels).join(', ')}`);
const text = (what: string) => z.string(`expected ${what}`).trim().min(1, `expected ${what}`);
const NOT_STATED = 'not stated';
const address = z.url({ protocol: /^https?$/, error: 'expected an address that begins with https://' });
const aDay = 'expected a day that exists, such as 2026-11-30';

/** Words that belong to a number and are printed with it, so that no essay can drop them. */
const roughly = z.enum(['about', 'nearly', 'more than', 'less than', 'at least', 'at most']);

/** One number of a study. */
const value = z
  .strictObject({
    /** As it is printed: 94%, 4.4%, 45 days, £41. */
    value: z
      .string('expected the number in quotes, as it is printed')
      .regex(
        /^[£€$]?\d[\d,]*(\.\d+)?(%| [a-z]+)?$/,
        'expected a number as it is printed: 94%, 4.4%, 45 days, £41',
      ),
    roughly: roughly.optional(),
    /** What a percentage is a share of: “professionals” in “94% of professionals wanted feedback”; null where it is a growth. */
    of: text('what it is a share of').nullable().optional(),
    /** The rest of the sentence that the number, and what it is a share of, begin; with its full stop. */
    says: text('the rest of the sentence').regex(/\.$/, 'expected a sentence that ends with a full stop'),
    /** The words of the source, without quotation marks; absent where we have not seen them. */
    wording: text('the words of the source').optional(),
    about: oneOf(subjects),
  })
  .readonly();

const source = z
  .strictObject({
    name: text('who publishes this page'),
    /** Absent where it was read in a copy on a site that has nothing to do with whoever published it: we lead to none of these. */
    url: address.optional(),
    /** Is it the publisher’s own page; where not, the figure is printed “as reported by” its name. */
    first_hand: z.boolean('expected true for the publisher’s own page, else false'),
    /** What was taken from it. */
    gives: z.enum(['figures', 'sample', 'claim']),
  })
  .readonly();

const misquotation = z
  .strictObject({
    /** How it is passed around. */
    says: text('what is said'),
    why: text('why it does not hold'),
    /** The number of this study that it was made of; else its first. */
    made_of: z.string('expected the name of a number of this study').optional(),
    url: address.optional(),
  })
  .readonly();

/**
 * One study, law or claim: a file of src/content/ledger, whose name is its id. A value’s id is its key, so
 * `linkedin-2015.received` is the value `received` of linkedin-2015.yaml. Astro names file and field before each message.
 */
export const studySchema = z
  .strictObject({
    title: text('what it is called'),
    kind: oneOf(kinds),
    publisher: text('who publishes it'),
    /** The year it is known by: of the asking where that is known, else of its publication. */
    year: z.union([z.int().min(1900).max(2100), z.literal(NOT_STATED)], `expected a year or “${NOT_STATED}”`),
    /** When people were asked, in words. */
    asked: text(`when people were asked, or “${NOT_STATED}”`),
    /** How many answered: 807, “more than 20,000”, “not stated”; of a law “does not apply”. */
    n: z.union([z.int().positive(), text('how many')]),
    /** Who they were, so that it can follow their number: “professionals in 29 countries”. */
    people: text('who was asked'),
    country: text('where'),
    /** What a claim without a source is about; of other entries each number says it. */
    about: oneOf(subjects).optional(),
    /** The day on which its pages were last read. */
    checked: z.iso.date(aDay).transform((day) => new Date(day)),
    values: z
      .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case words joined by hyphens'), value)
      .default({}),
    sources: z.array(source).min(1, 'expected at least one source'),
    cautions: z.array(text('a sentence')).default([]),
    misquotations: z.array(misquotation).default([]),
  })
  .superRefine(({ kind, about, values, misquotations }, context) => {
    const issue = (path: PropertyKey[], message: string) => {
      context.addIssue({ code: 'custom', path, message });
    };
    for (const [id, { value: printed, of }] of Object.entries(values))
      if (printed.endsWith('%') && of === undefined)
        issue(['values', id, 'of'], 'expected what it is a share of, or null where the percentage is none');
    for (const [i, { made_of }] of misquotations.entries())
      if (made_of !== undefined && !(made_of in values))
        issue(['misquotations', i, 'made_of'], `expected one of ${Object.keys(values).join(', ')}`);
    if (kind === 'claim' && misquotations.length === 0)
      issue(['misquotations'], 'expected what is said, because a claim without a source has nothing else');
    if ((kind === 'claim') !== (about !== undefined))
      issue(
        ['about'],
        'expected what a claim without a source is about, and of another entry nothing, because its numbers say it',
      );
    if ((kind === 'claim') !== (Object.keys(values).length === 0))
      issue(['values'], 'expected at least one number, and none of a claim without a source');
  })
  .readonly();

export type Study = z.infer<typeof studySchema>;
export type StudyValue = Study['values'][string];
