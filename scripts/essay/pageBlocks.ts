import type { HastNode } from 'satteri';
import { isElement, PAGE_BLOCKS, type Element } from './page.ts';

type Page = Extract<HastNode, { type: 'root' }>;
type Child = Element['children'][number];

const isBlock = (node: Child): node is Element => isElement(node) && PAGE_BLOCKS.test(node.tagName);
/** Not of words: an image alone is no space. */
const isBlank = (node: Child): boolean => node.type === 'text' && node.value.trim() === '';

/** What may not hold a block, and becomes one that may. */
const ONE_LINE = /^(dt|figcaption|h[1-6]|p|pre|summary)$/;
/** What holds parts of its own, and no words between them. */
const OF_PARTS: Readonly<Record<string, { readonly parts: RegExp; readonly one: string }>> = {
  ul: { parts: /^li$/, one: 'li' },
  ol: { parts: /^li$/, one: 'li' },
  dl: { parts: /^(dt|dd|div)$/, one: 'dd' },
};

const made = (tagName: string, children: Child[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

/** Neighbours that are no such block, together, and each block as it is given back. */
function inRuns(
  children: readonly Child[],
  isOne: (node: Child) => node is Element,
  block: (node: Element) => Child,
  run: (nodes: Child[]) => Child,
): Child[] {
  const all: Child[] = [];
  let words: Child[] = [];
  const close = () => {
    all.push(...(words.every(isBlank) ? words : [run(words)]));
    words = [];
  };
  for (const child of children) {
    if (isOne(child)) {
      close();
      all.push(block(child));
    } else words.push(child);
  }
  close();
  return all;
}

/** Blocks that stood in a word, as in a link around a heading: each holds that word, and is in none. */
const turned = (around: Element, children: readonly Child[]): Child[] =>
  inRuns(
    children,
    isBlock,
    (block) =>
      /^(hr|pre)$/.test(block.tagName) ? block : { ...block, children: turned(around, block.children) },
    (words) => ({ ...around, children: words }),
  );

function plain(node: Child): Child[] {
  if (!isElement(node)) return [node];
  const children = node.children.flatMap(plain);
  const holdsBlock = children.some(isBlock);
  const of = OF_PARTS[node.tagName];
  if (of !== undefined) {
    const isPart = (child: Child): child is Element => isElement(child) && of.parts.test(child.tagName);
    return [
      {
        ...node,
        children: inRuns(
          children,
          isPart,
          (part) => part,
          (words) => made(of.one, apart(words)),
        ),
      },
    ];
  }
  if (!PAGE_BLOCKS.test(node.tagName)) return holdsBlock ? turned(node, children) : [{ ...node, children }];
  const isLine = holdsBlock && ONE_LINE.test(node.tagName);
  return [{ ...node, tagName: isLine ? 'div' : node.tagName, children: apart(children) }];
}

/** Words beside a block are a paragraph of their own, also where the block is empty. */
const apart = (children: readonly Child[]): Child[] =>
  children.some(isBlock)
    ? inRuns(
        children,
        isBlock,
        (block) => block,
        (words) => made('p', words),
      )
    : [...children];

/** A page whose blocks hold blocks, or words and what stands in a line: never both, and no words hold a block. */
export const withBlocks = (page: Page): Page => ({
  ...page,
  children: apart((page.children as Child[]).flatMap(plain)),
});
