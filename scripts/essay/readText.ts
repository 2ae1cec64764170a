import { markdownToMdast, htmlToHast, type MdastNode } from 'satteri';
import { elements, pageText, property, type Element } from './page.ts';
import {
  BLOCKS,
  listNumbers,
  missing,
  textOf,
  visible,
  wordsIn,
  type Block,
  type Dropped,
  type Inline,
  type Root,
  type Source,
} from './source.ts';
import { aLink, aPicture } from './tidy.ts';

const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });

const ITEM = /^\s*(?:[-*•‣–]|(\d|[1-9]\d)[.)])\s+(?=\S)/;
const QUOTED = /^\s*>\s?/;

/** Lines that an editor broke at a width, and not their author: all but the last are about as long. */
const isWrapped = (lines: readonly string[]): boolean =>
  lines.slice(0, -1).every((line) => line.length >= 50 && line.length <= 100);

/** A line in which every letter is a capital, or that stands between stars or underlines. */
function stressed(line: string): string | undefined {
  const inside = /^(\*{1,3}|_{1,3})(\S.*\S)\1$/.exec(line)?.[2];
  if (inside !== undefined) return inside;
  return line.length <= 80 && /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line) && /\s/.test(line)
    ? line
    : undefined;
}

/** The number in front of an item. */
const numberOf = (line: string): number => Number(ITEM.exec(line)?.[1]);

/** Items of one list: Markdown counts on from the first number, whatever the others are. */
const isList = (lines: readonly string[]): boolean =>
  lines.every((line, i) => i === 0 || numberOf(line) === numberOf(lines[0] ?? '') + i);

function listOf(lines: readonly string[]): Block {
  const children = lines.map((line) => ({
    type: 'listItem' as const,
    spread: false,
    children: [paragraph(line.replace(ITEM, '')) as Extract<Block, { type: 'paragraph' }>],
  }));
  const start = numberOf(lines[0] ?? '');
  return Number.isNaN(start)
    ? { type: 'list', ordered: false, spread: false, children }
    : { type: 'list', ordered: true, start, spread: false, children };
}

function blockOf(lines: readonly string[]): readonly Block[] {
  if (lines.every((line) => kindOf(line) === 'bullet')) return [listOf(lines)];
  if (lines.every((line) => kindOf(line) === 'number'))
    return isList(lines) ? [listOf(lines)] : lines.map((line) => paragraph(line.trim()));
  if (lines.every((line) => QUOTED.test(line))) {
    const within = blocksOf(lines.map((line) => line.replace(QUOTED, '')).join('\n'));
    return [
      { type: 'blockquote', children: [...within] as Extract<Block, { type: 'blockquote' }>['children'] },
    ];
  }
  if (lines.length > 1 && !isWrapped(lines)) {
    // Lists and quotations may follow their paragraph without a blank line.
    const at = lines.findIndex((line, i) => i > 0 && kindOf(line) !== kindOf(lines[i - 1] ?? ''));
    return at > 0
      ? [...blockOf(lines.slice(0, at)), ...blockOf(lines.slice(at))]
      : lines.flatMap((line) => blockOf([line]));
  }
  const text = lines.map((line) => line.trim()).join('\n');
  const heading = lines.length === 1 ? stressed(text) : undefined;
  if (heading !== undefined)
    return [{ type: 'heading', depth: 2, children: [{ type: 'text', value: heading }] }];
  return /^(“[^“”]+”|"[^"]+"|„[^„“]+“|«[^«»]+»)$/.test(text)
    ? [{ type: 'blockquote', children: [paragraph(text) as Extract<Block, { type: 'paragraph' }>] }]
    : [paragraph(text)];
}

function kindOf(line: string): 'bullet' | 'number' | 'quotation' | undefined {
  if (ITEM.test(line)) return Number.isNaN(numberOf(line)) ? 'bullet' : 'number';
  return QUOTED.test(line) ? 'quotation' : undefined;
}

/** Lists between whose items blank lines stand are one where the second goes on with the numbers of the first. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const all: Block[] = [];
  for (const block of blocks) {
    const above = all.at(-1);
    const goesOn =
      above?.type === 'list' &&
      block.type === 'list' &&
      above.ordered === block.ordered &&
      (block.start ?? 0) === (above.ordered ? (above.start ?? 0) + above.children.length : 0);
    if (goesOn)
      all.splice(-1, 1, { ...above, spread: true, children: [...above.children, ...block.children] });
    else all.push(block);
  }
  return all;
}

const blocksOf = (text: string): readonly Block[] =>
  joined(
    text
      .split(/\n[ \t]*\n+/)
      .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
      .filter((lines) => lines.length > 0)
      .flatMap(blockOf),
  );

/** Plain text, as it was copied from a page. */
export function readText(text: string): Source {
  const plain = visible(text).replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
  const tree: Root = { type: 'root', children: [...blocksOf(plain)] };
  // The number of an item is no word of it, as long as its list shows it.
  return { tree, text: missing(wordsIn(plain), listNumbers(tree)).join('\n'), dropped: [] };
}

