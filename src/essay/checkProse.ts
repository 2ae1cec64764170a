import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MdastNode } from 'satteri';
import { codeFaults } from './essayTags.ts';
import { fault, nodesOf, proseOf, wordsOf, type Fault } from './prose.ts';

const PICTURES = /\.(avif|gif|jpe?g|png|svg|webp)$/i;

type Of<Type extends string> = Extract<MdastNode, { type: Type }>;
const isOf =
  <Type extends MdastNode['type']>(...types: readonly Type[]) =>
  (node: MdastNode): node is Of<Type> =>
    (types as readonly string[]).includes(node.type);

/** What is wrong with a heading. @param above the level of the one before it */
function wrongHeading(node: Of<'heading'>, above: number): string | undefined {
  const { depth } = node;
  if (wordsOf(node).trim() === '') return 'a heading without words; expected some, or no heading';
  if ([...nodesOf(node)].some((inner) => inner.node.type === 'footnoteReference'))
    return 'a note in a heading, whose number the contents would print; expected it in the text below';
  if (depth === 1)
    return 'a second heading of the first level, which the title is; expected ## for a section';
  if (depth <= above + 1) return undefined;
  return `a heading of level ${depth} where the one above has no level ${depth - 1}; expected ${'#'.repeat(depth - 1)}`;
}

function headings(nodes: readonly MdastNode[]): Fault[] {
  const sections = nodes.filter((node) => node.type === 'heading' && node.depth === 2).length;
  let above = 1;
  return nodes.flatMap((node) => {
    if (node.type === 'heading') {
      const says = wrongHeading(node, above);
      above = node.depth;
      return says === undefined ? [] : [fault(node, says)];
    }
    // A chart’s title is a heading of the third level; a list of the sections stands above it where there are two.
    const isChart = node.type === 'mdxJsxFlowElement' && node.name === 'Chart';
    return isChart && above === 1 && sections < 2
      ? [
          fault(
            node,
            'a chart before the first section; expected a heading such as ## What was counted above it',
          ),
        ]
      : [];
  });
}

/** What no browser can read; a percent sign in an address is written %25. */
function isMalformed(url: string): boolean {
  try {
    decodeURIComponent(url);
  } catch {
    // Another site may write its addresses in another encoding.
    if (!/^https?:/.test(url) || /%(?![0-9a-f]{2})/i.test(url)) return true;
  }
  return /^https?:/.test(url) && !URL.canParse(url);
}

/** Why a picture would not be shown, or nothing. @param exists is there a file at this path, from the text’s folder */
function whyNotShown(url: string, exists: (path: string) => boolean): string | undefined {
  if (/^(\w+:|\/\/)/.test(url))
    return `a picture from elsewhere (${url}), which the content policy of the site would block`;
  if (!/^\.\.?\//.test(url) || !PICTURES.test(url) || isMalformed(url)) return `a picture at ${url}`;
  return exists(decodeURI(url)) ? undefined : `there is no picture ${url}`;
}

function pictures(nodes: readonly MdastNode[], exists: (path: string) => boolean): Fault[] {
  const definitions = new Map(nodes.filter(isOf('definition')).map((node) => [node.identifier, node]));
  return nodes.filter(isOf('image', 'imageReference')).flatMap((node) => {
    const url = node.type === 'image' ? node.url : (definitions.get(node.identifier)?.url ?? '');
    const why = whyNotShown(url, exists);
    const found =
      why === undefined
        ? []
        : [
            `${why}; expected a file in a folder beside the essay, such as ![An empty desk](./my-essay/desk.jpg)`,
          ];
    if ((node.alt ?? '').trim() === '')
      found.push('a picture without an alternative; expected what it shows, between ![ and ]');
    return found.map((says) => fault(node, says));
  });
}

function notes(nodes: readonly MdastNode[], text: string): Fault[] {
  const definitions = nodes.filter(isOf('footnoteDefinition'));
  const referred = new Set(nodes.filter(isOf('footnoteReference')).map(({ identifier }) => identifier));
  const seen = new Set<string>();
  return [
    ...definitions.flatMap((node) => {
      const isSecond = seen.has(node.identifier);
      seen.add(node.identifier);
      if (isSecond) return [fault(node, `a second note [^${node.label}]; expected one`)];
      if (!referred.has(node.identifier))
        return [fault(node, `a note to which nothing leads; expected [^${node.label}] in the text`)];
      return [...nodesOf(node)].some((inner) => inner.node.type === 'footnoteReference')
        ? [fault(node, 'a note within a note; expected notes to the text alone')]
        : [];
    }),
    // Without its definition it is no reference to the parser but text, as an escaped one is.
    ...nodes.filter(isOf('text')).flatMap((node) => {
      const written = text.slice(node.position?.start.offset, node.position?.end.offset);
      return [...written.matchAll(/(?<!\\)\[\^([^\]\s\\]+)\]/g)].map(([mark, label = '']) =>
        fault(node, `${mark} has no note; expected a line [^${label}]: with its words`),
      );
    }),
  ];
}

const isNumber = ({ node }: { node: MdastNode }): boolean =>
  node.type === 'mdxJsxTextElement' && (node.name === 'Figure' || node.name === 'Stat');

function links(nodes: readonly MdastNode[]): Fault[] {
  return nodes.filter(isOf('link', 'definition')).flatMap((node) => {
    const { url } = node;
    if ([...nodesOf(node)].some(isNumber))
      return [fault(node, 'a number within a link, which is a link itself; expected it before or after')];
    const isAddress = /^(https?:\/\/[^/]|mailto:.|#.|\/(?!\/))/.test(url);
    if (isAddress && !isMalformed(url)) return [];
    // A definition may be a picture’s, which is looked at there.
    if (node.type === 'definition' && /^\.\.?\//.test(url) && PICTURES.test(url)) return [];
    return [
      fault(
        node,
        `a link to “${url}”; expected an address with https://, a path of this site such as /essays/why/, or #heading`,
      ),
    ];
  });
}

/**
 * What a text holds that a page would not show as it was meant: front matter is not read, and whether pages of the site
 * that it links to are there is known when the site is built.
 *
 * @param file its path, beside which its pictures lie
 */
export function proseFaults(file: string, text: string): readonly Fault[] {
  const nodes = [...nodesOf(proseOf(file, text))].map(({ node }) => node);
  return [
    ...headings(nodes),
    ...pictures(nodes, (path) => existsSync(join(dirname(file), path))),
    ...notes(nodes, text),
    ...codeFaults(nodes),
    ...links(nodes),
  ];
}
