import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startServer, type StartedServer } from '../../../scripts/server/startServer.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { copyOfFirstVersion } from '../../build/harness/fieldedProject.ts';
import { runAstroBuild, testSite } from '../../build/harness/testSite.ts';
import { openPglite } from '../../database/harness/openPglite.ts';
import { writePgliteTemplate } from '../../database/harness/pgliteTemplate.ts';
import { ofFirstVersion, ofSecondVersion, rehearse } from '../../database/harness/rehearsal.ts';
import { callOverHttp } from '../../database/harness/sendOverHttp.ts';
import { firstVersion } from '../../examples/firstVersion.ts';
import type { Device } from '../harness/newPage.ts';

async function build(from: string, to: string): Promise<void> {
  const { code, said } = await runAstroBuild(from, to);
  if (code !== 0)
    throw new Error(
      `With another version of the questionnaire the site does not build:\n${said.slice(-4000)}`,
    );
}

/** The releases of the rehearsal, in the copy of the project that they were made with, and their ids. */
async function releasesOfBoth(template: string, migrations: string) {
  await writePgliteTemplate(template, 'explicit grants', migrations);
  const database = await openPglite(template);
  const rehearsal = await rehearse(database);
  await rehearsal.arrive(ofFirstVersion(250));
  await rehearsal.pass(10);
  const first = await rehearsal.release();
  await rehearsal.change();
  await rehearsal.arrive([...ofFirstVersion(15), ...ofSecondVersion(120)]);
  await rehearsal.pass(30);
  const releases = [first, await rehearsal.release('--again')] as const;
  await database.close();
  return { rehearsal, releases };
}

/**
 * A site whose questions change while people are in the middle: the first version is served, until `change` serves the second
 * at the same address and on the same database, with the releases of the rehearsal.
 */
export async function openChangingSite(browser: Browser) {
  const folder = mkdtempSync(join(tmpdir(), 'no-but-why-versions-'));
  const inside = (name: string) => join(folder, name);
  const [dist, dataDir, migrations] = [inside('dist'), inside('data'), inside('migrations')] as const;

  const origin = copyOfFirstVersion();
  cpSync(join(origin.folder, 'supabase/migrations'), migrations, { recursive: true });
  // Until this project has fielded another, the site of the tests is that of the first version.
  const isNow = isDeepStrictEqual(firstVersion, questionnaire);
  if (!isNow) await build(origin.folder, inside('first'));
  origin.remove();

  let server: StartedServer | undefined = await startServer({
    port: 0,
    dataDir,
    distDir: isNow ? testSite : inside('first'),
    migrationsDir: migrations,
  });
  const { url, secretKey } = server;
  await callOverHttp({ url, publishableKey: secretKey }, 'change_settings', {
    ...{ minimum_seconds: '0', pow_cost: '1', pow_counters: '1' },
    ...{ response_limit: '1000', challenge_limit: '1000', receipt_limit: '1000' },
  });

  async function stop(): Promise<void> {
    await server?.close();
    server = undefined;
  }

  /** Somebody on the site as it is now. */
  async function visit(work: (page: Page) => Promise<void>): Promise<BrowserContext> {
    const context = await browser.newContext({ baseURL: url, locale: 'en-GB', timezoneId: 'UTC' });
    await work(await context.newPage());
    return context;
  }

  const made = await releasesOfBoth(inside('template'), migrations);
  const { rehearsal } = made;
  return {
    ...made,
    url,
    dist,
    dataDir,
    visit,
    /** The same, who leaves. @returns what is on the device then */
    leave: async (work: (page: Page) => Promise<void>): Promise<Device> => {
      const context = await visit(async (page) => {
        await work(page);
        // What was changed last is written when a page goes.
        await page.goto('about:blank');
      });
      const device = await context.storageState({ indexedDB: true });
      await context.close();
      return device;
    },
    change: async (): Promise<void> => {
      await build(rehearsal.folder, dist);
      await stop();
      server = await startServer({
        port: Number(new URL(url).port),
        dataDir,
        distDir: dist,
        migrationsDir: join(rehearsal.folder, 'supabase/migrations'),
      });
    },
    /** Stops serving; what was stored can be read then. */
    stop,
    remove: async (): Promise<void> => {
      await stop();
      rehearsal.close();
      rmSync(folder, { recursive: true });
    },
  };
}
