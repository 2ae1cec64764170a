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
  z.strictObject({
    status: z.literal('published'),
    n: count,
    /** In a segment the headlines; overall the answers. */
    cells: z.record(z.string(), shownCell),
    /** Overall only: the headlines, some of whose answers may be too few to print (P11). */
    headlines: z.optional(z.record(z.string(), shownCell)),
  }),
  /** Overall, 10 to 29 answers: how many of them the headlines count that may be told, and nothing to make a share of (protocol 2.11). */
  z.strictObject({ status: z.literal('few_answers'), n: count, headlines: z.record(z.string(), count) }),
  z.strictObject({ status: z.literal('small_base') }),
  z.strictObject({ status: z.literal('withheld') }),
]);

/** Those of a table who are in no printed group, as one sum; `few` are one to nine (protocol 2.5, P11). */
const shownRest = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('published'), n: count }),
  z.strictObject({ status: z.literal('few') }),
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
  /** Overall: asked but not in the base. Of who answered (E16): in no printed group. Null in a segment, and where nothing is shown. */
  rest: z.nullable(shownRest),
});

/** Whether a release prints how many people are in a group. */
export const isTold = <Group extends Pick<ShownGroup, 'status'>>(
  group: Group,
): group is Extract<Group, { status: 'published' | 'few_answers' }> =>
  group.status === 'published' || group.status === 'few_answers';

export type ShownCell = z.infer<typeof shownCell>;
export type ShownRest = z.infer<typeof shownRest>;
export type ShownGroup = z.infer<typeof shownGroup>;
export type ShownTable = z.infer<typeof shownTable>;
