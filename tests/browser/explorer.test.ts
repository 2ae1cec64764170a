import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { cuts } from '../../src/release/comparisons/cuts.ts';
import { testSite } from '../build/harness/testSite.ts';
import { faultsInBothThemes } from './harness/inBothThemes.ts';
import { intercept } from './harness/intercept.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { violations } from './harness/violations.ts';

const site = openSite(startSite);

const parts = (page: Page) => ({
  explorer: page.locator('[data-explorer]'),
  estimate: page.getByRole('combobox', { name: 'Figure' }),
  by: page.getByRole('combobox', { name: 'Groups' }),
  finding: page.locator('[data-explorer] .fig__title'),
  heard: page.locator('[data-heard]'),
  picture: page.locator('[data-explorer]').getByRole('img'),
  links: page.locator('[data-explorer] a[data-by]'),
});

/** Waits until the figure that was chosen last is there. */
const opened = (page: Page) =>
  page.locator('[data-explorer="open"] [data-figure][aria-busy="false"]').waitFor({ state: 'attached' });

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`/results/${search}#explore`);
  await opened(page);
}

/** The cells of a table, here or on a page of the built site. */
const cellsOf = (page: Page): Promise<string[][]> =>
  page
    .locator('[data-explorer] tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));

/** What the built page of a cut says, and its wide drawing. */
function ownPage(id: string) {
  const $ = load(readFileSync(join(testSite, 'charts', id, 'index.html'), 'utf8'));
  const rows = $('table.data').first().find('tr').toArray();
  const words = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element).text().trim());
  return {
    finding: $('h1').text(),
    asked: words('.fig__asked'),
    notes: words('.fig__note'),
    alt: $('.fig__plot svg.w').attr('aria-label'),
    marks: $('.fig__plot svg.w path').length,
    cells: rows.map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text().trim()),
    ),
  };
}

