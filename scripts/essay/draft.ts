import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { MdastNode } from 'satteri';
import { stringify } from 'yaml';
import { plainer } from '../../src/essay/essayLoader.ts';
import { UNSORTED, UNWRITTEN } from '../../src/essay/essaySchema.ts';
import { proseOf } from '../../src/essay/prose.ts';
import { site } from '../../src/site.ts';
import { PlainError } from '../command/PlainError.ts';
import { withoutFurniture } from './furniture.ts';
import {
  lineOf,
  listNumbers,
  missing,
  textOf,
  wordsIn,
  type Block,
  type Dropped,
  type Source,
} from './source.ts';
import { levelled, tidy } from './tidy.ts';

export interface Draft {
  /** The essay’s address, and the name of its file. */
  readonly slug: string;
  readonly title: string;
  readonly author: string | undefined;
  /** The day of the import, until its author sets another. */
  readonly published: string;
  /** The whole file. */
  readonly text: string;
  /** Words of the body, the same before and after. */
  readonly words: number;
  /** Words of the whole file, and those of the draft with the title that it had. */
  readonly counted: { readonly file: number; readonly draft: number };
  readonly dropped: readonly Dropped[];
}

const LONGEST_TITLE = 90;
const EXAMPLE = 'why-not';

/** The body as MDX reads it back: each sign that it would take for code is escaped. */
const asMdx = (blocks: readonly Block[]): string =>
  toMarkdown(
    { type: 'root', children: [...blocks] },
    {
      bullet: '-',
      emphasis: '_',
      fences: true,
      rule: '-',
      // An address between < and > is a tag to MDX.
      resourceLink: true,
      extensions: [gfmToMarkdown(), mdxToMarkdown()],
      // These words are code at the beginning of a line; MDX knows no escape for a letter but its number.
      unsafe: [
        { atBreak: true, character: 'i', after: 'mport' },
        { atBreak: true, character: 'e', after: 'xport' },
      ],
    },
  );

/** The title, and the blocks without it. @throws {PlainError} where there is none, or a long one */
function titled(blocks: readonly Block[], given: string | undefined) {
  const [first, ...rest] = blocks;
  const own = (first === undefined ? '' : lineOf(first)) ?? '';
  const isTitle =
    (first?.type === 'heading' || first?.type === 'paragraph') &&
    own !== '' &&
    (own === given || (own.length <= LONGEST_TITLE && (first.type === 'heading' || !/[.,;:]$/.test(own))));
  // A heading that opens the text is no title where the command names another.
  const takes = isTitle && (given === undefined || own === given);
  const title = given ?? (isTitle ? own : '');
  if (title === '' || title.length > LONGEST_TITLE)
    throw new PlainError(
      `${title === '' ? 'The text does not begin with a title' : 'The title is too long for the cards'}: give one of at most ${LONGEST_TITLE} characters, such as npm run essay -- <file> --title "Why not?".`,
    );
  return {
    title,
    blocks: levelled(takes ? rest : blocks),
    own: takes ? textOf(first) : '',
  };
}

/** The first sentences of a text, as many as a description may hold. */
function description(blocks: readonly Block[]): string {
  const words = blocks
    .filter(({ type }) => type === 'paragraph')
    .flatMap((block) => lineOf(block) ?? [])
    .join(' ');
  const sentences = words.match(/[^.!?]+(?:[.!?]+["”’)]*|$)\s*/g) ?? [];
  let taken = '';
  for (const sentence of sentences) {
    if (taken.length >= 40 || (taken + sentence).trim().length > 220) break;
    taken += sentence;
  }
  if (taken.trim().length >= 40) return taken.trim();
  const cut = `${words.slice(0, 200).replace(/\s+\S*$/, '')} …`;
  return cut.length >= 40 ? cut : UNWRITTEN;
}

/** The address of a draft. A name in another script is the author’s to choose: what a program spells it as, nobody would search for. */
function slugOf(title: string, given: string | undefined): string {
  // 10⁶ is read as “10-6” in an address, and never as 106.
  const slug = plainer(given ?? title.replace(/[⁰¹²³⁴-₎]+/g, ' $&'));
  if (slug !== '' && (given === undefined || given === slug)) return slug;
  throw new PlainError(
    given === undefined
      ? `The title has no Latin letter to make an address of: give one, such as npm run essay -- <file> --slug ${EXAMPLE}.`
      : `“${given}” can be no address: give lower-case letters, digits and single hyphens, such as --slug ${slug || EXAMPLE}.`,
  );
}

/** @throws {PlainError} where the draft is no text that the site can read */
function readBack(text: string): MdastNode {
  try {
    return proseOf('the draft.mdx', text);
  } catch (error) {
    throw new PlainError(
      `The draft could not be read back (${error instanceof Error ? error.message.replace(/\.$/, '') : String(error)}). Nothing was written: save the text as .txt and import that.`,
      { cause: error },
    );
  }
}

const listed = (words: readonly string[]): string => words.slice(0, 8).join(', ');

/**
 * A draft of an essay from a text.
 *
 * @param given title, author and address, where the command names them
 * @param today such as 2026-11-30
 * @throws {PlainError} where there is no title, or no address
 * @throws {PlainError} where a word of the source is neither in the draft nor on the list of what was left out
 */
export function draftOf(
  source: Source,
  given: Partial<Readonly<Record<'title' | 'author' | 'slug', string | undefined>>>,
  today: string,
): Draft {
  const cleaned = withoutFurniture(source.tree.children, given.author);
  const left: Dropped[] = [];
  const { title, blocks, own } = titled(tidy(cleaned.blocks, left), given.title);
  const dropped = [...source.dropped, ...cleaned.dropped, ...left];
  const fields = {
    title,
    description: description(blocks),
    published: today,
    draft: true,
    ...(cleaned.author !== undefined &&
      cleaned.author !== site.byline && { author: { name: cleaned.author } }),
    tags: [UNSORTED],
    charts: [],
  };
  const text = `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${asMdx(blocks)}`;
  const before = missing(
    wordsIn(source.text),
    wordsIn([...dropped.map((each) => each.text), own].join('\n')),
  );
  const prose = readBack(text);
  const after = wordsIn(textOf(prose));
  const [shown, kept] = [listNumbers({ type: 'root', children: [...blocks] }), listNumbers(prose)];
  const lost = [...missing(before, after), ...missing(shown, kept)];
  const added = [...missing(after, before), ...missing(kept, shown)];
  if (lost.length + added.length > 0)
    throw new PlainError(
      `The draft would not hold the words of the text: lost ${listed(lost)}; added ${listed(added)}. Nothing was written: take out what holds them, or save the text as .txt.`,
    );
  return {
    slug: slugOf(title, given.slug),
    title,
    author: cleaned.author,
    published: today,
    text,
    words: after.length,
    counted: { file: wordsIn(source.text).length, draft: after.length + wordsIn(own).length },
    dropped,
  };
}
