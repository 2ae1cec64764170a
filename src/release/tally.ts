import * as z from 'zod/mini';

const count = z.int().check(z.gte(0));

/** Responses that are alike in a few things, and how many of them there are by every count of counts.ts. */
const group = z.strictObject({
  /** In the figures, or left out by a rule. */
  counted: z.boolean(),
  /** How many of the earlier releases were made without them: 0 when they were there before the first. */
  epoch: count,
  /** One segment and a category of it; null for everybody. */
  segment: z.nullable(z.string()),
  category: z.nullable(z.string()),
  counts: z.array(count),
});

const side = z.strictObject({
  /** What the numbers of each group are of, in their order. */
  names: z.array(z.string()),
  groups: z.array(group),
});

/** What the database counts for the release job: exact and private, never published as it stands. */
export const tally = z.strictObject({
  /** The versions of the questionnaire that were answered. */
  instrument: z.array(z.string()),
  sides: z.strictObject({ job_seeker: side, employer: side }),
});

export type Tally = z.infer<typeof tally>;
export type TallySide = z.infer<typeof side>;
