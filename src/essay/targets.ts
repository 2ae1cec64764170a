import { load } from 'cheerio';
import { markdownToHtml, mdxToJs, type HastNode, type HastPluginDefinition } from 'satteri';
import { markdown } from './markdown.ts';

/** What a link can lead to on a page. */
export interface Target {
  readonly id: string;
  /** The words of a heading. */
  readonly heading?: string;
}

/** Those of a built page. @param leftOut a selector of elements that do not count */
export function targetsOn(html: string, leftOut = ''): readonly Target[] {
  const $ = load(html);
  return $('[id]')
    .not(leftOut)
    .toArray()
    .map((one) => {
      const id = $(one).attr('id') ?? '';
      return /^h[2-6]$/.test(one.tagName) ? { id, heading: $(one).text() } : { id };
    });
}

const wordsOf = (node: HastNode): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';

function targetOf(node: HastNode): readonly Target[] {
  if (node.type === 'element' && typeof node.properties.id === 'string') {
    const { id } = node.properties;
    return [/^h[2-6]$/.test(node.tagName) ? { id, heading: wordsOf(node) } : { id }];
  }
  // A chart stands under its own id; what other tags bring has ids to which no author links.
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Chart') return [];
  return node.attributes.flatMap((one) =>
    'name' in one && one.name === 'id' && typeof one.value === 'string' ? [{ id: one.value }] : [],
  );
}

const within = (node: HastNode): readonly Target[] => [
  ...targetOf(node),
  ...('children' in node ? node.children.flatMap(within) : []),
];

/** What a text has on its page to lead to, while there is no page of it yet: made as the page will be (astro.config.mjs). */
export async function targetsOf(file: string, text: string): Promise<readonly Target[]> {
  const targets: Target[] = [];
  const last: HastPluginDefinition = {
    name: 'targets',
    before: (root) => {
      targets.push(...within(root));
    },
  };
  const { mdastPlugins, hastPlugins } = markdown('/');
  // As Astro has it: “--” becomes a dash, and no id holds one.
  const features = { smartPunctuation: true };
  const asOnPage = { mdastPlugins, hastPlugins: [...hastPlugins, last], features };
  await (file.endsWith('.mdx') ? mdxToJs(text, asOnPage) : markdownToHtml(text, asOnPage));
  return targets;
}