test('nothing of it is fetched before the reader comes near; then its script and one figure are', async () => {
  const page = await site.newPage();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const ours = () => fetched.filter((path) => /explore-|\/charts\/|\/fragments\//.test(path));
  await page.goto('/results/');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(ours()).toEqual([]);
  await parts(page).explorer.scrollIntoViewIfNeeded();
  await opened(page);
  expect(ours().map((path) => path.replace(/^.*\/(explore)-.*$/, '$1'))).toEqual([
    'explore',
    '/fragments/told-by-day/by/field4/',
  ]);
  expect(await parts(page).heard.textContent()).toBe('');
});

test('a choice changes figure, table, address and what is read out; Back and Forward go through the choices', async () => {
  const page = await site.newPage();
  await open(page);
  const { estimate, by, finding, heard, links, explorer } = parts(page);
  await expect(links.first().isVisible()).resolves.toBe(false);

  await estimate.selectOption('waiting');
  await by.selectOption({ label: 'By region' });
  const own = ownPage('waiting/by/region3');
  await expect.poll(() => finding.textContent()).toBe(own.finding);
  expect(await heard.textContent()).toContain(own.finding);
  expect(await cellsOf(page)).toEqual(own.cells);
  expect(new URL(page.url()).search).toBe('?estimate=waiting&by=region3');
  const link = page.getByRole('link', { name: 'This chart’s own page' });
  expect(await link.getAttribute('href')).toBe('/charts/waiting/by/region3/');
  expect(await explorer.getByRole('link', { name: 'Share on LinkedIn' }).getAttribute('href')).toContain(
    encodeURIComponent('https://nobutwhy.example/charts/waiting/by/region3/?from=linkedin'),
  );

  await page.goBack();
  await expect.poll(() => finding.textContent()).toBe(ownPage('waiting/by/field4').finding);
  expect(await by.inputValue()).toBe('field4');
  await page.goBack();
  await expect.poll(() => finding.textContent()).toBe(ownPage('told-by-day/by/field4').finding);
  expect(await estimate.inputValue()).toBe('told-by-day');
  await page.goForward();
  await expect.poll(() => finding.textContent()).toBe(ownPage('waiting/by/field4').finding);
  expect(await estimate.inputValue()).toBe('waiting');
});

test('how many groups are not shown is read out, because a picture shows it at a glance', async () => {
  const page = await site.newPage();
  await open(page, '?estimate=told-by-day&by=field4');
  const { estimate, heard, links } = parts(page);
  await estimate.selectOption('known-not-said');
  await opened(page);
  const blank = await links
    .and(page.locator('[data-estimate="known-not-said"][data-by="field4"]'))
    .getAttribute('data-blank');
  expect(blank).toMatch(/^[1-9] of 8$/);
  expect(await heard.textContent()).toContain(` ${blank} groups are not shown; the table says why.`);
});

test('an address that names a choice opens on it, with nothing read out, also where it lost its last part', async () => {
  const page = await site.newPage();
  await page.goto('/results/?estimate=promise&by=level3');
  await opened(page);
  const { estimate, by, finding, heard } = parts(page);
  expect(await finding.textContent()).toBe(ownPage('promise/by/level3').finding);
  expect([await estimate.inputValue(), await by.inputValue()]).toEqual(['promise', 'level3']);
  expect(await heard.textContent()).toBe('');
  // The page glides there.
  const into = () =>
    parts(page).explorer.evaluate((place) => place.getBoundingClientRect().top - innerHeight);
  await expect.poll(into).toBeLessThan(0);
});

test('groups by which a figure is not cut are no choice there; going to it keeps the groups where it can', async () => {
  const page = await site.newPage();
  await open(page, '?estimate=told-by-day&by=region3');
  const { estimate, by } = parts(page);
  await estimate.selectOption('waiting');
  expect(await by.inputValue()).toBe('region3');
  expect(await by.locator('option').allTextContents()).not.toContain('By how far people got');
  await estimate.selectOption('told-by-day');
  await by.selectOption({ label: 'By how far people got' });
  await estimate.selectOption('waiting');
  expect(await by.inputValue()).toBe('field4');
});

test('every figure by every groups it is cut by is the figure of its own page: words, drawing, numbers', async () => {
  const page = await site.newPage();
  await open(page);
  const { estimate, by, finding, picture, explorer } = parts(page);
  for (const {
    id,
    estimate: { slug },
    segment,
  } of cuts) {
    await estimate.selectOption(slug);
    await by.selectOption(segment.id);
    await opened(page);
    const own = ownPage(id);
    expect(await finding.textContent(), id).toBe(own.finding);
    expect(await explorer.locator('.fig__asked').allTextContents(), id).toEqual(own.asked);
    expect(await explorer.locator('.fig__note').allTextContents(), id).toEqual(own.notes);
    expect(await cellsOf(page), id).toEqual(own.cells);
    expect(await picture.getAttribute('aria-label'), id).toBe(own.alt);
    expect(await picture.locator('path').count(), id).toBe(own.marks);
  }
});

test('of two choices in quick succession the later is shown, also where the answer to the earlier comes after it', async () => {
  const page = await site.newPage();
  await open(page, '?estimate=told-by-day&by=region3');
  const { estimate, finding, heard } = parts(page);
  const held = Promise.withResolvers<undefined>();
  await page.route('**/fragments/promise/by/region3/', async (route) => {
    await held.promise;
    await route.continue();
  });
  const earlier = page.waitForResponse('**/fragments/promise/by/region3/');
  await estimate.selectOption('promise');
  await estimate.selectOption('waiting');
  const { finding: said } = ownPage('waiting/by/region3');
  await expect.poll(() => finding.textContent()).toBe(said);
  held.resolve(undefined);
  await (await earlier).finished();
  expect(await finding.textContent()).toBe(said);
  expect(await heard.textContent()).toContain(said);
});

test('by keyboard alone: to the lists, through them, to what can be shared, and past the table, which needs no stop', async () => {
  const page = await site.newPage();
  await open(page);
  const { estimate, by, finding, heard } = parts(page);
  const before = await page.evaluate(() => history.length);
  await page.locator('[data-explorer] h2').evaluate((heading) => {
    heading.tabIndex = -1;
    heading.focus();
  });
  await page.keyboard.press('Tab');
  await expect(estimate.evaluate((list) => list === document.activeElement)).resolves.toBe(true);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => finding.textContent()).toBe(ownPage('explanation-ladder/by/field4').finding);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  // A run through a closed list is one entry in the history.
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.keyboard.press('Tab');
  await expect(by.evaluate((list) => list === document.activeElement)).resolves.toBe(true);
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => history.length)).toBe(before + 2);
  const { finding: said } = ownPage('explanation-ladder/by/size3');
  await expect.poll(() => heard.textContent()).toContain(said);
  const stops: string[] = [];
  for (let i = 0; i < 14; i += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const at = document.activeElement;
        return at?.getAttribute('role') ?? at?.textContent.trim() ?? '';
      }),
    );
  }
  expect(stops).toEqual([
    'nobutwhy.example/charts/explanation-ladder/by/size3/',
    'Share on LinkedIn',
    'Bluesky',
    'Mastodon',
    'WhatsApp',
    'E-mail',
    'Copy link',
    'PNG',
    'SVG',
    'CSV',
    'Words to post with it',
    'Cite this chart',
    'Put this chart on your page',
    'This chart’s own page',
  ]);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('[data-explorer]').getByRole('button', { name: 'Copy link' }).press('Enter');
  await page.locator('[data-explorer] .share__said', { hasText: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '/charts/explanation-ladder/by/size3/?from=shared',
  );
});

