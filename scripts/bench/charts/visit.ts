import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { chromium as driver, type Browser } from 'playwright-core';
import { findChromium } from '../../findChromium.ts';
import { closeServer, listen, loopback } from '../../server/listen.ts';
import { median } from '../median.ts';
import { mainThread, type MainThread } from './mainThread.ts';
import { pageOfNothing, type ChartsPage } from './pages.ts';

/** Visits of each page, taken in turn, so that whatever else the machine does meets all. */
const VISITS = 9;

/** A phone of the middle class beside this machine, as Lighthouse has it (https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md). */
const SLOWER = 4;

/** What a page costs to open; the main thread’s own time, medians. */
export interface Cost extends MainThread {
  readonly name: string;
  /** Bytes on the wire, brotli. */
  readonly bytes: number;
  /** Of those, JavaScript. */
  readonly scriptBytes: number;
}

async function visit(browser: Browser, origin: string, path: string, charts: number): Promise<MainThread> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  // From one page of a site to another: what Chromium itself takes to begin is no page’s cost.
  await page.goto(`${origin}/`);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await page.goto(origin + path);
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('svg, canvas')].filter((one) => one.checkVisibility()).length === wanted,
    charts,
  );
  // Two frames on, what was drawn has been painted.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const found = mainThread(await browser.stopTracing());
  await context.close();
  return found;
}

interface Served {
  readonly type: string;
  readonly body: Buffer;
}

async function serve(files: ReadonlyMap<string, Served>) {
  const server = createServer((request, response) => {
    const found = files.get(request.url ?? '');
    if (found === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': found.type, 'content-encoding': 'br' }).end(found.body);
  });
  return { origin: `http://${loopback}:${await listen(server, 0)}`, close: () => closeServer(server) };
}

/** Opens the pages in turn in a real Chromium, from a server on this machine. */
export async function visitAll(pages: readonly ChartsPage[]): Promise<readonly Cost[]> {
  const files = new Map<string, Served>([
    ['/', { type: 'text/html', body: brotliCompressSync(pageOfNothing().html) }],
  ]);
  const weighed = pages.map(({ name, html, script, charts }, i) => {
    const body = brotliCompressSync(html);
    files.set(`/${i}`, { type: 'text/html', body });
    const code = script === null ? null : brotliCompressSync(script);
    if (code !== null) files.set('/charts.js', { type: 'text/javascript', body: code });
    const scriptBytes = code?.length ?? 0;
    return { name, charts, path: `/${i}`, bytes: body.length + scriptBytes, scriptBytes };
  });
  const { origin, close } = await serve(files);
  const { executablePath, environment } = findChromium();
  const browser = await driver.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...environment },
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const visits: MainThread[][] = pages.map(() => []);
    for (let round = 0; round <= VISITS; round++)
      for (const [i, { path, charts }] of weighed.entries()) {
        const found = await visit(browser, origin, path, charts);
        // The first visit of each warms the browser up.
        if (round > 0) visits[i]?.push(found);
      }
    return weighed.map(({ name, bytes, scriptBytes }, i) => {
      const middle = (key: keyof MainThread) => median((visits[i] ?? []).map((one) => one[key]));
      return { name, bytes, scriptBytes, all: middle('all'), longestTask: middle('longestTask') };
    });
  } finally {
    await browser.close();
    await close();
  }
}
