import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MdastNode } from 'satteri';
import { fault, nodesOf, proseOf, wordsOf, type Fault } from './prose.ts';
import { targetsOn, type Target } from './targets.ts';

const isHeading = (node: MdastNode): boolean => node.type === 'heading';

const page = (dist: string, path: string): string => join(dist, decodeURI(path), 'index.html');

/** The ids of a built page, without parsing it: a build asks for those of every essay. */
const idsOn = (dist: string, path: string): readonly string[] =>
  [...readFileSync(page(dist, path), 'utf8').matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);

const twiceIn = (ids: readonly string[]): ReadonlySet<string> =>
  new Set(ids.filter((id, i) => ids.indexOf(id) !== i));

/** A built site, in whose folder each page lies as it is addressed, and a text of it. */
export interface Place {
  readonly dist: string;
  /** The text’s own path: `/essays/why/` */
  readonly from: string;
  /** Pages that are not there yet and will be with the text, where it waits. */
  readonly coming?: ReadonlySet<string>;
  /** What there will be on the pages of texts that wait, by path. */
  readonly targets?: ReadonlyMap<string, readonly Target[]>;
}

/** Why a reader who follows a link would be lost, or nothing. */
function whyDead({ dist, from, coming, targets }: Place, url: string): string | undefined {
  const [address = '', anchor] = url.split('#');
  const path = (address.split('?')[0] ?? '') || from;
  if (!path.startsWith('/')) return undefined;
  if (!path.endsWith('/')) {
    if (statSync(join(dist, decodeURI(path)), { throwIfNoEntry: false })?.isFile()) return undefined;
    return existsSync(page(dist, path))
      ? `a link to ${path}; expected ${path}/, with a slash at its end`
      : `there is no file ${path} on this site; expected a path that is there`;
  }
  const isBuilt = existsSync(page(dist, path));
  if (!isBuilt && !coming?.has(path))
    return `there is no page ${path} on this site; expected one that is there, and no draft`;
  if (!anchor) return undefined;
  const ids = isBuilt ? idsOn(dist, path) : targets?.get(path)?.map(({ id }) => id);
  // Of the page of a tag that no essay has yet nothing is known.
  return ids === undefined || ids.includes(decodeURIComponent(anchor))
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
function doubleIds({ dist, from, targets }: Place, file: string, text: string): readonly Fault[] {
  const coming = targets?.get(from);
  if (coming === undefined && twiceIn(idsOn(dist, from)).size === 0) return [];
  const all = coming ?? targetsOn(readFileSync(page(dist, from), 'utf8'));
  const twice = twiceIn(all.map(({ id }) => id));
  const headings = [...nodesOf(proseOf(file, text))].map(({ node }) => node).filter(isHeading);
  return all
    .filter(({ id }) => twice.has(id))
    .flatMap(({ heading }) =>
      heading === undefined
        ? []
        : headings.filter((node) => letters(wordsOf(node)) === letters(heading)).slice(0, 1),
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
