import type { MdastNode } from 'satteri';
import { textOf, wordsIn, type Block, type Dropped } from './source.ts';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \\d{4})?|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d+ (?:hours?|days?|weeks?|months?|years?) ago)`;

/** What blogs print around a text, wherever it stands. */
const ANYWHERE: readonly (readonly [RegExp, string])[] = [
  [/^(top|bottom) of page$/i, 'a mark of the page'],
  [/^(writer|author)['’]?s (picture|photo)$/i, 'the place of a picture'],
  [
    /^(\d[\d,.]*[km]?\+?\s*(views?|comments?|likes?|shares?|claps?|reads?|responses?)\s*)+$/i,
    'a count of views or comments',
  ],
  [/^\d+ min(ute)?s?\.?( read)?$/i, 'the time it takes to read'],
  [/^post not marked as liked\b.*/i, 'a button'],
];

/** What they print above and below it, and what in the middle of a text might be a part of it. */
const AT_EDGES: readonly (readonly [RegExp, string])[] = [
  ...ANYWHERE,
  [new RegExp(`^(?:(?:published|posted|updated|written|last updated)(?: on)?:? )?${DAY}$`, 'i'), 'a date'],
  [
    /^(share|tweet|pin|print|e-?mail|copy link|like|reply|comment|follow|follow (us|me)|subscribe|sign (up|in)|log (in|out)|menu|search|home|back to (top|blog)|all posts|see all|read more|advertisement|sponsored|share this( post| article)?|facebook|twitter|x|linkedin|write a comment\W*|previous( post)?|next( post)?)$/i,
    'a button',
  ],
  [/^(©|\(c\)|copyright\b).*/i, 'a copyright line'],
];

/** Where what comes after a text begins. */
const AFTER =
  /^(recent|related|more|other|popular) (posts|articles|stories|reading)$|^(\d+ )?comments?$|^leave a (comment|reply)$|^you (may|might) also like$|^(read|up) next$/i;

/** “By then it was over” begins a text: a name has capitals and ends no sentence. */
const AUTHOR = /^(?:(?:[Ww]ritten |[Pp]osted |[Ww]ords )?(?:[Bb]y|BY):?|[Aa]uthor:) (\p{Lu}[^.!?]*)$/u;
const NAME = /^\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|van|von|der|la|al|bin)){1,4}$/u;
/** One name or more, each of one word or more: “Staff”, “Jane Doe, PhD and John Roe”. */
const NAMES = /^\p{Lu}[\p{L}'’.-]*(?:,? (?:\p{Lu}[\p{L}'’.-]*|de|da|van|von|der|la|al|bin|and|&|of|the))*$/u;

/** Whom a line names as author. “By Friday they had forgotten me” is a title. */
function authorOf(line: string): string | undefined {
  const name = AUTHOR.exec(line)?.[1]?.trim();
  return name !== undefined && NAMES.test(name) ? name : undefined;
}

/** The words of a text that is long enough to be a paragraph of an essay. */
const PARAGRAPH = 20;

const parts = (block: Block): readonly string[] =>
  textOf(block)
    .split(/[\n•·|]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const whatIs = (text: string, patterns: typeof ANYWHERE): string | undefined =>
  patterns.find(([pattern]) => pattern.test(text))?.[1];

/** What a block is, where all its parts are furniture. @param names people whose name alone on a line is furniture, too */
function furniture(block: Block, isEdge: boolean, names: readonly string[]): string | undefined {
  const found = parts(block).map(
    (part) =>
      whatIs(part, isEdge ? AT_EDGES : ANYWHERE) ??
      (isEdge && (names.includes(part) || authorOf(part) !== undefined) && wordsIn(part).length <= 8
        ? 'an author line'
        : undefined),
  );
  return found.length > 0 && found.every((what) => what !== undefined) ? found[0] : undefined;
}

/** The author whom the first lines name. */
function authorIn(head: readonly Block[]): string | undefined {
  const lines = head.flatMap(parts);
  const name = lines.map(authorOf).find((found) => found !== undefined);
  if (name !== undefined && wordsIn(name).length <= 5) return name;
  // A name alone is that of the author where a date or the time to read follows it.
  return lines.find((line, i) => {
    const next = whatIs(lines[i + 1] ?? '', AT_EDGES) ?? '';
    return NAME.test(line) && /date|time/.test(next);
  });
}

export interface Cleaned {
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
  readonly author: string | undefined;
}

/** The notes that a block leads to. */
function notesIn(node: MdastNode): readonly string[] {
  if (node.type === 'footnoteReference') return [node.identifier];
  return 'children' in node ? node.children.flatMap(notesIn) : [];
}

/** A text without the furniture of the page that it was copied from. @param given the author, where the command names one */
export function withoutFurniture(blocks: readonly Block[], given: string | undefined): Cleaned {
  const isLong = (block: Block): boolean =>
    block.type === 'paragraph' && wordsIn(textOf(block)).length >= PARAGRAPH;
  const total = wordsIn(blocks.map(textOf).join('\n')).length;
  let read = 0;
  const end = blocks.findIndex((block) => {
    read += wordsIn(textOf(block)).length;
    return AFTER.test(textOf(block).trim()) && read > total / 2;
  });
  const before = end < 0 ? blocks : blocks.slice(0, end);
  // Notes stand below a text, and what follows it comes before them.
  const noted = new Set(before.flatMap(notesIn));
  const isNote = (block: Block): boolean =>
    block.type === 'definition' || (block.type === 'footnoteDefinition' && noted.has(block.identifier));
  const below = end < 0 ? [] : blocks.slice(end);
  const kept = [...before, ...below.filter(isNote)];
  const after = below
    .filter((block) => !isNote(block))
    .map(textOf)
    .join('\n');
  const [first, last] = [kept.findIndex(isLong), kept.findLastIndex(isLong)];
  const author = given ?? authorIn(first < 0 ? kept : kept.slice(0, first));
  const names = [given, author, authorIn(kept.slice(0, Math.max(first, 0)))].filter(
    (name) => name !== undefined,
  );
  // A text of short lines, such as a poem, has its page around it alone.
  const isEdge = (i: number): boolean =>
    first < 0 ? i === 0 || i === kept.length - 1 : i < first || i > last;
  const dropped: Dropped[] = [];
  const left = kept.filter((block, i) => {
    const what = furniture(block, isEdge(i), names);
    if (what !== undefined) dropped.push({ what, text: textOf(block) });
    return what === undefined;
  });
  return {
    blocks: left,
    dropped: after === '' ? dropped : [...dropped, { what: 'what follows the text', text: after }],
    author,
  };
}
