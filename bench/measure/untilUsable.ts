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

/** What a click does: it answers a question, or shows the next one. */
type Kind = 'answer' | 'next';

/** Uses a page. What it wraps in `timed` is one click that counts; a page may need others. */
export type Use = (
  page: Page,
  timed: (kind: Kind, click: () => Promise<void>) => Promise<void>,
) => Promise<void>;

export interface Used {
  /** Milliseconds from asking for the page until it can be used. */
  readonly usable: number;
  /** Milliseconds of the slowest click of a kind; null where there is none of it. */
  readonly slowest: Readonly<Record<Kind, number | null>>;
}

/**
 * Opens a page as on a slow phone, waits until it can be used, and uses it.
 * @param usable matches something that can be seen as soon as its script is at work
 */
export async function untilUsable(browser: Browser, url: string, usable: string, use: Use): Promise<Used> {
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
      const events: { at: number; duration: number }[] = [];
      Object.assign(window, { events });
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) events.push({ at: startTime, duration });
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
    const clicks: { kind: Kind; from: number; to: number }[] = [];
    const now = () => page.evaluate(() => performance.now());
    await use(page, async (kind, click) => {
      const from = await now();
      await click();
      clicks.push({ kind, from, to: await now() });
    });
    // Entries are handed on after the paint that they wait for.
    await page.waitForTimeout(300);
    const events = await page.evaluate(
      () => (window as unknown as { events: { at: number; duration: number }[] }).events,
    );
    const slowest = (kind: Kind): number | null => {
      const own = clicks.filter((click) => click.kind === kind);
      const during = events.filter(({ at }) => own.some(({ from, to }) => from <= at && at <= to));
      return own.length === 0 ? null : Math.max(SHORTEST, ...during.map(({ duration }) => duration));
    };
    return { usable: Number(milliseconds), slowest: { answer: slowest('answer'), next: slowest('next') } };
  } finally {
    await context.close();
  }
}
