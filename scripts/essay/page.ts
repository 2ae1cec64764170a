import type { HastNode } from 'satteri';

export type Element = Extract<HastNode, { type: 'element' }>;

export const isElement = (node: HastNode): node is Element => node.type === 'element';

export const property = (node: Element, name: string): string => String(node.properties[name] ?? '');

/** Every element of a page in the order of the text, the given one first. */
export function* elements(node: HastNode): Generator<Element> {
  if (isElement(node)) yield node;
  if ('children' in node) for (const child of node.children) yield* elements(child);
}

export const PAGE_BLOCKS =
  /^(address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|nav|note-words|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
/** Holds no words that a reader sees. */
export const UNSEEN =
  /^(head|script|style|template|noembed|noframes|noscript|svg|math|audio|video|canvas|option|textarea)$/;

/** The words of a page, its blocks on lines of their own. */
export function pageText(node: HastNode): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type !== 'element') return node.children.map(pageText).join('');
  if (node.tagName === 'br') return '\n';
  if (UNSEEN.test(node.tagName)) return '';
  const inner = node.children.map(pageText).join('');
  if (node.tagName === 'q') return `"${inner}"`;
  return PAGE_BLOCKS.test(node.tagName) ? `\n${inner}\n` : inner;
}
