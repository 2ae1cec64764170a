import rehypeRemark, { type Options } from 'rehype-remark';
import { htmlToHast, type HastNode } from 'satteri';
import { unified } from 'unified';
import { elements, isElement, PAGE_BLOCKS, pageText, property, UNSEEN, type Element } from './page.ts';
import { withBlocks } from './pageBlocks.ts';
import { withNumbers } from './pageLists.ts';
import { withNotes } from './pageNotes.ts';
import { visible, type Dropped, type Source } from './source.ts';

type Page = Extract<HastNode, { type: 'root' }>;
type Child = Element['children'][number];
type Handler = NonNullable<NonNullable<Options['handlers']>[string]>;

/** What a page has around its text. */
const AROUND = /^(nav|aside|footer|form|button|iframe|object|embed|select|dialog|input|menu)$/;
/** What an author would miss though it holds no words. */
const MISSED = /^(audio|math|video)$/;
const isHidden = (node: Element): boolean =>
  'hidden' in node.properties || /display:\s*none/.test(property(node, 'style'));

/** Bold and italic that a word processor wrote as a style. */
function restyled(node: Element): Element {
  const style = property(node, 'style');
  const isBold = /font-weight:\s*(bold|[6-9]00)/.test(style);
  if (/^(b|strong)$/.test(node.tagName) && /font-weight:\s*(normal|400)/.test(style))
    return { ...node, tagName: 'span' };
  if (node.tagName !== 'span') return node;
  if (isBold) return { ...node, tagName: 'strong' };
  return /font-style:\s*italic/.test(style) ? { ...node, tagName: 'em' } : node;
}

const PARTS = /^(caption|tbody|td|tfoot|th|thead|tr)$/;
const asBlocks = (node: Element): Element => ({
  ...node,
  tagName: 'div',
  children: node.children.map((child) =>
    isElement(child) && PARTS.test(child.tagName) ? asBlocks(child) : child,
  ),
});

/** Does a cell hold more than one of Markdown can, as those do that only set out a page. */
function holdsBlocks(cell: Element): boolean {
  const [, ...within] = elements(cell);
  const isBlock = ({ tagName }: Element) => /^(div|p)$/.test(tagName);
  const innermost = within.filter((node) => isBlock(node) && ![...elements(node)].slice(1).some(isBlock));
  return (
    innermost.length > 1 ||
    within.some(({ tagName }) => /^(blockquote|dl|h[1-6]|hr|ol|pre|table|ul)$/.test(tagName))
  );
}

/** A table as Markdown has one, its caption in front; of one whose cells hold blocks, the blocks. */
function plainTable(table: Element, dropped: Dropped[]): readonly Child[] {
  if ([...elements(table)].some((node) => /^t[dh]$/.test(node.tagName) && holdsBlocks(node))) {
    dropped.push({ what: 'a table whose cells hold more than a line, its words kept', text: '' });
    return [asBlocks(table)];
  }
  const isCaption = (node: Child): node is Element => isElement(node) && node.tagName === 'caption';
  return [
    ...table.children.filter(isCaption).map(asBlocks),
    { ...table, children: table.children.filter((child) => !isCaption(child)) },
  ];
}

/** The same without what is not text, which is put on the list. */
function pruned<Node extends HastNode>(node: Node, dropped: Dropped[]): Node {
  if (!('children' in node)) return node;
  const kept = node.children.flatMap((child): Child[] => {
    if (child.type === 'comment' || child.type === 'doctype') return [];
    if (!isElement(child)) return [child as Child];
    const { tagName } = child;
    if (!AROUND.test(tagName) && !UNSEEN.test(tagName) && !isHidden(child)) {
      const those = tagName === 'table' ? plainTable(child, dropped) : [restyled(child)];
      return those.map((one) => pruned(one, dropped));
    }
    const text = pageText(child);
    if (text.trim() !== '' || MISSED.test(tagName)) dropped.push({ what: `<${tagName}> of the page`, text });
    return [];
  });
  return { ...node, children: kept };
}

/** The part of a page that holds its text; the rest is put on the list. */
function article(page: HastNode, dropped: Dropped[]): HastNode {
  const all = [...elements(page)];
  const [only, ...more] = all.filter(({ tagName }) => tagName === 'article');
  const part = (more.length === 0 ? only : undefined) ?? all.find(({ tagName }) => tagName === 'main');
  if (part === undefined) return page;
  const without = (node: HastNode): HastNode =>
    'children' in node
      ? ({ ...node, children: node.children.filter((child) => child !== part).map(without) } as HastNode)
      : node;
  const text = pageText(without(page));
  if (text.trim() !== '') dropped.push({ what: `what stands outside <${part.tagName}>`, text });
  return part;
}

/** Words above or below the line: without the element 10⁶ would be 106. The mark of a note is raised by itself. */
const raised: Handler = (state, node) => {
  // A line break would end the element before its end.
  const children = state
    .all(node)
    .map((child) => (child.type === 'break' ? { type: 'text' as const, value: ' ' } : child));
  const isPlain = [...elements(node)].every(
    ({ tagName }) => !PAGE_BLOCKS.test(tagName) && tagName !== 'note-mark',
  );
  return isPlain && pageText(node).trim() !== ''
    ? { type: 'mdxJsxTextElement', name: node.tagName, attributes: [], children: children as never }
    : children;
};

/** HTML as a browser or a word processor saved it. */
export function readHtml(html: string): Source {
  const dropped: Dropped[] = [];
  const page = withNumbers(withNotes(htmlToHast(visible(html))));
  const part = pruned(article(page, dropped), dropped);
  const root = { type: 'root', children: part.type === 'root' ? part.children : [part] } as Page;
  const label = (node: Element) => property(node, 'id');
  const toMarkdown = unified().use(rehypeRemark, {
    handlers: {
      sub: raised,
      sup: raised,
      'note-mark': (_, node) => ({ type: 'footnoteReference', identifier: label(node), label: label(node) }),
      'note-words': (state, node) => ({
        type: 'footnoteDefinition',
        identifier: label(node),
        label: label(node),
        children: state.toFlow(state.all(node)) as never,
      }),
    },
  });
  return { tree: toMarkdown.runSync(withBlocks(root)), text: pageText(page), dropped };
}
