import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { causes } from '../../src/components/page/causes.ts';
import { sqlClientOf, withClient } from '../../scripts/postgresql/client.ts';
import { folders } from '../../scripts/command/folders.ts';
import { applyMigrations } from '../../scripts/server/migrations.ts';
import type { StartedServer } from '../../scripts/server/startServer.ts';
import { startMigrated } from '../database/harness/migratedOnce.ts';
import { openHostedProject, type HostedProject } from '../database/harness/openHostedProject.ts';
import { runScript, type Printed } from '../database/harness/runScript.ts';
import { readSecret, totpAt } from '../database/harness/totp.ts';
import { brokenLinks } from '../build/harness/brokenLinks.ts';
import { sampleAsReal } from '../build/harness/sampleAsReal.ts';
import { copySite, type SiteCopy } from '../build/harness/siteCopy.ts';
import { runAstroBuild } from '../build/harness/testSite.ts';
import { launchBrowser } from './harness/launchBrowser.ts';
import { newPage, type PageOptions } from './harness/newPage.ts';
import { holdsOn, isHere, staticHosts } from './harness/staticHosts.ts';
import { alertOf, give, part, says } from './moderate/moderatorPage.ts';
import { unusedCode } from './receipt/storeResponse.ts';
import { turnedDown } from './survey/examples.ts';
import { submitted } from './survey/responses.ts';
import { answerAll, next, openSurvey, receiptShown } from './survey/surveyPage.ts';
import { openThread, sendAndArrive } from './thread/threadPage.ts';

/**
 * A site as docs/operate/launch.md leads to it: in a folder of its host, as GitHub Pages serves it at
 * https://someone.github.io/why/, with a release, and with a project on another origin, which runs PostgreSQL.
 */
const folder = '/why/';
const essay = 'essays/somebody-knows-what-goes-in-the-blank/';
const dora = 'dora@example.com';

/** The commands of an owner that do something to the project, as the page prints them, with whatever was printed to each. */
const commands = [
  ...readFileSync('docs/operate/launch.md', 'utf8').matchAll(
    /^npm run (settings|moderator|backup|doctor)(?: -- (.+))?$/gm,
  ),
].map(([line, script = '', words]) => ({
  line,
  script,
  args: words?.replace('YOU@EXAMPLE.ORG', dora).split(' ') ?? [],
}));
const printed = new Map<string, Printed>();
const making = 'npm run moderator -- YOU@EXAMPLE.ORG';

let copy: SiteCopy;
let www: string;
let dist: string;
/** Of the pages, as "npm start" is; its own database is asked nothing. */
let server: StartedServer;
let project: HostedProject;
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
  project = await openHostedProject();
  await withClient({ connectionString: project.databaseUrl }, (client) =>
    applyMigrations(sqlClientOf(client), folders.migrations),
  );
  // First, because the pages are built for its address.
  server = await startMigrated({ port: 0, dataDir: join(copy.folder, 'data'), distDir: dist, folder });
  site = server.url + folder;
  const settings = {
    SITE_URL: site.slice(0, -1),
    PUBLIC_SUPABASE_URL: project.url,
    PUBLIC_SUPABASE_PUBLISHABLE_KEY: project.publishableKey,
  };
  const [{ code, said }] = await Promise.all([runAstroBuild(copy.folder, dist, settings), launch(settings)]);
  if (code !== 0) throw new Error(`In a folder the site does not build:\n${said.slice(-4000)}`);
  browser = await launchBrowser();
});
afterAll(async () => {
  // First, because the hook before may have failed at what the others are: a PostgreSQL would outlive this process.
  await project.close();
  await browser.close();
  await server.close();
  copy.remove();
});

/** Runs what launch.md prints, one command after another. */
async function launch(settings: Readonly<Record<string, string>>): Promise<void> {
  const environment = {
    ...settings,
    SUPABASE_SECRET_KEY: project.secretKey,
    SUPABASE_DB_URL: project.databaseUrl,
    NBW_BACKUPS: join(copy.folder, 'backups'),
  };
  for (const { line, script, args } of commands)
    printed.set(line, await runScript(script, args, environment));
}

const open = (options?: PageOptions): Promise<Page> =>
  newPage(browser, site, { ...options, database: project.url });
const get = (address: string) => fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(30_000) });

