import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** What a browser keeps for a site, as Playwright reads it off one page and gives it to another. */
export type Device = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface PageOptions {
  /** CSS pixels; 1280 unless told. A phone is 390. */
  width?: number;
  theme?: 'light' | 'dark';
  javaScript?: boolean;
  reducedMotion?: boolean;
  /** Where the pages send answers, when that is another origin. */
  database?: string;
  /** Whether it has a touch screen. */
  touch?: boolean;
  /** What lies on the device already: that of another page of the same person. */
  device?: Device;
  /** As under a contrast theme of Windows. https://www.w3.org/TR/css-color-adjust-1/#forced */
  forcedColors?: boolean;
  /** Console errors and exceptions this test provokes. Each must occur; any other fails the test. */
  expectedProblems?: readonly RegExp[];
}

function contextOptions(url: string, options: PageOptions): BrowserContextOptions {
  const width = options.width ?? 1280;
  return {
    baseURL: url.replace(/\/?$/, '/'),
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: options.theme ?? 'light',
    hasTouch: options.touch ?? false,
    javaScriptEnabled: options.javaScript ?? true,
    forcedColors: options.forcedColors === true ? 'active' : 'none',
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...(options.device !== undefined && { storageState: options.device }),
  };
}

/** Collects what a visitor would never see and a test must not overlook. */
function watch(page: Page, origins: readonly string[]): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`An exception nobody caught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error')
      problems.push(`An error on the console: ${message.text()} (${message.location().url})`);
  });
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && !origins.includes(url.origin))
      problems.push(`A request to another origin: ${url.href}`);
  });
  return problems;
}

/** The problems that were not expected, and the expectations that were not met. */
export function unexpected(problems: readonly string[], expected: readonly RegExp[]): string[] {
  return [
    ...problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
    ...expected
      .filter((pattern) => !problems.some((problem) => pattern.test(problem)))
      .map((pattern) => `This problem was expected and did not occur: ${String(pattern)}`),
  ];
}

/**
 * A page of its own, without memory of any other, closed when the test that asked for it ends. That test fails when
 * the page threw, wrote an error to the console or asked another origin for anything.
 *
 * @param url the site’s address: `page.goto('essays/')` starts there, and `page.goto('/essays/')` at its host
 */
export async function newPage(browser: Browser, url: string, options: PageOptions = {}): Promise<Page> {
  const context = await browser.newContext(contextOptions(url, options));
  const page = await context.newPage();
  const problems = watch(
    page,
    [url, options.database ?? url].map((one) => new URL(one).origin),
  );
  onTestFinished(async () => {
    await context.close();
    const found = unexpected(problems, options.expectedProblems ?? []);
    if (found.length > 0) throw new Error(found.join('\n'));
  });
  return page;
}
