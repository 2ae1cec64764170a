import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StartedServer } from '../../scripts/server/startServer.ts';
import { startMigrated } from '../database/harness/migratedOnce.ts';
import { brokenLinks } from '../build/harness/brokenLinks.ts';
import { sampleAsReal } from '../build/harness/sampleAsReal.ts';
import { copySite, type SiteCopy } from '../build/harness/siteCopy.ts';
import { runAstroBuild } from '../build/harness/testSite.ts';
import { launchBrowser } from './harness/launchBrowser.ts';
import { newPage, type PageOptions } from './harness/newPage.ts';
import { holdsOn, isHere, staticHosts } from './harness/staticHosts.ts';
import { turnedDown } from './survey/examples.ts';
import { submitted } from './survey/responses.ts';
import { answerAll, next, openSurvey, receiptShown } from './survey/surveyPage.ts';
import { moderatorOf } from './thread/moderator.ts';
import { openThread, sendAndArrive } from './thread/threadPage.ts';

/**
 * A site in a folder of its host, as GitHub Pages serves it at https://someone.github.io/why/, with a release and with a
 * project that is named by its address, as every hosted one is.
 */
const folder = '/why/';
const essay = 'essays/somebody-knows-what-goes-in-the-blank/';

let copy: SiteCopy;
let www: string;
let dist: string;
let server: StartedServer;
let browser: Browser;
/** With a slash at its end. */
let site: string;
beforeAll(async () => {
  copy = copySite();
  sampleAsReal(copy.folder);
  // As a host has it: the site in its folder.
  www = join(copy.folder, 'www');
  dist = join(www, folder);
  mkdirSync(dist, { recursive: true });
  // First, because the pages are built for its address.
  server = await startMigrated({ port: 0, dataDir: join(copy.folder, 'data'), distDir: dist, folder });
  site = server.url + folder;
  const { code, said } = await runAstroBuild(copy.folder, dist, {
    SITE_URL: site.slice(0, -1),
    PUBLIC_SUPABASE_URL: server.url,
    PUBLIC_SUPABASE_PUBLISHABLE_KEY: server.publishableKey,
  });
  if (code !== 0) throw new Error(`In a folder the site does not build:\n${said.slice(-4000)}`);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  copy.remove();
});

const open = (options?: PageOptions): Promise<Page> => newPage(browser, site, options);
const get = (address: string) => fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(30_000) });

test('every link of every page leads somewhere within the folder', () => {
  // Feeds come from the database, which only here is on the same host: the next test asks for them.
  const broken = brokenLinks(dist, site).filter((sentence) => !sentence.includes(`“${server.url}/rest/v1/`));
  expect(broken).toEqual([]);
});

