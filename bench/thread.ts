import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { openBrowser } from './measure/browser.ts';
import { bundle } from './measure/bundle.ts';
import { print } from './measure/rounds.ts';
import { longestEssay, serveOurs } from './measure/site.ts';
import type { Found, Section } from './page/section.ts';

interface Weight {
  readonly name: string;
  readonly scripts: number;
  /** HTML and CSS. */
  readonly page: number;
}

const compressed = (text: string | Uint8Array): number => brotliCompressSync(text).length;

/**
 * What a page is lighter by without its discussion: without its part of the HTML, the script beside it, and every rule that names a
 * class which stands nowhere else.
 */
async function weighInPage(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(url);
  const { whole, rest } = await page.evaluate(() => {
    const section = document.querySelector('#discussion');
    if (section === null) throw new Error('This page has no discussion.');
    const classesIn = (elements: Iterable<Element>): string[] =>
      [...elements].flatMap((element) => [
        ...element.classList,
        ...(element instanceof HTMLTemplateElement ? classesIn(element.content.querySelectorAll('*')) : []),
      ]);
    const all = [...document.querySelectorAll('*')];
    const own = new Set(classesIn(all.filter((element) => section.contains(element))));
    for (const name of classesIn(all.filter((element) => !section.contains(element)))) own.delete(name);

    const sheets = [...document.styleSheets];
    const styles = () =>
      sheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('');
    const cut = (group: CSSStyleSheet | CSSGroupingRule): void => {
      for (let i = group.cssRules.length - 1; i >= 0; i -= 1) {
        const rule = group.cssRules[i];
        if (rule instanceof CSSGroupingRule) cut(rule);
        else if (
          rule instanceof CSSStyleRule &&
          [...rule.selectorText.matchAll(/\.([\w-]+)/g)].some(([, name = '']) => own.has(name))
        )
          group.deleteRule(i);
      }
    };
    const before = styles();
    sheets.forEach(cut);
    const after = styles();

    for (const style of document.querySelectorAll('style')) style.remove();
    const html = document.documentElement.outerHTML;
    if (section.nextElementSibling?.localName === 'script') section.nextElementSibling.remove();
    section.remove();
    return { whole: html + before, rest: document.documentElement.outerHTML + after };
  });
  await page.close();
  return compressed(whole) - compressed(rest);
}

/** What a reader who comes to the discussion of an essay loads then, and who writes a comment, as Chromium receives it. */
async function weighOurs(): Promise<readonly Weight[]> {
  const { origin, close } = await serveOurs();
  const browser = await openBrowser();
  try {
    const url = origin + longestEssay();
    const inPage = await weighInPage(browser, url);
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.url().endsWith('.js'))
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    const loaded = async (name: string): Promise<Weight> => {
      const bytes = await Promise.all(sizes);
      if (bytes.length === 0) throw new Error('The discussion loaded no script.');
      return { name, scripts: bytes.reduce((sum, size) => sum + size, 0), page: inPage };
    };
    const read = page.waitForResponse(/read_thread/);
    await page.locator('#discussion').scrollIntoViewIfNeeded();
    await read;
    const toRead = await loaded('ours, to read');
    await page.locator('#write-text').fill('A comment that was made for a measurement and says nothing.');
    await page.locator('[data-write-send]').click();
    await page.locator('.c--own > .c__note', { hasText: 'Waiting to be read' }).waitFor();
    return [toRead, await loaded('ours, to read and write')];
  } finally {
    await browser.close();
    await close();
  }
}

/** A peer’s script and style sheet, as Vite bundles them from its package. */
async function weighPeer(name: string, entry: string): Promise<Weight> {
  const { files } = await bundle(`peers/thread/${entry}`);
  const of = (ending: string) =>
    [...files].reduce((sum, [path, file]) => sum + (path.endsWith(ending) ? compressed(file) : 0), 0);
  return { name, scripts: of('.js'), page: of('.css') };
}

async function measure(): Promise<Found> {
  const weights = [
    ...(await weighOurs()),
    await weighPeer('Artalk, its lite build, to read and write', 'artalkLite.js'),
  ];
  return {
    rounds: 'bytes, which every run finds again',
    tables: [
      [
        ['A discussion', 'JavaScript kB', 'HTML and CSS kB'],
        ...weights.map(({ name, scripts, page }) => [name, print.kilobytes(scripts), print.kilobytes(page)]),
      ],
    ],
    targets: [],
  };
}

export const thread: Section = {
  title: 'The discussion’s script',
  about: `What a discussion under an essay costs a browser, brotli: all the script that ours fetches when a reader comes near, and then until a first
comment is sent, beside the lightest build of Artalk, which reads and writes, bundled by Vite. Ours has its HTML and CSS in the page: what that would be
lighter by without them. Artalk makes its HTML with its script. Remark42 and Isso, which are nearer to ours, are not published on npm and were left out.`,
  minutes: 1,
  measure,
};
