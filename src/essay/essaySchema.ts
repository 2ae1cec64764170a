import { z } from 'astro/zod';

const aTitle = 'expected a title of 1 to 90 characters, so that cards show it whole';
const aDescription = 'expected a description of 40 to 220 characters';
const aDate = 'expected a date such as 2026-11-24';
const tags = 'expected one to four tags';
const aTag = 'expected a tag of lower-case words joined by hyphens, such as “after-the-interview”';

/**
 * The front matter of one essay. Astro names the file and the field in front of each message, so a message says
 * only what was expected.
 *
 * @param chartIds the ids an essay may show, from the chart catalogue
 */
export function essaySchema(chartIds: readonly string[]) {
  const aChart = `expected a chart id of the catalogue: ${chartIds.join(', ')}`;
  return z
    .strictObject(
      {
        title: z.string(aTitle).min(1, aTitle).max(90, aTitle),
        /** Stands under the title, in lists, in the feed and on the card. */
        description: z.string(aDescription).min(40, aDescription).max(220, aDescription),
        published: z.coerce.date(aDate),
        updated: z.coerce.date(aDate).optional(),
        tags: z
          .array(z.string(aTag).regex(/^[a-z]+(-[a-z]+)*$/, aTag), tags)
          .min(1, tags)
          .max(4, tags),
        /** The charts the text shows, in the order of the text; the first of them with a finding lends the card its picture. */
        charts: z.array(
          z.enum(chartIds, aChart),
          'expected a list of chart ids, [] where the text shows none',
        ),
      },
      {
        error: (issue) =>
          issue.code === 'unrecognized_keys'
            ? `unknown field ${issue.keys.join(', ')}; expected title, description, published, updated, tags and charts only`
            : undefined,
      },
    )
    .refine((essay) => essay.updated === undefined || essay.updated >= essay.published, {
      path: ['updated'],
      error: 'expected a date no earlier than `published`',
    });
}
