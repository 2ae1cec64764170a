import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteCharacters } from '../../scripts/server/subsetFonts.ts';
import { pageOf, pages } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

/** Those of the whole fonts in styles/fonts.css: a page that has one fetches two files more. */
const ofWholeFonts = /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF\u0131\u0152\u0153]/u;

test('the fonts that every page has hold every character that a page prints', () => {
  const cut = new Set(siteCharacters('.').replaceAll(new RegExp(ofWholeFonts, 'gu'), ''));
  for (const { path, $ } of pages) {
    const printed = new Set($('html').text().replace(/\s/g, ''));
    expect([...printed.difference(cut)], path).toEqual([]);
  }
});

test('a page preloads two fonts of 40 kB together, and the italics are 15.5 kB more', () => {
  const { $ } = pageOf('/');
  const preloaded = $('link[rel="preload"][as="font"]')
    .toArray()
    .map((link) => $(link).attr('href') ?? '');
  const faces = [
    ...$('style')
      .text()
      .matchAll(/@font-face\s*\{[^}]*?url\(["']?([^"')]+)[^}]*\}/g),
  ];
  // The whole fonts are for letters that no page of ours has.
  const own = faces.flatMap(([face, file = '']) => (/unicode-range:\s*U\+0*C0/i.test(face) ? [] : [file]));
  expect(own).toHaveLength(3);
  expect(own.filter((file) => !preloaded.includes(file)).every((file) => file.includes('italic'))).toBe(true);
  const bytes = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + statSync(join(testSite, file)).size, 0);
  expect(bytes(preloaded)).toBeLessThanOrEqual(40_000);
  expect(bytes(own)).toBeLessThanOrEqual(55_500);
});