/** A tag of a new line stands between words; at an end of what it is in it only parts them, and so it does in what a line would end. */
function parted(nodes: readonly MdastNode[], isLine: boolean): readonly MdastNode[] {
  // A line of the file that ends at the tag would be an empty one, which ends a paragraph.
  const words = nodes
    .map((node, i) => {
      if (node.type !== 'text') return node;
      const start = nodes[i - 1]?.type === 'break' ? node.value.trimStart() : node.value;
      return { ...node, value: nodes[i + 1]?.type === 'break' ? start.trimEnd() : start };
    })
    .filter((node) => node.type !== 'text' || node.value !== '');
  return words.map((node, i) =>
    node.type === 'break' && (isLine || i === 0 || i === words.length - 1)
      ? { type: 'text', value: ' ' }
      : node,
  );
}

const STRUCK = /^(del|s|strike)$/;

/** What an author would miss of an element whose words alone are kept. */
function lostOf(element: Element): string | undefined {
  const { tagName } = element;
  if (tagName === 'img') return aPicture(property(element, 'src'), property(element, 'alt'));
  if (tagName === 'a' && 'href' in element.properties) return aLink(property(element, 'href'));
  if (STRUCK.test(tagName)) return `the line through words (<${tagName}>), the words kept`;
  return /^(audio|embed|iframe|math|object|svg|video)$/.test(tagName)
    ? `<${tagName}> of the text`
    : undefined;
}

/** The tags in Markdown are left out and their words are kept. */
function withoutTags(node: MdastNode, dropped: Dropped[], isInline = false): MdastNode[] {
  if (node.type === 'html') {
    const page = htmlToHast(node.value, { fragment: true });
    for (const element of elements(page)) {
      const what = lostOf(element);
      if (what !== undefined) dropped.push({ what, text: '' });
    }
    const words = pageText(page);
    if (words.trim() !== '') return [{ type: 'text', value: words.trim() }];
    return words !== '' && isInline ? [{ type: 'break' }] : [];
  }
  if (!('children' in node)) return [node];
  const holdsWords = !BLOCKS.test(node.type);
  const children = raised(node.children).flatMap((child) => withoutTags(child, dropped, holdsWords));
  return [{ ...node, children: parted(children, node.type === 'mdxJsxTextElement') } as MdastNode];
}

/** A tag of Markdown is a node, and so is the one that ends it: without `<sup>` 10⁶ would be 106, and without `<s>` a meaning would turn. */
function raised(nodes: readonly MdastNode[]): readonly MdastNode[] {
  const tag = (node: MdastNode) => (node.type === 'html' ? node.value.toLowerCase() : '');
  const start = nodes.findIndex((node) => /^<(su[bp]|s|del|strike)>$/.test(tag(node)));
  const name = tag(nodes[start] ?? { type: 'break' }).slice(1, -1);
  const end = nodes.findIndex((node, i) => i > start && tag(node) === `</${name}>`);
  if (start < 0 || end < 0) return nodes;
  const words = nodes.slice(start + 1, end) as Inline[];
  return [
    ...nodes.slice(0, start),
    STRUCK.test(name)
      ? { type: 'delete', children: words }
      : { type: 'mdxJsxTextElement', name, attributes: [], children: words },
    ...raised(nodes.slice(end + 1)),
  ];
}

export function readMarkdown(text: string): Source {
  const parsed = markdownToMdast(visible(text));
  const dropped: Dropped[] = [];
  const [tree] = withoutTags(parsed, dropped) as [Root];
  // A block of HTML was one of its own; its words are a paragraph.
  const blocks = (tree.children as MdastNode[])
    .filter(({ type }) => type !== 'yaml' && type !== 'toml')
    .map((node) => (node.type === 'text' ? paragraph(node.value) : (node as Block)));
  const front = (tree.children as MdastNode[]).flatMap((node) =>
    node.type === 'yaml' || node.type === 'toml' ? [node.value] : [],
  );
  return {
    tree: { type: 'root', children: blocks },
    // Of what was parsed, tags and all: a word that goes with its tag is missed.
    text: [textOf(parsed), ...front].join('\n'),
    dropped: [...front.map((value) => ({ what: 'front matter', text: value })), ...dropped],
  };
}
