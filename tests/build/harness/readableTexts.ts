import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheerioAPI } from 'cheerio';
import { builtPages, type BuiltPage } from './builtPages.ts';

/** Something a person may read, and where. */
export interface ReadableText {
  /** Address within the site. */
  readonly path: string;
  readonly text: string;
}

/** Attributes that are read out, shown in a result list or set on a card. */
const spoken = ['alt', 'aria-label', 'aria-description', 'title', 'placeholder'];

/** Files that are texts: pictures with their words, tables, and what lies beside them. */
const files = '**/*.{svg,csv,md,json,cff,xml,txt}';

type Node = ReturnType<ReturnType<CheerioAPI>['contents']>[number];

/** Apart, so that the words of two elements that stand one below the other are not one word. */
function wordsIn(node: Node): string {
  const type: string = node.type;
  if (!('children' in node)) return type === 'text' ? node.data : '';
  return type === 'script' || type === 'style' ? '' : node.children.map(wordsIn).join(' ');
}

function ofPage({ $ }: BuiltPage): string {
  const head = $('title, meta[name="description"], meta[property^="og:"]')
    .toArray()
    .map((element) => $(element).attr('content') ?? $(element).text());
  const attributes = spoken.flatMap((name) =>
    $(`[${name}]`)
      .toArray()
      .map((element) => $(element).attr(name) ?? ''),
  );
  // Data for search engines is read too: by them, and printed beside the address.
  const data = $('script[type="application/ld+json"]').text();
  return [...head, ...attributes, data, ...$('body').toArray().map(wordsIn)].join('\n');
}

/**
 * Every text of a built site that somebody may read: pages with their descriptions, pictures, tables, data.
 * @param built its pages, where they are parsed already
 */
export function readableTexts(
  folder: string,
  built: readonly BuiltPage[] = builtPages(folder),
): readonly ReadableText[] {
  const pages = built.map((page) => ({ path: page.path, text: ofPage(page) }));
  const others = globSync(files, { cwd: folder }).map((name) => ({
    path: `/${name}`,
    // A title in a picture is broken into lines, each an element.
    text: readFileSync(join(folder, name), 'utf8').replace(name.endsWith('.svg') ? /<[^>]+>/g : /$^/, ' '),
  }));
  return [...pages, ...others].map(({ path, text }) => ({ path, text: text.replace(/\s+/g, ' ') }));
}
