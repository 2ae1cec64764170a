import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CheerioAPI } from 'cheerio';
import { builtPages, type BuiltPage } from './builtPages.ts';

/** Stands for the site’s own address while links are resolved. https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
const here = 'https://site.invalid';

const attributes: readonly (readonly [selector: string, attribute: string])[] = [
  ['[href]', 'href'],
  ['[src]', 'src'],
  ['[poster]', 'poster'],
  ['[action]', 'action'],
  ['object[data]', 'data'],
  ['meta[property="og:image"], meta[property="og:url"]', 'content'],
];

/** The addresses that the host redirects, by the file that tells it to. */
function redirected(folder: string): ReadonlySet<string> {
  const file = join(folder, '_redirects');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return new Set(lines.map((line) => line.split(' ')[0] ?? ''));
}

/** What a page points at, as written. */
export function references($: CheerioAPI): string[] {
  const single = attributes.flatMap(([selector, attribute]) =>
    $(selector)
      .toArray()
      .map((element) => $(element).attr(attribute) ?? ''),
  );
  const sets = $('[srcset]')
    .toArray()
    .flatMap((element) => ($(element).attr('srcset') ?? '').split(','))
    .map((candidate) => candidate.trim().split(/\s+/)[0] ?? '');
  return [...new Set([...single, ...sets])];
}

/**
 * Every link within the site that leads nowhere, as a sentence: a file that is not there, a fragment that no element
 * has, a page without its closing slash (hosts answer that with a redirect or a 404), a place of its host outside it.
 *
 * @param siteUrl the address the site was built for; absolute links to its host are checked as well
 * @param built its pages, where they are parsed already
 */
export function brokenLinks(
  folder: string,
  siteUrl: string,
  built: readonly BuiltPage[] = builtPages(folder),
): string[] {
  const { origin, pathname } = new URL(siteUrl);
  const root = pathname.replace(/\/?$/, '/');
  const pages = new Map(built.map((page) => [page.path, page]));
  const elsewhere = redirected(folder);
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (path: string): Set<string> | undefined => {
    const page = pages.get(path);
    if (page === undefined) return undefined;
    const known =
      anchors.get(path) ??
      new Set(
        page
          .$('[id]')
          .toArray()
          .map((element) => page.$(element).attr('id') ?? ''),
      );
    anchors.set(path, known);
    return known;
  };

  function problem(from: string, reference: string): string | undefined {
    const written = `${reference}/`.startsWith(`${origin}/`) ? reference.replace(origin, here) : reference;
    const page = here + root + from.slice(1);
    if (!URL.canParse(written, page)) return 'is not an address';
    const target = new URL(written, page);
    if (target.origin !== here) return undefined;
    if (!target.pathname.startsWith(root)) return 'leads out of the site';
    const path = `/${decodeURIComponent(target.pathname.slice(root.length))}`;
    if (pages.has(path)) {
      const fragment = decodeURIComponent(target.hash.slice(1));
      const found = fragment === '' || fragment.startsWith(':~:') || anchorsOf(path)?.has(fragment);
      return found ? undefined : `points at #${fragment}, which ${path} does not have`;
    }
    if (elsewhere.has(path)) return undefined;
    if (pages.has(`${path}/`)) return 'lacks the slash at its end';
    const file = join(folder, path);
    return existsSync(file) && statSync(file).isFile() ? undefined : 'leads nowhere';
  }

  return [...pages.values()].flatMap((page) =>
    references(page.$).flatMap((reference) => {
      const found = problem(page.path, reference);
      return found === undefined ? [] : [`${page.path}: the link “${reference}” ${found}.`];
    }),
  );
}
