import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteCharacters } from '../../scripts/build/subsetFonts.ts';
import type { BuiltPage } from './harness/builtPages.ts';
import { pageOf, pages } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

test('the fonts that every page has hold every character that a page prints', () => {
  const cut = new Set(siteCharacters('.'));
  for (const { path, $ } of pages) {
    const printed = new Set($('html').text().replace(/\s/g, ''));
    expect([...printed.difference(cut)], path).toEqual([]);
  }
});

/** Each face of the styles of a page: its descriptors, and its file. */
function facesOf({ $ }: BuiltPage): readonly { face: string; file: string }[] {
  const faces = [
    ...$('style')
      .text()
      .matchAll(/@font-face\s*\{[^}]*?url\(["']?([^"')]+)[^}]*\}/g),
  ];
  return faces.map(([face, file = '']) => ({ face, file }));
}

test('a page has two fonts of 40 kB together, and the italics are 15.5 kB more', () => {
  // The whole fonts are for letters that no page of ours has, and of a keyboard’s characters none.
  const own = facesOf(pageOf('/')).filter(({ face }) => !/unicode-range:\s*U\+(?!0+-)/i.test(face));
  expect(own).toHaveLength(3);
  const bytes = (files: typeof own) =>
    files.reduce((sum, { file }) => sum + statSync(join(testSite, file)).size, 0);
  expect(bytes(own.filter(({ file }) => !file.includes('italic')))).toBeLessThanOrEqual(40_000);
  expect(bytes(own)).toBeLessThanOrEqual(55_500);
});

test('no page preloads a font: it would come before the text it is for (docs/decisions/0037-fonts-and-requests.md)', () => {
  for (const { path, $ } of pages) expect($('link[rel="preload"]').length, path).toBe(0);
});
