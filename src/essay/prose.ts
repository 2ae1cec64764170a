import { markdownToMdast, mdxToMdast, type Custom, type MdastNode } from 'satteri';

/** One thing that a text may not hold, as its author is told it. */
export interface Fault {
  readonly line: number;
  /** What stands there and what was expected, without a full stop. */
  readonly says: string;
}

/** Faults as they are told, a line each: file, line, what stands there and what was expected. */
export const said = (file: string, faults: readonly Fault[]): string =>
  faults
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, says }) => `${file}:${line}: ${says}.`)
    .join('\n');

/** @throws where there is a fault, with all of them */
export function refuse(file: string, faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Error(said(file, faults));
}

export const childrenOf = (node: MdastNode): readonly MdastNode[] =>
  'children' in node ? node.children : [];

/** Every node of a tree in the order of the text, with what it stands in, the nearest last. */
export function* nodesOf(
  node: MdastNode,
  within: readonly MdastNode[] = [],
): Generator<{ node: MdastNode; within: readonly MdastNode[] }> {
  yield { node, within };
  for (const child of childrenOf(node)) yield* nodesOf(child, [...within, node]);
}

export const fault = (node: MdastNode, says: string): Fault => ({
  line: node.position?.start.line ?? 1,
  says,
});

/** The words of a node without its marks. */
export const wordsOf = (node: MdastNode): string =>
  'value' in node && (node.type === 'text' || node.type === 'inlineCode')
    ? node.value
    : childrenOf(node).map(wordsOf).join('');

/** An element for the page that Markdown has no sign for. */
export const element = (tagName: string, properties: object, children: Custom['children'] = []): Custom => ({
  type: 'element',
  data: { hName: tagName, hProperties: { ...properties } },
  children: [...children],
});

export const text = (value: string): MdastNode => ({ type: 'text', value });

/** A sentence for what the parser of MDX found no sense in, from its own. */
function unread(message: string): string {
  const unclosed = /closing tag for `<([\w.-]*)>`/.exec(message)?.[1];
  if (unclosed !== undefined)
    return `<${unclosed}> is not closed; expected </${unclosed}> after it, or \\< for the sign`;
  const unopened = /closing tag `<\/([\w.-]*)>`/.exec(message)?.[1];
  if (unopened !== undefined)
    return `</${unopened}> closes nothing; expected <${unopened}> before it, or \\< for the sign`;
  return /oxc|expression/.test(message)
    ? 'braces are read as code; expected \\{ and \\} for the signs'
    : 'the sign < is read as the beginning of a tag; expected \\< for the sign, [words](address) for a link';
}

function parse(file: string, source: string): MdastNode {
  if (!file.endsWith('.mdx')) return markdownToMdast(source);
  try {
    return mdxToMdast(source);
  } catch (error) {
    const [, line = '1', message = ''] =
      /^(\d+):\d+: ([\s\S]*)/.exec(error instanceof Error ? error.message : '') ?? [];
    if (message === '') throw error;
    throw new Error(`${file}:${line}: ${unread(message)}.`);
  }
}

/** The text that was parsed last: one check after another asks for the same. */
let last: { readonly file: string; readonly source: string; readonly tree: MdastNode } | undefined;

/**
 * The tree of a text, its lines counted from the top of the file.
 *
 * @param file the file’s path, which says whether it is Markdown or MDX
 * @throws where it is no MDX, naming file and line
 */
export function proseOf(file: string, source: string): MdastNode {
  if (last?.file !== file || last.source !== source) last = { file, source, tree: parse(file, source) };
  return last.tree;
}
