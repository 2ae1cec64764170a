import * as z from 'zod/mini';

const count = z.int().check(z.gte(0));

/** The responses of one group, with every count of counts.ts. */
const group = z.strictObject({
  /** In the figures, or left out by a rule. */
  counted: z.boolean(),
  /** How many of the earlier releases were made without them: 0 if they came before the first. */
  epoch: count,
  /** One segment and a category of it; null for all responses. */
  segment: z.nullable(z.string()),
  category: z.nullable(z.string()),
  counts: z.array(count),
});

const side = z.strictObject({
  /** The names of the counts, in the order of each group’s `counts`. */
  names: z.array(z.string()),
  groups: z.array(group),
  /** People whom the survey did not fit, and who sent nothing, by epoch. */
  screened_out: z.array(z.strictObject({ epoch: count, n: count })),
});

/** What the database counts for the release job: exact and private, never published as it is. */
export const tally = z.strictObject({
  /** The versions of the questionnaire that were answered. */
  instrument: z.array(z.string()),
  /** Calls about the survey that were refused, or asked for a harder proof of work, by `doorCode`. None for a sample. */
  door: z.record(z.string(), count),
  sides: z.strictObject({ job_seeker: side, employer: side }),
});

export type Tally = z.infer<typeof tally>;
