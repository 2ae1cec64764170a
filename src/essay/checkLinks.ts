import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { MdastNode } from 'satteri';
import { fault, nodesOf, proseOf, wordsOf, type Fault } from './prose.ts';

const isHeading = (node: MdastNode): boolean => node.type === 'heading';

const page = (dist: string, path: string): string => join(dist, decodeURI(path), 'index.html');

/** A built site, in whose folder each page lies as it is addressed, and a text of it. */
export interface Place {
  readonly dist: string;
  /** The text’s own path: `/essays/why/` */
  readonly from: string;
  /** Pages that are not there yet and will be with the text, where it waits. */
  readonly coming?: ReadonlySet<string>;
}

/** Why a reader who follows a link would be lost, or nothing. */
function whyDead({ dist, from, coming }: Place, url: string): string | undefined {
  const [address = '', anchor] = url.split('#');
  const path = (address.split('?')[0] ?? '') || from;
  if (!path.startsWith('/')) return undefined;
  if (!path.endsWith('/')) {
    if (statSync(join(dist, decodeURI(path)), { throwIfNoEntry: false })?.isFile()) return undefined;
    return existsSync(page(dist, path))
      ? `a link to ${path}; expected ${path}/, with a slash at its end`
      : `there is no file ${path} on this site; expected a path that is there`;
  }
  if (!existsSync(page(dist, path)))
    return coming?.has(path)
      ? undefined
      : `there is no page ${path} on this site; expected one that is there, and no draft`;
  if (!anchor) return undefined;
  const ids = readFileSync(page(dist, path), 'utf8').matchAll(/\sid="([^"]*)"/g);
  return [...ids].some(([, id]) => id === decodeURIComponent(anchor))
    ? undefined
    : `nothing on ${path} has the id “${anchor}”; expected that of a heading there`;
}

/** The links of front matter: the author’s, and that of the text that is answered. */
function deadFields(place: Place, text: string): readonly Fault[] {
  const [front = ''] = /^\uFEFF?---\r?\n[\s\S]*?\n---/.exec(text) ?? [];
  return [...front.matchAll(/\blink:\s*['"]?(\/[^\s'",}]*)/g)].flatMap(({ 1: url = '', index }) => {
    const why = whyDead(place, url);
    return why === undefined ? [] : [{ line: front.slice(0, index).split('\n').length, says: why }];
  });
}

const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '');

/** Headings whose address something else on the page has: a link would lead to whichever stands first. */
function doubleIds({ dist, from }: Place, file: string, text: string): readonly Fault[] {
  if (!existsSync(page(dist, from))) return [];
  const $ = load(readFileSync(page(dist, from)));
  const headings = [...nodesOf(proseOf(file, text))].map(({ node }) => node).filter(isHeading);
  const ids = $('[id]')
    .toArray()
    .map((one) => $(one).attr('id') ?? '');
  const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return $(':is(h2, h3, h4, h5, h6)[id]')
    .toArray()
    .filter((one) => twice.has($(one).attr('id') ?? ''))
    .flatMap((one) =>
      headings.filter((node) => letters(wordsOf(node)) === letters($(one).text())).slice(0, 1),
    )
    .map((node) =>
      fault(
        node,
        `the heading “${wordsOf(node)}” has the address of something else on the page, a note, a chart or a part around the text; expected other words`,
      ),
    );
}

/** The links of an essay that lead to nothing on the built site, and its headings to which none can lead. */
export const deadLinks = (place: Place, file: string, text: string): readonly Fault[] => [
  ...deadFields(place, text),
  ...[...nodesOf(proseOf(file, text))].flatMap(({ node }) => {
    const url = node.type === 'link' || node.type === 'definition' ? node.url : '';
    const why = url === '' ? undefined : whyDead(place, url);
    return why === undefined ? [] : [fault(node, why)];
  }),
  ...doubleIds(place, file, text),
];
