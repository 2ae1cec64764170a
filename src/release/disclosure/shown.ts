import * as z from 'zod/mini';

const count = z.int().check(z.gte(0));

/**
 * What is printed of one count. `low` reads “fewer than 5 of n”, `high` “more than n − 5 of n” (the 5 is MINIMUM_CELL);
 * neither has a share nor a range.
 */
const shownCell = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('published'), x: count }),
  z.strictObject({ status: z.literal('small_cell'), bound: z.enum(['low', 'high']) }),
  z.strictObject({ status: z.literal('withheld') }),
]);

/** What is printed of one group. Withheld groups carry no number. */
const shownGroup = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('published'), n: count, cells: z.record(z.string(), shownCell) }),
  z.strictObject({ status: z.literal('small_base') }),
  z.strictObject({ status: z.literal('withheld') }),
]);

/** One table of a release, as it is published. */
export const shownTable = z.strictObject({
  table: z.string(),
  segment: z.nullable(z.string()),
  /** The release whose numbers these are; null while the side has not been released. */
  vintage: z.nullable(z.string()),
  /** Older than the release it stands in: labelled “as of” its vintage. */
  carried: z.boolean(),
  groups: z.record(z.string(), shownGroup),
  /** Overall only: asked but not in the base, by reason. */
  asides: z.nullable(z.record(z.string(), count)),
});

export type ShownCell = z.infer<typeof shownCell>;
export type ShownGroup = z.infer<typeof shownGroup>;
export type ShownTable = z.infer<typeof shownTable>;
