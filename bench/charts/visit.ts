import type { Browser } from 'playwright-core';
import { openBrowser } from '../measure/browser.ts';
import { inTurn } from '../measure/rounds.ts';
import { serve, siteOf } from '../measure/serve.ts';
import { mainThread, type MainThread } from './mainThread.ts';
import { pageOfNothing, type ChartsPage } from './pages.ts';

/** A phone of the middle class beside this machine, as Lighthouse has it (https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md). */
const SLOWER = 4;

async function visit(browser: Browser, before: string, url: string, charts: number): Promise<MainThread> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  // From one page to another: what Chromium itself takes to begin is no page’s cost.
  await page.goto(before);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await page.goto(url);
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('svg, canvas')].filter((one) => one.checkVisibility()).length >= wanted,
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

/** Opens the pages in turn in a real Chromium, each from a server on this machine. */
export async function visitAll(
  rounds: number,
  pages: readonly ChartsPage[],
): Promise<ReadonlyMap<string, readonly MainThread[]>> {
  const before = await serve(siteOf(pageOfNothing().files));
  const served = await Promise.all(
    pages.map(async ({ name, files, charts }) => ({ name, charts, ...(await serve(siteOf(files))) })),
  );
  const browser = await openBrowser();
  try {
    return await inTurn(rounds, served, ({ origin, charts }) =>
      visit(browser, `${before.origin}/`, `${origin}/`, charts),
    );
  } finally {
    await browser.close();
    for (const { close } of [before, ...served]) await close();
  }
}
