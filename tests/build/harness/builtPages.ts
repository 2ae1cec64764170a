import { load, type CheerioAPI } from 'cheerio';
import { globSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';

export interface BuiltPage {
  /** Address within the site, such as `/essays/why/` or `/404.html`. */
  path: string;
  file: string;
  /** The document, asked with CSS selectors: `page.$('meta[property="og:title"]').attr('content')`. */
  $: CheerioAPI;
}

/**
 * Every HTML page of a built site, parsed as a browser parses it once somebody asks; what is in `fragments` is part of a page,
 * and none itself.
 * Throws when there is none.
 */
export function builtPages(folder: string): BuiltPage[] {
  const files = globSync('**/*.html', { cwd: folder })
    .filter((name) => !name.startsWith('fragments'))
    .sort();
  if (files.length === 0) throw new Error(`There is no page in ${folder}: build the site first.`);
  return files.map((name) => {
    const file = resolve(folder, name);
    const path = `/${name.split(sep).join('/')}`.replace(/(^|\/)index\.html$/, '$1');
    let parsed: CheerioAPI | undefined;
    return {
      path,
      file,
      get $() {
        return (parsed ??= load(readFileSync(file, 'utf8')));
      },
    };
  });
}
