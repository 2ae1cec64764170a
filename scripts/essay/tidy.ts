import type { MdastNode } from 'satteri';
import { textOf, visible, wordsIn, type Block, type Dropped, type Inline } from './source.ts';

type Heading = Extract<Block, { type: 'heading' }>;

/** What networks and newsletters add to an address to follow whoever opens it. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs\w+|mkt_tok|vero_\w+|ref_src|s_cid|trk\w*)$/i;
/** Addresses that only send on to the one in their query. */
const REDIRECTS =
  /^(www\.google\.[a-z.]+\/url|l\.facebook\.com\/l\.php|lm\.facebook\.com\/l\.php|out\.reddit\.com\/|www\.linkedin\.com\/redir\/redirect)/;

/** An address without what follows a reader, or nothing where it leads nowhere from this site. */
export function plainAddress(written: string): string | undefined {
  if (/^mailto:./.test(written)) return written;
  if (!URL.canParse(written) || !/^https?:/.test(written)) return undefined;
  const url = new URL(written);
  const onward = url.searchParams.get('url') ?? url.searchParams.get('q') ?? url.searchParams.get('u');
  if (REDIRECTS.test(url.host + url.pathname) && onward !== null) return plainAddress(onward);
  const followed = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  // Without one the address stays as it was written, sign for sign.
  if (followed.length === 0) return written;
  for (const name of followed) url.searchParams.delete(name);
  return url.href;
}

/** What a picture or a comment leaves at the ends of a paragraph is no space of it. */
function trimmed(parent: MdastNode, children: readonly MdastNode[]): readonly MdastNode[] {
  if (parent.type !== 'paragraph' && parent.type !== 'heading') return children;
  const ends = [0, children.length - 1];
  return children.map((child, i) => {
    if (child.type !== 'text' || !ends.includes(i)) return child;
    const start = i === 0 ? child.value.trimStart() : child.value;
    return { ...child, value: i === children.length - 1 ? start.trimEnd() : start };
  });
}

/** A heading holds words alone. */
const headed = (heading: Heading): Heading => ({
  ...heading,
  children: heading.children.flatMap((child): Inline[] =>
    child.type === 'strong'
      ? [...child.children]
      : child.type === 'break'
        ? [{ type: 'text', value: ' ' }]
        : [child],
  ),
});

const isEmptyHeading = (node: MdastNode): boolean => node.type === 'heading' && textOf(node).trim() === '';

/** A heading within a list or a quotation is none of the essay’s: a bold line. */
const unheaded = (node: MdastNode): MdastNode =>
  node.type === 'heading'
    ? { type: 'paragraph', children: [{ type: 'strong', children: headed(node).children }] }
    : node;

/** What the list says of a picture that is left out. @param from its address */
export const aPicture = (from: string, alt: string | null | undefined): string =>
  `a picture (${alt ? `“${alt}”, ` : ''}${from.replace(/^(data:[^;]*).*/, '$1').slice(0, 80)})`;

/** What it says of a link that is. @param to its address */
export const aLink = (to: string): string => `a link to ${to.slice(0, 80) || 'nothing'}, its words kept`;

/** The same without pictures, which an author adds as files, and with links that lead somewhere. */
function inline(node: MdastNode, dropped: Dropped[]): MdastNode[] {
  if (node.type === 'image' || node.type === 'imageReference') {
    const from = node.type === 'image' ? node.url : node.identifier;
    dropped.push({ what: aPicture(from, node.alt), text: '' });
    return [];
  }
  if (node.type === 'text') return [{ ...node, value: visible(node.value) }];
  if (node.type === 'inlineCode' && node.value === '') return [];
  if (node.type === 'definition') return [{ ...node, url: plainAddress(node.url) ?? node.url }];
  if (!('children' in node)) return [node];
  const children = trimmed(
    node,
    node.children.flatMap((child) => inline(child, dropped)),
  );
  // Stars around nothing are stars.
  if (/^(delete|emphasis|strong)$/.test(node.type) && children.every((child) => textOf(child).trim() === ''))
    return [...children];
  if (/^(blockquote|footnoteDefinition|listItem)$/.test(node.type))
    return [
      { ...node, children: children.filter((child) => !isEmptyHeading(child)).map(unheaded) } as MdastNode,
    ];
  if (node.type !== 'link') return [{ ...node, children } as MdastNode];
  const url = plainAddress(node.url);
  if (children.length === 0) return [];
  if (url !== undefined) return [{ ...node, url, title: null, children } as MdastNode];
  dropped.push({ what: aLink(node.url), text: '' });
  return [...children];
}

/** A line of its own that is bold is a heading, as word processors are used. */
function promoted(block: Block): Block {
  if (block.type !== 'paragraph') return block;
  const [only, ...more] = block.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const isLine = more.length === 0 && wordsIn(textOf(block)).length <= 14 && !/[.,;]\s*$/.test(textOf(block));
  if (!isLine || only?.type !== 'strong') return block;
  return { type: 'heading', depth: 2, children: [...only.children] };
}

/** Headings from the second level on, none skipped. */
export function levelled(blocks: readonly Block[]): readonly Block[] {
  const depths = blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : []));
  const levels = [...new Set(depths)].toSorted((a, b) => a - b);
  let above = 1;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    above = Math.min(levels.indexOf(block.depth) + 2, above + 1, 6);
    return { ...block, depth: above as typeof block.depth };
  });
}

/** A table of a word processor has no head, and an empty one is put above it. */
function headless(block: Block): Block {
  if (block.type !== 'table') return block;
  const [first, ...rest] = block.children;
  const isEmptyHead = first !== undefined && rest.length > 0 && textOf(first).trim() === '';
  return isEmptyHead ? { ...block, children: rest } : block;
}

const isEmpty = (block: Block): boolean =>
  block.type !== 'thematicBreak' && block.type !== 'definition' && textOf(block).trim() === '';

/** The blocks of a text as an essay may hold them; what is left out is put on the list. */
export const tidy = (blocks: readonly Block[], dropped: Dropped[]): readonly Block[] =>
  blocks
    .flatMap((block) => inline(block, dropped) as Block[])
    .map(promoted)
    .map((block) => (block.type === 'heading' ? headed(block) : block))
    .map(headless)
    .filter((block) => !isEmpty(block));