test('the commands of launch.md set up a project in which the doctor finds nothing but what this machine lacks', () => {
  const { 'npm run doctor': doctor, ...others } = Object.fromEntries(printed);
  expect(Object.values(others).map(({ code, err }) => ({ code, err }))).toEqual(
    Array.from({ length: 5 }, () => ({ code: 0, err: '' })),
  );
  const lines =
    doctor?.out.split('\n').map((line) => /^(ok|to do|not seen) +(.+?)  /.exec(line)?.slice(1)) ?? [];
  const ofProject = lines.slice(lines.findIndex((line) => line?.[1] === 'Database version'));
  expect(ofProject.length).toBeGreaterThan(9);
  expect(ofProject.filter((line) => line !== undefined && line[0] !== 'ok')).toEqual([
    ['to do', 'Maintenance'],
  ]);
});

test('every link of every page leads somewhere within the folder', () => {
  expect(brokenLinks(dist, site)).toEqual([]);
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
    for (const [found] of text.matchAll(
      new RegExp(`(?<!site=)(?:${server.url}|${project.url})[^\\s"'<>\\\\)};]*`, 'g'),
    ))
      named.add(found.replace(/#.*|[.,;]$/g, ''));
  }
  const database = [...named].filter((address) => address.startsWith(`${project.url}/rest/v1/rpc/`));
  const ours = [...named].filter((address) => address.startsWith(site));
  // The origin alone is what a page may connect to.
  expect([...named].filter((address) => ![...database, ...ours, project.url].includes(address))).toEqual([]);
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
  expect(await submitted(project)).toEqual({ job_seeker: 1, employer: 0 });
  const compared = page.locator('[data-compare-list] > li');
  await compared.first().waitFor();
  expect(await compared.locator('svg').count()).toBeGreaterThan(0);
  expect(await compared.locator('a[href^="/"]').first().getAttribute('href')).toMatch(/^\/why\/charts\//);
  await page.locator('[data-thanks] a[href$="/survey/receipt/"]').click();
  await page.locator('#code').fill(code);
  await page.locator('button[value=see]').click();
  await page.locator('[data-part=seen]:visible').waitFor();
});

test('a database that cannot be reached is called that, beside what may stop the page on this device', async () => {
  const page = await open({ expectedProblems: [/Failed to load resource/] });
  await page.goto('survey/receipt/');
  await page.locator('button[value=see]:enabled').waitFor();
  await page.route(`${project.url}/**`, (route) => route.abort('connectionrefused'));
  await page.locator('#code').fill(unusedCode());
  await page.locator('button[value=see]').click();
  await page.locator('[data-alert]').filter({ hasText: causes.silent }).waitFor();

  // The policy of this one is narrower.
  const moderator = await open({ expectedProblems: [/Failed to load resource/] });
  await moderator.goto('moderate/');
  await part(moderator, 'sign-in').waitFor();
  await moderator.route(`${project.url}/**`, (route) => route.abort('connectionrefused'));
  await give(moderator, { email: dora, password: 'any' });
  expect(await alertOf(moderator)).toContain(causes.silent);
});

test('a comment arrives, appears once a moderator with a second factor has approved it, and the feed that the page names leads back to it', async () => {
  const page = await open();
  await openThread(page, essay);
  await sendAndArrive(page, 'Nobody told me why.');
  // The password alone opens nothing.
  const moderator = await open({ expectedProblems: [/status of 403 .*moderation_queue/] });
  const [, password = ''] = /: ([0-9A-Z-]{23})$/m.exec(printed.get(making)?.out ?? '') ?? [];
  await moderator.goto('moderate/');
  await give(moderator, { email: dora, password });
  await moderator.getByRole('button', { name: 'Set it up' }).click();
  const secret = readSecret(await moderator.locator('[data-secret]:visible').innerText());
  await moderator.locator('#code').fill(totpAt(secret, Date.now() / 1000));
  await moderator.keyboard.press('Enter');
  await part(moderator, 'queue').getByText('Nobody told me why.').waitFor();
  await moderator.getByRole('button', { name: 'Approve', exact: true }).click();
  await says(moderator, 'Approved.');
  const feed = await page
    .locator('link[rel=alternate][type="application/atom+xml"]')
    .first()
    .getAttribute('href');
  expect(feed).toContain(`${project.url}/rest/v1/rpc/comment_feed?`);
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
  }, project.url);
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
    await holdsOn(name, browser, { www, folder, address: site, database: project, answersPreflights: true });
  });
});
