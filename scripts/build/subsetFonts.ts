import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import subsetFont from 'subset-font';
import subsetPackage from 'subset-font/package.json' with { type: 'json' };
import { typefaces } from '../../src/charts/canvas/theme.ts';
import { fallbackFaces } from './fallbackFaces.ts';
import { fontFaces, type Face } from './fontFaces.ts';

/** The faces that pages are set in, with the weights of styles/tokens.css: 400 for text, 500 for headings, 600 for emphasis. */
const faces: readonly Face[] = [
  {
    family: typefaces.serif.family,
    style: 'normal',
    file: 'newsreader/files/newsreader-latin-wght-normal.woff2',
    weights: { min: 400, max: 600 },
  },
  {
    family: typefaces.serif.family,
    style: 'italic',
    file: 'newsreader/files/newsreader-latin-wght-italic.woff2',
    weights: 400,
  },
  {
    family: typefaces.sans.family,
    style: 'normal',
    file: 'source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    weights: { min: 400, max: 600 },
  },
];

/** What our styles ask for, and what letters need to stand together. */
const keepFeatures = ['calt', 'ccmp', 'kern', 'liga', 'lnum', 'locl', 'mark', 'mkmk', 'rvrn', 'tnum', 'zero'];

/** Every character that a page of ours may print: those of the sources and the protocol; all that a keyboard has; and signs of other languages. */
export function siteCharacters(root: string): string {
  const files = globSync('src/**/*.{astro,css,md,mdx,ts,yaml}', {
    cwd: root,
    exclude: ['src/content/releases/**'],
  });
  const keys = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(0x20 + i));
  const texts = [...files, 'docs/protocol.md'].map((file) => readFileSync(join(root, file), 'utf8'));
  const others = texts.flatMap((text) => text.match(/[^\0-~]/gu) ?? []);
  return [...new Set([...keys, '¡', '¿', '„', '‚', '•', ...others])].toSorted().join('');
}

/**
 * Cuts the fonts to the characters and weights of the site, a third of their bytes, beside the styles that name them and what
 * stands in for them. What was cut before is kept.
 * @param root folder of the project
 * @returns the folder with the files, under the names that they have in their packages
 */
export async function subsetFonts(root: string): Promise<string> {
  const characters = siteCharacters(root);
  const fonts = faces.map(({ file, weights }) => ({
    name: basename(file),
    whole: readFileSync(join(root, 'node_modules/@fontsource-variable', file)),
    options: { targetFormat: 'woff2', keepFeatures, variationAxes: { wght: weights } } as const,
  }));
  const css = fontFaces(faces, characters) + fallbackFaces();
  const hash = createHash('sha256').update(characters).update(subsetPackage.version).update(css);
  for (const { whole, options } of fonts) hash.update(whole).update(JSON.stringify(options));
  const folder = resolve(root, 'node_modules/.cache/fonts', hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  // Two builds may cut the same fonts at once: the first that is done keeps its own.
  const own = `${folder}-${process.pid}`;
  mkdirSync(own, { recursive: true });
  for (const { name, whole, options } of fonts)
    writeFileSync(join(own, name), await subsetFont(whole, characters, options));
  writeFileSync(join(own, 'faces.css'), css);
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true });
  }
  return folder;
}
