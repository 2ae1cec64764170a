import { brotliCompressSync } from 'node:zlib';
import { openBrowser } from './measure/browser.ts';
import { bundle } from './measure/bundle.ts';
import { print } from './measure/rounds.ts';
import { longestEssay, serveOurs } from './measure/site.ts';
import type { Found, Section } from './page/section.ts';

interface Weight {
  readonly name: string;
  readonly scripts: number;
  /** Null where it is in the page already. */
  readonly styles: number | null;
}

/** What a reader who comes to the discussion of an essay loads then, as Chromium receives it. */
async function weighOurs(): Promise<Weight> {
  const { origin, close } = await serveOurs();
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(origin + longestEssay(), { waitUntil: 'networkidle' });
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    const read = page.waitForResponse(/read_thread/);
    await page.locator('#discussion').scrollIntoViewIfNeeded();
    await read;
    const bytes = await Promise.all(sizes);
    if (bytes.length === 0) throw new Error('The discussion loaded no script.');
    return { name: 'ours', scripts: bytes.reduce((sum, size) => sum + size, 0), styles: null };
  } finally {
    await browser.close();
    await close();
  }
}

/** A peer’s script and style sheet, as Vite bundles them from its package. */
async function weighPeer(name: string, entry: string): Promise<Weight> {
  const { files } = await bundle(`peers/thread/${entry}`);
  const of = (ending: string) =>
    [...files].reduce(
      (sum, [path, file]) => sum + (path.endsWith(ending) ? brotliCompressSync(file).length : 0),
      0,
    );
  return { name, scripts: of('.js'), styles: of('.css') };
}

async function measure(): Promise<Found> {
  const weights = [await weighOurs(), await weighPeer('Artalk, its lite build', 'artalkLite.js')];
  return {
    rounds: 'bytes, which every run finds again',
    tables: [
      [
        ['To read a discussion', 'JavaScript kB', 'CSS kB'],
        ...weights.map(({ name, scripts, styles }) => [
          name,
          print.kilobytes(scripts),
          styles === null ? 'in the page' : print.kilobytes(styles),
        ]),
      ],
    ],
    targets: [],
  };
}

export const thread: Section = {
  title: 'The discussion’s script',
  about: `What a browser loads to show the discussion under an essay, brotli: all that ours fetches when a reader comes near, beside the lightest build
of Artalk, bundled by Vite. Remark42 and Isso, which are nearer to ours, are not published on npm and were left out.`,
  minutes: 1,
  measure,
};
