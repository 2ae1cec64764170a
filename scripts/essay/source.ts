import { htmlToHast, type MdastNode } from 'satteri';
import { pageText } from './page.ts';

export type Root = Extract<MdastNode, { type: 'root' }>;
export type Block = Root['children'][number];
export type Inline = Extract<MdastNode, { type: 'paragraph' }>['children'][number];

/** Something of the source that is not in the draft. */
export interface Dropped {
  /** What it is, such as “a date”. */
  readonly what: string;
  readonly text: string;
}

/** A text as it was read, whatever kind of file it came in. */
export interface Source {
  readonly tree: Root;
  /** All that a reader of the source sees, read by another way than the tree where there is one. */
  readonly text: string;
  readonly dropped: readonly Dropped[];
}

/** The same without signs that nobody sees, and with one kind of space. The joiners U+200C and U+200D spell Persian and emoji. */
export const visible = (text: string): string =>
  text.replace(/[\u00AD\u200B\u2060\uFEFF]/g, '').replace(/[\u00A0\u202F]/g, ' ');

/** What words are counted as: letters and digits, joined by apostrophes, hyphens and joiners. */
export const wordsIn = (text: string): readonly string[] =>
  visible(text).match(/[\p{L}\p{M}\p{N}]+(?:['’\u200C\u200D-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];

/** What is in the first and not in the second, as often as it is there. */
export function missing(first: readonly string[], second: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of second) left.set(word, (left.get(word) ?? 0) + 1);
  return first.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

/** What holds blocks, and no words of its own. */
export const BLOCKS = /^(root|blockquote|list|listItem|table|tableRow|footnoteDefinition|mdxJsxFlowElement)$/;

/** The words of a tree, its blocks on lines of their own. */
export function textOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return pageText(htmlToHast(node.value, { fragment: true }));
  return 'children' in node ? node.children.map(textOf).join(BLOCKS.test(node.type) ? '\n' : '') : '';
}

/** The numbers that the lists of a tree show. */
export function listNumbers(node: MdastNode): readonly string[] {
  if (!('children' in node)) return [];
  const own =
    node.type === 'list' && node.ordered ? node.children.map((_, i) => String((node.start ?? 1) + i)) : [];
  return [...own, ...node.children.flatMap(listNumbers)];
}

const signs = (written: string, raised: string): ReadonlyMap<string, string> =>
  new Map(Array.from(written, (sign, i) => [sign, raised.charAt(i)]));
const RAISED = new Map([
  ['sup', signs('0123456789+-−=()n ', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ ')],
  ['sub', signs('0123456789+-−=() ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ ')],
]);
const ORDINAL = /^(st|nd|rd|th)$/;

/** Words as front matter holds them, such as 10⁶; nothing where Unicode has no sign for what is above or below the line. */
function inSigns(node: MdastNode): string | undefined {
  if (!('children' in node)) return textOf(node);
  const parts = node.children.map(inSigns);
  if (parts.includes(undefined)) return undefined;
  const words = parts.join('');
  const raised = node.type === 'mdxJsxTextElement' ? RAISED.get(node.name ?? '') : undefined;
  if (raised === undefined || ORDINAL.test(words)) return words;
  const found = Array.from(words.replace(/\s/g, ' '), (sign) => raised.get(sign));
  return found.includes(undefined) ? undefined : found.join('');
}

/** The same on one line. */
export const lineOf = (block: Block): string | undefined => inSigns(block)?.replace(/\s+/g, ' ').trim();