test('every address that a page, feed, card, map or file names is in the folder or the database, and is served', async () => {
  const named = new Set<string>();
  for (const name of globSync('**/*.{html,xml,txt,json,svg,csv}', { cwd: dist })) {
    // Also as a part of another address, and as code that a page shows.
    const text = [
      ['%3A', ':'],
      ['%2F', '/'],
      ['%3F', '?'],
      ['%3D', '='],
      ['&quot;', '"'],
      ['&#34;', '"'],
      ['&amp;', '&'],
    ].reduce((so, [from = '', to = '']) => so.replaceAll(from, to), readFileSync(join(dist, name), 'utf8'));
    for (const [found] of text.matchAll(new RegExp(`(?<!site=)${server.url}[^\\s"'<>\\\\)};]*`, 'g')))
      named.add(found.replace(/#.*|[.,;]$/g, ''));
  }
  const database = [...named].filter((address) => address.startsWith(`${server.url}/rest/v1/rpc/`));
  const ours = [...named].filter((address) => address.startsWith(site));
  // The origin alone is what a page may connect to.
  expect([...named].filter((address) => ![...database, ...ours, server.url].includes(address))).toEqual([]);
  for (const kind of ['cards/', 'embed/', 'oembed/', 'charts/', 'data/', 'essays/', 'sitemap-'])
    expect(
      ours.some((address) => address.startsWith(site + kind)),
      kind,
    ).toBe(true);
  expect(database.length).toBeGreaterThan(10);
  const lost: string[] = [];
  for (const address of [...ours, ...database]) if ((await get(address)).status !== 200) lost.push(address);
  expect(lost).toEqual([]);
});

test('beside the folder there is only the way into it', async () => {
  for (const path of ['/', '/essays/', '/survey/job-seeker/']) {
    const { status, headers } = await get(server.url + path);
    expect([status, headers.get('location')], path).toEqual([302, folder]);
  }
  expect((await get(`${site}essays`)).headers.get('location')).toBe(`${folder}essays/`);
  const lost = await get(`${site}nowhere/`);
  expect(lost.status).toBe(404);
  expect(await lost.text()).toContain(`href="${folder}"`);
});

test('answers are stored, set beside the release, and seen again by their receipt', async () => {
  const page = await open();
  await openSurvey(page, 'job_seeker');
  await answerAll(page, turnedDown);
  await next(page);
  const code = await receiptShown(page);
  expect(await submitted(server)).toEqual({ job_seeker: 1, employer: 0 });
  const compared = page.locator('[data-compare-list] > li');
  await compared.first().waitFor();
  expect(await compared.locator('svg').count()).toBeGreaterThan(0);
  expect(await compared.locator('a[href^="/"]').first().getAttribute('href')).toMatch(/^\/why\/charts\//);
  await page.locator('[data-thanks] a[href$="/survey/receipt/"]').click();
  await page.locator('#code').fill(code);
  await page.locator('button[value=see]').click();
  await page.locator('[data-part=seen]:visible').waitFor();
});

test('a comment arrives, appears once it is approved, and the feed that the page names leads back to it', async () => {
  const page = await open();
  await openThread(page, essay);
  await sendAndArrive(page, 'Nobody told me why.');
  const cleo = await moderatorOf(server);
  await cleo.approveAll();
  const feed = await page
    .locator('link[rel=alternate][type="application/atom+xml"]')
    .first()
    .getAttribute('href');
  expect(feed).toContain(`${server.url}/rest/v1/rpc/comment_feed?`);
  const $ = load(await (await get(feed ?? '')).text(), { xml: true });
  const entry = $('entry > link').attr('href') ?? '';
  expect(entry.startsWith(`${site}${essay}?from=feed#comment-`)).toBe(true);
  const reader = await open();
  await reader.goto(entry);
  await reader.locator('[data-list] .c__text', { hasText: 'Nobody told me why.' }).waitFor();
});

test('figures by group, embeds and the page of moderators find what they fetch', async () => {
  const page = await open();
  await page.goto('results/#explore');
  await page.locator('[data-explorer="open"] [data-figure] svg').first().waitFor();
  await page.locator('[data-page]').click();
  await page.getByText('Put this chart on your page').click();
  const frame = page.frameLocator('.embedding__frame');
  await frame.locator('svg').first().waitFor();
  await page.goto('moderate/');
  await page.locator('[data-part=sign-in]:visible').waitFor();
});

test('the policy of a page holds in the folder: no text becomes markup, no script in it runs, nobody else is called (T17, T24)', async () => {
  const page = await open({
    expectedProblems: [/Content Security Policy/, /Trusted(HTML|Script)/, /rpc\/nothing/],
  });
  await page.goto('survey/job-seeker/');
  const tried = await page.evaluate(async (database) => {
    const isRefused = (error: unknown): string => (error instanceof TypeError ? 'refused' : String(error));
    const call = (address: string) => fetch(address).then(({ status }) => status, isRefused);
    const script = document.createElement('script');
    script.append(document.createTextNode('document.body.dataset.ran = "yes"'));
    document.body.append(script);
    let markup = 'taken';
    try {
      document.body.innerHTML = '<p>x</p>';
    } catch (error) {
      markup = isRefused(error);
    }
    return {
      markup,
      ran: document.body.dataset.ran ?? 'no',
      elsewhere: await call('https://elsewhere.example/'),
      database: await call(`${database}/rest/v1/rpc/nothing`),
    };
  }, server.url);
  // The database may be asked: what it answers to a name that it does not know is no matter of the policy.
  expect(tried).toEqual({
    markup: 'refused',
    ran: 'no',
    elsewhere: 'refused',
    database: expect.any(Number) as number,
  });
});

describe.each(staticHosts)('on a host that runs %s', (name) => {
  test.skipIf(!isHere(name))('every link leads somewhere, and an answer is stored', async () => {
    await holdsOn(name, browser, { www, folder, address: site, database: server });
  });
});
