import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { StartedServer } from '../../../scripts/server/startServer.ts';
import { testSite } from '../../build/harness/testSite.ts';
import { startMigrated } from '../../database/harness/migratedOnce.ts';
import { launchBrowser } from './launchBrowser.ts';
import { newPage, type PageOptions } from './newPage.ts';

/** The real server over a built site, that of the tests unless told otherwise, an empty database in a folder of its own, and a free port. */
export async function startSite(distDir = testSite): Promise<StartedServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'no-but-why-site-'));
  const server = await startMigrated({ port: 0, dataDir, distDir });
  return {
    ...server,
    close: async () => {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface Visits {
  browser: Browser;
  /** Call it inside a test: the page is closed, and what went wrong in it is reported, when that test ends. */
  newPage: (options?: PageOptions) => Promise<Page>;
}

/**
 * What a test file visits: a server and a browser, opened before its first test and closed after its last. What it returns is
 * filled in then, so read it inside tests and hooks.
 *
 * @param start starts the server: `startSite`, or one with what the tests of a room need besides
 */
export function openSite<Server extends Pick<StartedServer, 'url' | 'close'>>(
  start: () => Promise<Server>,
): Server & Visits {
  const site = { newPage: (options) => newPage(site.browser, site.url, options) } as Server & Visits;
  beforeAll(async () => {
    Object.assign(site, await start());
    site.browser = await launchBrowser();
  });
  afterAll(async () => {
    await site.browser.close();
    await site.close();
  });
  return site;
}
