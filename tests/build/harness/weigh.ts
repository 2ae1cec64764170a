import { init, parse } from 'es-module-lexer';
import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { BuiltPage } from './builtPages.ts';
import { compressed } from './compressed.ts';
import { firstViewScripts } from './firstViewScripts.ts';

/** What a page costs a reader: bytes as a server sends them, texts with brotli. */
export interface Weight {
  /** With the styles and scripts in it. */
  html: number;
  css: number;
  /** JavaScript that the page loads by itself. */
  before: number;
  /** JavaScript that it fetches besides, all told, where a reader uses everything there is. */
  after: number;
  fonts: number;
  /** All pictures, when scrolled to the end. */
  pictures: number;
  /** Of a first view, besides the page: scripts, fonts, and pictures that do not wait to be scrolled to. */
  requests: number;
  /** Requests to anybody else. */
  elsewhere: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Scripts that a script names, whenever it loads them. */
function namedIn(code: string, from: string): readonly string[] {
  const imported = parse(code)[0].flatMap(({ n }) => (n === undefined ? [] : [n]));
  const addresses = [...code.matchAll(/["'`](\/_astro\/[\w.-]+\.js)["'`]/g)].map(([, name = '']) => name);
  return [...imported, ...addresses].map((name) => posix.resolve(posix.dirname(from), name));
}

/** Whether a text has a character of a `unicode-range`. */
const hasAny = (text: string, range: string): boolean =>
  new RegExp(
    `[${range
      .split(/,\s*/)
      .map((part) =>
        part
          .replace(/U\+/i, '')
          .split('-')
          .map((code) => `\\u{${code}}`)
          .join('-'),
      )
      .join('')}]`,
    'u',
  ).test(text);

/** The fonts that a page fetches: italics where words are set in them, and those of a range where the page has one of its characters. */
function fontsOf({ $ }: BuiltPage, css: string): readonly string[] {
  const hasItalics = $('em, i, cite, dfn, address').text().trim() !== '';
  const text = $('html').text();
  const faces = [...css.matchAll(/@font-face\s*\{[^}]*?url\(["']?([^"')]+)[^}]*\}/g)];
  return faces.flatMap(([face, file = '']) => {
    const [, range = 'U+0-10FFFF'] = /unicode-range:\s*([^;}]+)/.exec(face) ?? [];
    return (face.includes('italic') && !hasItalics) || !hasAny(text, range) ? [] : [file];
  });
}

/** Whether an address leads to another server. */
const isElsewhere = (address: string): boolean => /^([a-z][a-z0-9+.-]*:)?\/\//i.test(address);

/** @param folder of the built site */
export async function weigh(folder: string, page: BuiltPage): Promise<Weight> {
  await init;
  const { $ } = page;
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const css = $('style').text();
  const { files, bytes: before } = await firstViewScripts(folder, page);
  const first = files.filter(({ path }) => path.startsWith('/')).map(({ path }) => path);
  const seen = new Set(first);
  const follow = (code: string, from: string): void => {
    for (const path of namedIn(code, from).filter((name) => !seen.has(name))) {
      seen.add(path);
      follow(read(path), path);
    }
  };
  for (const path of first) follow(read(path), path);
  for (const script of $('script:not([src]):not([type*=json]):not([type=speculationrules])').toArray())
    follow($(script).text(), page.path);
  const fonts = fontsOf(page, css);
  const pictures = $('img[src]:not([src^="data:"])').toArray();
  const size = (address: string): number => statSync(join(folder, address)).size;
  const asked = $(
    'link[rel="stylesheet"], link[rel*="preload"], link[rel="icon"], script, img, iframe, source',
  )
    .toArray()
    .map((element) => $(element).attr('src') ?? $(element).attr('href') ?? '');
  const inStyles = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, address = '']) => address);
  return {
    html: compressed(readFileSync(page.file, 'utf8')),
    css: compressed(css),
    before,
    after: sum([...seen].filter((path) => !first.includes(path)).map((path) => compressed(read(path)))),
    fonts: sum(fonts.map(size)),
    pictures: sum(
      [...new Set(pictures.map((picture) => $(picture).attr('src') ?? ''))]
        .filter((address) => !isElsewhere(address))
        .map(size),
    ),
    requests:
      first.length +
      fonts.length +
      pictures.filter((picture) => $(picture).attr('loading') !== 'lazy').length,
    elsewhere: [...asked, ...inStyles].filter(isElsewhere).length,
  };
}
