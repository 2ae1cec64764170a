import { join } from 'node:path';
import { expect } from 'vitest';
import { builtPages, type BuiltPage } from './builtPages.ts';
import { testSite } from './testSite.ts';

/** Every page of the site that was built for these tests. */
export const pages: readonly BuiltPage[] = builtPages(testSite);
const byPath = new Map(pages.map((page) => [page.path, page]));

export function pageOf(path: string): BuiltPage {
  const found = byPath.get(path);
  if (found === undefined) throw new Error(`The site has no page ${path}.`);
  return found;
}

/** What a page says of itself under a property of Open Graph. */
export function tag(page: BuiltPage, property: string): string {
  const content = page.$(`meta[property="${property}"]`).attr('content');
  if (content === undefined) throw new Error(`${page.path} has no ${property}.`);
  return content;
}

/** The file at an address of the site. */
export const fileOf = (address: string): string => join(testSite, new URL(address).pathname);

/** Width and height of a PNG, from its header (https://www.w3.org/TR/png-3/#11IHDR). */
export function pngSize(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** The files that a page offers to take along. */
export const downloads = ({ $ }: BuiltPage): string[] =>
  $('a[download]')
    .toArray()
    .map((element) => $(element).attr('href') ?? '');