test('no script of a fragment runs, and none is left in it', async () => {
  const page = await site.newPage();
  await page.route('**/fragments/told-by-day/by/field4/', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    const script = '<script>window.ran = true</script><script src="/ran.js"></script>';
    await route.fulfill({ response, body: body.replace('<div class="share">', `${script}$&`) });
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page);
  expect(await parts(page).explorer.locator('[data-figure] script').count()).toBe(0);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(asked.filter((url) => url.endsWith('ran.js'))).toEqual([]);
});

test('it follows its place from the wide drawing to the one for phones, also with letters twice as large', async () => {
  const page = await site.newPage({ width: 820 });
  await open(page, '?estimate=told-by-day&by=region3');
  const { picture } = parts(page);
  expect(await picture.getAttribute('class')).toBe('w');
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await picture.getAttribute('class')).toBe('n');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  // The width at which every page is held to type twice as large (results.test.ts).
  await page.setViewportSize({ width: 390, height: 800 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('where a figure does not load it says so and is links to the pages; trying again opens it', async () => {
  const page = await site.newPage({ expectedProblems: [/Failed to load resource/] });
  const mend = await intercept(page, '**/fragments/**', (route) => route.fulfill({ status: 503 }));
  await page.goto('/results/#explore');
  await page.locator('[data-explorer="failed"]').waitFor();
  await expect(page.getByText('The figures did not load here.').isVisible()).resolves.toBe(true);
  const { links, finding } = parts(page);
  expect(await links.first().isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
  mend();
  await page.getByRole('button', { name: 'Try again' }).click();
  await opened(page);
  expect(await finding.textContent()).toBe(ownPage('told-by-day/by/field4').finding);
  expect(await links.first().isVisible()).toBe(false);
});

test('a later figure that does not load takes the earlier one away, and another choice opens that', async () => {
  const page = await site.newPage({ expectedProblems: [/Failed to load resource/] });
  await open(page);
  const { estimate, finding } = parts(page);
  await page.route('**/fragments/waiting/**', (route) => route.abort());
  await estimate.selectOption('waiting');
  await page.locator('[data-explorer="failed"]').waitFor();
  expect(await finding.isVisible()).toBe(false);
  await estimate.selectOption('explanation-ladder');
  await opened(page);
  expect(await finding.textContent()).toBe(ownPage('explanation-ladder/by/field4').finding);
});

test('where its script does not load it is links to the pages; trying again opens it', async () => {
  const page = await site.newPage({ expectedProblems: [/Failed to load resource/] });
  await intercept(page, '**/_astro/explore-*', (route) => route.abort(), 1);
  await page.goto('/results/#explore');
  await page.locator('[data-explorer="failed"]').waitFor();
  const { links, estimate } = parts(page);
  expect(await links.first().isVisible()).toBe(true);
  expect(await estimate.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await opened(page);
  expect(await links.first().isVisible()).toBe(false);
});

test('a fragment without a figure is a defect, and is not called a lost connection', async () => {
  const page = await site.newPage({ expectedProblems: [/This page has no h3/] });
  await page.route('**/fragments/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
  );
  await page.goto('/results/#explore');
  await page.getByText('Something is wrong with this page').waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(false);
  expect(await parts(page).links.first().isVisible()).toBe(true);
});

test('without JavaScript it is links to the pages of every cut, and nothing to choose from', async () => {
  const page = await site.newPage({ javaScript: false });
  await page.goto('/results/?estimate=waiting&by=region3#explore');
  const { links, estimate } = parts(page);
  expect(await links.count()).toBe(cuts.length);
  expect(await estimate.isVisible()).toBe(false);
  await page
    .getByRole('link', { name: /^By region: / })
    .last()
    .click();
  await page.waitForURL('**/charts/known-not-said/by/region3/');
});

test('in both themes it has no accessibility violation, with bars of both sides or with blanks', async () => {
  const page = await site.newPage({ reducedMotion: true, width: 390 });
  await open(page);
  const { estimate, by } = parts(page);
  for (const [slug, segment] of [
    ['explanation-ladder', 'field4'],
    ['known-not-said', 'field4'],
  ] as const) {
    await estimate.selectOption(slug);
    await by.selectOption(segment);
    await opened(page);
    expect(await faultsInBothThemes(page, `explorer-${slug}`)).toEqual([]);
  }
});
