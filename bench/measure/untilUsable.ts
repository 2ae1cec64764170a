import type { Browser, Page } from 'playwright-core';

/** A slow phone on a slow network: what Lighthouse’s mobile profile stands for, applied for real (https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md). */
const network = {
  latency: 562.5,
  downloadThroughput: (1.44 * 1024 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const SLOWER = 4;

/** Milliseconds. A guard against hanging, and no measure. */
const PATIENCE = 120_000;

/** What a browser tells of how long a click took until the next paint, in steps of 8 ms, from 16 ms on (https://www.w3.org/TR/event-timing/). */
const SHORTEST = 16;

export interface Used {
  /** Milliseconds from asking for the page until it can be used. */
  readonly usable: number;
  /** Milliseconds of the slowest of the clicks. */
  readonly slowestClick: number;
}

/**
 * Opens a page as on a slow phone, waits until it can be used, and uses it.
 * @param usable matches something that can be seen as soon as its script is at work
 */
export async function untilUsable(
  browser: Browser,
  url: string,
  usable: string,
  use: (page: Page) => Promise<void>,
): Promise<Used> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...network });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript((shortest) => {
      const clicks: number[] = [];
      Object.assign(window, { clicks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) clicks.push(duration);
      }).observe({ type: 'event', durationThreshold: shortest, buffered: true } as PerformanceObserverInit);
    }, SHORTEST);
    await page.goto(url, { waitUntil: 'commit' });
    const found = await page.waitForFunction(
      (selector) => {
        const element = document.querySelector(selector);
        return element?.checkVisibility() === true ? performance.now() : false;
      },
      usable,
      { polling: 'raf' },
    );
    const milliseconds = await found.jsonValue();
    await use(page);
    // Entries are handed on after the paint that they wait for.
    await page.waitForTimeout(300);
    const clicks = await page.evaluate(() => (window as unknown as { clicks: number[] }).clicks);
    return { usable: Number(milliseconds), slowestClick: Math.max(SHORTEST, ...clicks) };
  } finally {
    await context.close();
  }
}
