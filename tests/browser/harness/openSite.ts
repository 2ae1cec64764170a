import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { testSite } from '../../build/harness/testSite.ts';
import { startMigrated } from '../../database/harness/migratedOnce.ts';
import { launchBrowser } from './launchBrowser.ts';
import { newPage, type PageOptions } from './newPage.ts';

export interface Site {
  /** Such as `http://localhost:40213`, without a slash at the end. */
  url: string;
  secretKey: string;
  publishableKey: string;
  browser: Browser;
  /** Call it inside a test: the page is closed, and what went wrong in it is reported, when that test ends. */
  newPage: (options?: PageOptions) => Promise<Page>;
  close: () => Promise<void>;
}

/** The real server over a built site, that of the tests unless told otherwise, an empty database in a folder of its own, a free port, and a browser. */
export async function openSite(distDir = testSite): Promise<Site> {
  const dataDir = await mkdtemp(join(tmpdir(), 'no-but-why-site-'));
  const server = await startMigrated({ port: 0, dataDir, distDir });
  const url = server.url.replace(/\/$/, '');
  const browser = await launchBrowser();
  return {
    url,
    secretKey: server.secretKey,
    publishableKey: server.publishableKey,
    browser,
    newPage: (options) => newPage(browser, url, options),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
