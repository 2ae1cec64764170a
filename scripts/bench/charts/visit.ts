import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { chromium as driver, type Browser } from 'playwright-core';
import { findChromium } from '../../../tests/browser/harness/chromium.ts';
import { closeServer } from '../../server/closeServer.ts';
import { listen, loopback } from '../../server/listen.ts';
import { median } from '../median.ts';
import type { ChartsPage } from './pages.ts';

/** Visits of each page, taken in turn, so that whatever else the machine does meets both. */
const VISITS = 9;

/** A phone of the middle class beside this machine, as Lighthouse has it (https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md). */
const SLOWER = 4;

/** What a page costs whoever opens it. */
export interface Cost {
  readonly name: string;
  /** Bytes on the wire, brotli. */
  readonly bytes: number;
  /** Of those, JavaScript. */
  readonly scriptBytes: number;
  /** Milliseconds of the main thread, and of those in scripts. */
  readonly thread: number;
  readonly script: number;
  /** The longest task, milliseconds; nought when none took 50 or more. */
  readonly longTask: number;
}

type Times = Pick<Cost, 'thread' | 'script' | 'longTask'>;

async function visit(browser: Browser, address: string, charts: number): Promise<Times> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { longTasks: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(address);
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('svg, canvas')].filter((one) => one.checkVisibility()).length === wanted,
    charts,
  );
  // Two frames on, what was drawn has been painted.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const longTasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  const { metrics } = await devtools.send('Performance.getMetrics');
  const milliseconds = (metric: string): number => {
    const found = metrics.find(({ name }) => name === metric);
    if (found === undefined) throw new Error(`This Chromium does not measure ${metric}.`);
    return found.value * 1000;
  };
  await context.close();
  return {
    thread: milliseconds('TaskDuration'),
    script: milliseconds('ScriptDuration'),
    longTask: Math.max(0, ...longTasks),
  };
}

/** Opens both pages in turn in a real Chromium, from a server on this machine. */
export async function visitAll(pages: readonly ChartsPage[], charts: number): Promise<readonly Cost[]> {
  const bodies = new Map<string, { readonly type: string; readonly body: Buffer }>();
  for (const [i, { html, script }] of pages.entries()) {
    bodies.set(`/${i}`, { type: 'text/html', body: brotliCompressSync(html) });
    if (script !== null)
      bodies.set('/charts.js', { type: 'text/javascript', body: brotliCompressSync(script) });
  }
  const server = createServer((request, response) => {
    const found = bodies.get(request.url ?? '');
    if (found === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': found.type, 'content-encoding': 'br' }).end(found.body);
  });
  const port = await listen(server, 0);
  const { executablePath, environment } = findChromium();
  const browser = await driver.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...environment },
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const times: Times[][] = pages.map(() => []);
    for (let round = 0; round <= VISITS; round++)
      for (const [i] of pages.entries()) {
        const found = await visit(browser, `http://${loopback}:${port}/${i}`, charts);
        // The first visit of each warms the browser up.
        if (round > 0) times[i]?.push(found);
      }
    return pages.map(({ name, script }, i) => {
      const middle = (key: keyof Times) => median((times[i] ?? []).map((one) => one[key]));
      const scriptBytes = script === null ? 0 : (bodies.get('/charts.js')?.body.length ?? 0);
      const bytes = (bodies.get(`/${i}`)?.body.length ?? 0) + scriptBytes;
      return {
        name,
        bytes,
        scriptBytes,
        thread: middle('thread'),
        script: middle('script'),
        longTask: middle('longTask'),
      };
    });
  } finally {
    await browser.close();
    await closeServer(server);
  }
}
