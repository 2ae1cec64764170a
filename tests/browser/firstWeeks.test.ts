import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../build/harness/siteCopy.ts';
import { runAstroBuild } from '../build/harness/testSite.ts';
import { holdsOn, isHere, staticHosts } from './harness/staticHosts.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
import { colourRules, violations } from './harness/violations.ts';
import { withoutSandbox } from './harness/withoutSandbox.ts';

// A public build leaves the sample out, so that this site is one before its first release.
const address = 'https://nobutwhy.example/';
let copy: SiteCopy;
let dist: string;
beforeAll(() => {
  copy = copySite();
  dist = join(copy.folder, 'dist');
  mkdirSync(dist);
});
afterAll(() => {
  copy.remove();
});
// Before the build, because the pages name its database.
const site = openSite(() => startSite(dist));
beforeAll(async () => {
  const { code, said } = await runAstroBuild(copy.folder, dist, {
    SITE_URL: address,
    PUBLIC_SUPABASE_URL: site.url,
  });
  if (code !== 0) throw new Error(`A public site does not build:\n${said.slice(-4000)}`);
});

/** One chart of each form, a cut, and an embed. */
const paths = [
  '/charts/explanation-ladder/',
  '/charts/told-by-day/',
  '/charts/hours/',
  '/charts/clarity/',
  '/charts/most-useful/',
  '/charts/told-by-stage/',
  '/charts/who-answered/',
  '/charts/asking/by/field4/',
  '/embed/most-useful/',
];

describe.each(paths)('before the first release, %s', (path) => {
  test('has no accessibility violation in the light, none of colour in the dark, and fits a phone of 320 pixels', async () => {
    const page = await site.newPage({ theme: 'light', width: 390 });
    await withoutSandbox(page);
    await page.goto(path);
    expect.soft(await violations(page), 'in the light').toEqual([]);
    await picture(page, path.replaceAll('/', '-'));
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await violations(page, colourRules), 'in the dark').toEqual([]);
    await page.setViewportSize({ width: 320, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test('from an empty chart to the first question in two steps', async () => {
  const page = await site.newPage({ width: 390 });
  await page.goto('/charts/explanation-ladder/');
  await page
    .getByRole('link', { name: /^Add yours, about \d+ minutes$/ })
    .first()
    .click();
  await page.waitForURL(/\/survey\/job-seeker\/\?from=chart$/);
});

describe.each(staticHosts)('on a host that runs %s', (name) => {
  test.skipIf(!isHere(name))('every link leads somewhere, and an answer is stored', async () => {
    await holdsOn(name, site.browser, {
      www: dist,
      folder: '/',
      address,
      database: site,
      answersPreflights: false,
    });
  });
});
