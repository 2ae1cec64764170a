import { z } from 'astro/zod';
import { site } from '../site.ts';

const aTitle = 'expected a title of 1 to 90 characters, so that cards show it whole';
const aDescription = 'expected a description of 40 to 220 characters';
const aQuestion = 'expected a question of 20 to 140 characters that ends with a question mark';
const aDate = 'expected a day that exists, as year-month-day, such as 2026-11-24';
const tags = 'expected one to four tags';
const aTag = 'expected lower-case words joined by hyphens, such as “after-the-interview”';
const aName = 'expected a name of 1 to 80 characters';
const aboutThem = 'expected one line of 10 to 160 characters about the author';
const aLink =
  'expected an address that begins with https:// (or http://), or a path of this site such as /about/';
const aLanguage = 'expected a language tag such as en-GB, de or ar';
const anAlternative = 'expected what the picture shows, in 1 to 300 characters, for people who cannot see it';

/** The tag that `npm run essay` gives a draft, until its author gives it others. */
export const UNSORTED = 'unsorted';

/** The description that it gives a text too short to take one from. */
export const UNWRITTEN = 'To be written: what this essay says, in one or two sentences.';

const words = z.string(aTag).regex(/^[a-z]+(-[a-z]+)*$/, aTag);
const day = z.iso.date(aDate).transform((written) => new Date(written));
const link = z.string(aLink).regex(/^(https?:\/\/[^\s"<>]+|\/(?!\/)[^\s"<>]*)$/, aLink);

/** Fields and no others: a message lists them, so that a slip of the pen shows itself. @param what of what the fields are */
const fields = <Shape extends z.ZodRawShape>(what: string, shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => {
      const expected = `expected ${what} with ${new Intl.ListFormat('en-GB').format(Object.keys(shape))}`;
      if (issue.code === 'unrecognized_keys')
        return `there is no field ${issue.keys.join(', ')}; ${expected} only`;
      return `${expected}, each on an indented line of its own`;
    },
  });

/** Does a language of this tag exist: “english” has the form of a tag and means none. */
function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The front matter of one essay; docs/write/essays.md explains it to authors. What reads it puts file, line and field in
 * front of a message, so a message says only what was expected.
 *
 * @param chartIds the ids an essay may show, from the chart catalogue
 * @param picture what the path of a picture becomes: Astro’s `image()` in a build
 */
export function essaySchema<Picture extends z.ZodType>(chartIds: readonly string[], picture: Picture) {
  const aChart = `expected a chart id of the catalogue: ${chartIds.join(', ')}`;
  return (
    fields('an essay', {
      title: z
        .string(aTitle)
        .trim()
        .regex(/^\P{Cc}*$/u, aTitle)
        .min(1, aTitle)
        .max(90, aTitle),
      /** Stands under the title, in lists, in the feed and on the card. */
      description: z.string(aDescription).min(40, aDescription).max(220, aDescription),
      published: day,
      updated: day.optional(),
      /** Shown by `npm run dev` alone. */
      draft: z.boolean('expected true or false').default(false),
      author: fields('an author', {
        name: z.string(aName).trim().min(1, aName).max(80, aName),
        about: z.string(aboutThem).min(10, aboutThem).max(160, aboutThem).optional(),
        link: link.optional(),
      }).default({ name: site.byline }),
      lang: z.string(aLanguage).refine(isLanguage, aLanguage).default(site.language),
      /** The direction of the text, where it is not the usual one of its language. */
      dir: z.enum(['ltr', 'rtl'], 'expected ltr or rtl').optional(),
      image: fields('a picture', {
        src: picture,
        alt: z.string(anAlternative).trim().min(1, anAlternative).max(300, anAlternative),
      }).optional(),
      /** The text that this one replies to. */
      answers: fields('a text', {
        title: z.string('expected its title').min(1, 'expected its title'),
        author: z.string(aName).trim().min(1, aName).max(80, aName),
        link: link.optional(),
      }).optional(),
      /** What its discussion asks readers. */
      question: z
        .string(aQuestion)
        .regex(/^[^\r\n]{19,139}[?؟？]$/u, aQuestion)
        .default('What happened to you, and what would you have wanted to hear or say?'),
      series: words.optional(),
      tags: z.array(words, tags).min(1, tags).max(4, tags),
      /** The charts the text shows, in the order of the text. */
      charts: z.array(z.enum(chartIds, aChart), 'expected a list of chart ids, [] where the text shows none'),
    })
      .refine(({ updated, published }) => updated === undefined || updated >= published, {
        path: ['updated'],
        error: 'expected a day no earlier than that of `published`',
      })
      .refine(({ draft, tags }) => draft || !tags.includes(UNSORTED), {
        path: ['tags'],
        error: `expected tags in place of “${UNSORTED}”, which npm run essay wrote; look at the description and the day as well`,
      })
      .refine(({ draft, description }) => draft || description !== UNWRITTEN, {
        path: ['description'],
        error: `${aDescription} in place of the one that npm run essay wrote`,
      })
      // An essay that waits for its day has not been changed since; the line above keeps it from saying so.
      .refine(({ updated }) => updated === undefined || updated <= new Date(), {
        path: ['updated'],
        error: 'expected a day that has come, in UTC, or no such line',
      })
  );
}
