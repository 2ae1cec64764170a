import rehypeRemark from 'rehype-remark';
import { htmlToHast, type HastNode } from 'satteri';
import { unified } from 'unified';
import { elements, isElement, pageText, property, type Element } from './page.ts';
import { withNotes } from './pageNotes.ts';
import { visible, type Dropped, type Source } from './source.ts';

type Page = Extract<HastNode, { type: 'root' }>;
type Child = Element['children'][number];

/** What a page has around its text. */
const AROUND = /^(nav|aside|footer|form|button|iframe|object|embed|select|dialog|input)$/;
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

/** The same without what is not text, which is put on the list. */
function pruned<Node extends HastNode>(node: Node, dropped: Dropped[]): Node {
  if (!('children' in node)) return node;
  const kept = node.children.flatMap((child): Child[] => {
    if (child.type === 'comment' || child.type === 'doctype') return [];
    if (!isElement(child)) return [child as Child];
    if (!AROUND.test(child.tagName) && !isHidden(child)) return [pruned(restyled(child), dropped)];
    const text = pageText(child);
    if (text.trim() !== '') dropped.push({ what: `<${child.tagName}> of the page`, text });
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

/** HTML as a browser or a word processor saved it. */
export function readHtml(html: string): Source {
  const dropped: Dropped[] = [];
  const page = withNotes(htmlToHast(visible(html)));
  const part = pruned(article(page, dropped), dropped);
  const root = { type: 'root', children: part.type === 'root' ? part.children : [part] } as Page;
  const label = (node: Element) => property(node, 'id');
  const toMarkdown = unified().use(rehypeRemark, {
    handlers: {
      'note-mark': (_, node) => ({ type: 'footnoteReference', identifier: label(node), label: label(node) }),
      'note-words': (state, node) => ({
        type: 'footnoteDefinition',
        identifier: label(node),
        label: label(node),
        children: state.toFlow(state.all(node)) as never,
      }),
    },
  });
  return { tree: toMarkdown.runSync(root), text: pageText(page), dropped };
}
