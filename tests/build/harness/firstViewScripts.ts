import { init, parse } from 'es-module-lexer';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { BuiltPage } from './builtPages.ts';
import { compressed } from './compressed.ts';

export interface FirstViewScripts {
  /** Files by address within the site; scripts written in the page count under `(in the page)`. */
  files: { path: string; bytes: number }[];
  /** Brotli bytes of them all, each file compressed alone and all that is in the page together, as a server sends them. */
  bytes: number;
}

/** A data block: the browser does not run it. https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type */
const isData = (type: string | undefined): boolean =>
  type !== undefined && /json|speculationrules/.test(type);

/** Modules that `code` imports whenever it runs; `import()` waits for its moment and does not count. */
function staticImports(code: string, from: string): string[] {
  const [imports] = parse(code);
  return imports
    .filter(({ d, n }) => d === -1 && n !== undefined)
    .map(({ n }) => posix.resolve(posix.dirname(from), n ?? ''));
}

/**
 * All JavaScript that a page loads by itself, with the modules its modules import.
 *
 * @param later addresses of scripts that are loaded on demand and count, too
 * @throws Error when a script is not in the built site, be it missing or someone else’s
 */
export async function firstViewScripts(
  folder: string,
  page: BuiltPage,
  later: readonly string[] = [],
): Promise<FirstViewScripts> {
  await init;
  const files = new Map<string, number>();
  function follow(path: string): void {
    if (files.has(path)) return;
    const code = readFileSync(join(folder, path), 'utf8');
    files.set(path, compressed(code));
    for (const next of staticImports(code, path)) follow(next);
  }
  const inPage: string[] = [];
  const directory = page.path.endsWith('/') ? page.path : posix.dirname(page.path);
  for (const element of page.$('script, link[rel="modulepreload"]').toArray()) {
    const script = page.$(element);
    if (isData(script.attr('type'))) continue;
    const source = script.attr('src') ?? script.attr('href');
    if (source === undefined) {
      const code = script.text();
      inPage.push(code);
      for (const next of staticImports(code, page.path)) follow(next);
    } else if (/^([a-z]+:)?\/\//i.test(source)) {
      throw new Error(`${page.path} loads a script from elsewhere: ${source}`);
    } else {
      follow(posix.resolve(directory, source));
    }
  }
  if (inPage.length > 0) files.set('(in the page)', compressed(inPage.join('\n')));
  for (const path of later) follow(path);
  const list = [...files].map(([path, bytes]) => ({ path, bytes }));
  return { files: list, bytes: list.reduce((sum, { bytes }) => sum + bytes, 0) };
}
