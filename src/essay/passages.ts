import type { MdastNode } from 'satteri';
import { isTag, type TagName } from './essayTags.ts';
import { childrenOf, proseOf } from './prose.ts';

/** A component that an author wrote: `<Chart id="…" before="…" />`. */
export interface EssayTag {
  readonly name: TagName;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
  /** The words of its passage that stand before it. */
  readonly after: string;
}

/** Words that a reader sees as one: those of a paragraph, a heading, a cell, a caption, the `before` of a tag, the front matter. */
export interface Passage {
  /** Without marks, escapes and addresses; a tag and code are one space each. */
  readonly text: string;
  readonly tags: readonly EssayTag[];
  /** The line of the file on which a character of the text stands. */
  readonly lineAt: (index: number) => number;
}

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly tag?: Omit<EssayTag, 'after'>;
}

/** What stands within a passage; everything else ends one. */
const INLINE =
  /^(text|break|inlineCode|html|emphasis|strong|delete|link|linkReference|image|imageReference|footnoteReference|mdxJsxTextElement|mdxTextExpression)$/;

function passage(pieces: readonly Piece[]): Passage {
  const starts: number[] = [];
  const tags: EssayTag[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    if (piece.tag) tags.push({ ...piece.tag, after: text });
    text += piece.text;
  }
  const lineAt = (index: number): number => {
    const last = starts.findLastIndex((start) => start <= index);
    const [start = 0, line = 1] = [starts[last], pieces[last]?.line];
    return line + (text.slice(start, index).split('\n').length - 1);
  };
  return { text, tags, lineAt };
}

/** The tag that a node is, if it is one. */
function tagOf(node: MdastNode): Omit<EssayTag, 'after'> | undefined {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  if (!isTag(node.name)) return undefined;
  const attributes = node.attributes.flatMap((one) =>
    'name' in one && typeof one.value === 'string' ? [[one.name, one.value] as const] : [],
  );
  return { name: node.name, attributes: new Map(attributes), line: node.position?.start.line ?? 1 };
}

/** The words that a node brings beside its children, each a passage of its own: what a picture shows, its caption, a `before`. */
function besides(node: MdastNode, tag: Omit<EssayTag, 'after'> | undefined): readonly string[] {
  const own = 'alt' in node ? [node.alt] : [];
  const title = 'title' in node ? [node.title] : [];
  return [...own, ...title, tag?.attributes.get('before')].filter((words) => typeof words === 'string');
}

function pieceOf(node: MdastNode, line: number): Piece | undefined {
  if (node.type === 'yaml') return { text: node.value, line: line + 1 };
  if (node.type === 'text') return { text: node.value.replace(/https?:\/\/\S+/g, ' '), line };
  return node.type === 'break' || node.type === 'inlineCode' ? { text: ' ', line } : undefined;
}

/**
 * What readers of an essay see as its author’s own words. The words of a letter are none, because letters are made up.
 *
 * @param text the whole file
 * @throws where it is no MDX, naming file and line
 */
export function passagesOf(file: string, text: string): readonly Passage[] {
  const passages: Passage[] = [];
  let open: Piece[] = [];
  const close = (): void => {
    if (open.length > 0) passages.push(passage(open));
    open = [];
  };
  const visit = (node: MdastNode): void => {
    const line = node.position?.start.line ?? 1;
    const tag = tagOf(node);
    if (tag?.name === 'Letter') return;
    if (!INLINE.test(node.type)) close();
    passages.push(...besides(node, tag).map((words) => passage([{ text: words, line }])));
    const piece = tag ? { text: ' ', line, tag } : pieceOf(node, line);
    if (piece) open.push(piece);
    for (const child of childrenOf(node)) visit(child);
    if (!INLINE.test(node.type)) close();
  };
  visit(proseOf(file, text));
  return passages;
}
