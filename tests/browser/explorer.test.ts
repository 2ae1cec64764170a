import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cuts } from '../../src/figures/cuts/cuts.ts';
import { testSite } from '../build/harness/testSite.ts';
import { openSite, type Site } from './harness/openSite.ts';
import { violations } from './harness/violations.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const parts = (page: Page) => ({
  explorer: page.locator('[data-explorer]'),
  estimate: page.getByRole('combobox', { name: 'Figure' }),
  by: page.getByRole('combobox', { name: 'Groups' }),
  finding: page.locator('[data-explorer] .fig__title'),
  heard: page.locator('[data-heard]'),
  table: page.getByRole('region', { name: /with counts and small-numbers ranges/ }),
  links: page.locator('[data-explorer] a[data-cut]'),
});

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`/results/${search}#explore`);
  await page.locator('[data-explorer="open"]').waitFor();
  await page.waitForFunction(() => (document.querySelector('canvas')?.width ?? 0) > 300);
}

/** The picture as it stands, to be compared with another. */
const picture = (page: Page): Promise<string> =>
  page.locator('[data-explorer] canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

/** The picture once nothing in it moves any more. */
async function settled(page: Page): Promise<string> {
  let before = '';
  await expect
    .poll(
      async () => {
        const last = before;
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        before = await picture(page);
        return before === last;
      },
      { timeout: 10_000 },
    )
    .toBe(true);
  return before;
}

/** The cells of a table, here or on a page of the built site. */
const cellsOf = (page: Page): Promise<string[][]> =>
  page
    .locator('[data-explorer] tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));

function ownPage(id: string): { finding: string; cells: string[][] } {
  const $ = load(readFileSync(join(testSite, 'charts', id, 'index.html'), 'utf8'));
  const rows = $('table.data tr').toArray();
  return {
    finding: $('h1').text(),
    cells: rows.map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text().trim()),
    ),
  };
}

test('nothing of it is fetched before the reader comes near; then its scripts and one file of figures are', async () => {
  const page = await site.newPage();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const ours = () => fetched.filter((path) => /explore\.|liveBars|cuts\.json/.test(path));
  await page.goto('/results/');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(ours()).toEqual([]);
  await parts(page).explorer.scrollIntoViewIfNeeded();
  await page.locator('[data-explorer="open"]').waitFor();
  expect(
    ours()
      .map((path) => path.replace(/^.*\/|\..*$/g, ''))
      .toSorted(),
  ).toEqual(['cuts', 'explore', 'liveBars']);
  expect(await parts(page).heard.textContent()).toBe('');
});

test('a choice changes finding, picture, table, address and what is read out; Back and Forward go through the choices', async () => {
  const page = await site.newPage({ reducedMotion: true });
  await open(page);
  const { estimate, by, finding, heard, links } = parts(page);
  await expect(links.first().isVisible()).resolves.toBe(false);
  const first = await picture(page);

  await estimate.selectOption('waiting');
  await by.selectOption({ label: 'By region' });
  const { finding: said, cells } = ownPage('waiting/by/region');
  await expect.poll(() => finding.textContent()).toBe(said);
  expect(await heard.textContent()).toContain(said);
  expect(await heard.textContent()).toMatch(/ \d+ of 11 groups are not shown; the table says why\.$/);
  expect(await cellsOf(page)).toEqual(cells);
  expect(new URL(page.url()).search).toBe('?estimate=waiting&by=region');
  await expect.poll(() => picture(page)).not.toBe(first);
  const own = page.getByRole('link', { name: 'This chart’s own page' });
  expect(await own.getAttribute('href')).toBe('/charts/waiting/by/region/');
  expect(await page.getByRole('link', { name: 'Share on LinkedIn' }).getAttribute('href')).toContain(
    encodeURIComponent('https://nobutwhy.example/charts/waiting/by/region/'),
  );

  await page.goBack();
  await expect.poll(() => finding.textContent()).toBe(ownPage('waiting/by/industry').finding);
  expect(await by.inputValue()).toBe('industry');
  await page.goBack();
  await expect.poll(() => finding.textContent()).toBe(ownPage('outcome/by/industry').finding);
  expect(await estimate.inputValue()).toBe('outcome');
  await expect.poll(() => picture(page)).toBe(first);
  await page.goForward();
  await expect.poll(() => estimate.inputValue()).toBe('waiting');
});

test('an address that names a choice opens on it, with nothing read out, also where it lost its last part', async () => {
  const page = await site.newPage({ reducedMotion: true });
  await page.goto('/results/?estimate=promise&by=seniority');
  await page.locator('[data-explorer="open"]').waitFor();
  const { estimate, by, finding, heard } = parts(page);
  expect(await finding.textContent()).toBe(ownPage('promise/by/seniority').finding);
  expect([await estimate.inputValue(), await by.inputValue()]).toEqual(['promise', 'seniority']);
  expect(await heard.textContent()).toBe('');
  const { top, height } = await parts(page).explorer.evaluate((place) => ({
    top: place.getBoundingClientRect().top,
    height: innerHeight,
  }));
  expect(top).toBeLessThan(height);
});

test('groups by which a figure is not cut are no choice there; going to it keeps the groups where it can', async () => {
  const page = await site.newPage({ reducedMotion: true });
  await open(page, '?estimate=outcome&by=region');
  const { estimate, by } = parts(page);
  await estimate.selectOption('waiting');
  expect(await by.inputValue()).toBe('region');
  expect(await by.locator('option').allTextContents()).not.toContain('By how far people got');
  await estimate.selectOption('outcome');
  await by.selectOption({ label: 'By how far people got' });
  await estimate.selectOption('waiting');
  expect(await by.inputValue()).toBe('industry');
});

test('every figure by every groups it is cut by draws its bars and prints the numbers of its own page', async () => {
  const page = await site.newPage({ reducedMotion: true });
  await open(page);
  const { estimate, by, finding } = parts(page);
  const seen = new Set<string>();
  for (const {
    id,
    estimate: { slug },
    segment,
    sides,
  } of cuts) {
    await estimate.selectOption(slug);
    await by.selectOption(segment.id);
    const own = ownPage(id);
    expect(await finding.textContent(), id).toBe(own.finding);
    expect(await cellsOf(page), id).toEqual(own.cells);
    const drawn = await page.locator('[data-explorer] canvas').evaluate(async (element) => {
      await new Promise((done) => requestAnimationFrame(done));
      const canvas = element as HTMLCanvasElement;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no context');
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const probe = document.createElement('i');
      document.body.append(probe);
      const colours = ['--seeker', '--employer'].map((name) => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color.match(/\d+/g)?.map(Number).join(' ') ?? '';
      });
      probe.remove();
      const count = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] !== 255) continue;
        const colour = `${data[i]} ${data[i + 1]} ${data[i + 2]}`;
        count.set(colour, (count.get(colour) ?? 0) + 1);
      }
      return colours.map((colour) => count.get(colour) ?? 0);
    });
    // A mark of a side alone is some hundred pixels: more are bars.
    for (const { series } of sides)
      expect(drawn[series.side === 'employer' ? 1 : 0], `${id} ${series.side}`).toBeGreaterThan(400);
    seen.add(await picture(page));
  }
  expect(seen.size).toBe(cuts.length);
});

test('bars go from their old places to their new ones, and stand there at once for who wants no motion', async () => {
  const change = (page: Page) =>
    page.evaluate(async () => {
      const list = document.querySelector<HTMLSelectElement>('[name="estimate"]');
      const canvas = document.querySelector('canvas');
      if (list === null || canvas === null) throw new Error('nothing to choose from');
      list.value = 'told-by-day';
      list.dispatchEvent(new Event('change'));
      // The explorer asked for this frame first.
      await new Promise((done) => requestAnimationFrame(done));
      return canvas.toDataURL();
    });
  const still = await site.newPage({ reducedMotion: true });
  await open(still, '?estimate=outcome&by=region');
  const at = await change(still);
  expect(await settled(still)).toBe(at);
  const moving = await site.newPage();
  await open(moving, '?estimate=outcome&by=region');
  expect(await change(moving)).not.toBe(at);
  expect(await settled(moving)).toBe(at);
});

test('by keyboard alone: to the lists, through them, to the table, to the chart’s own page', async () => {
  const page = await site.newPage();
  await open(page);
  const { estimate, by, finding, heard } = parts(page);
  await page.locator('[data-explorer] h2').evaluate((heading) => {
    heading.tabIndex = -1;
    heading.focus();
  });
  await page.keyboard.press('Tab');
  await expect(estimate.evaluate((list) => list === document.activeElement)).resolves.toBe(true);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => finding.textContent()).toBe(ownPage('told-by-day/by/industry').finding);
  await page.keyboard.press('Tab');
  await expect(by.evaluate((list) => list === document.activeElement)).resolves.toBe(true);
  await page.keyboard.press('ArrowDown');
  const { finding: said } = ownPage('told-by-day/by/org_size');
  await expect.poll(() => heard.textContent()).toContain(said);
  const stops: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const at = document.activeElement;
        return at?.getAttribute('role') ?? at?.textContent.trim() ?? '';
      }),
    );
  }
  expect(stops).toEqual([
    'nobutwhy.example/charts/told-by-day/by/org_size/',
    'This chart’s own page',
    'Share on LinkedIn',
    'Copy link to its page',
    'region',
  ]);
});

test('its picture is in the colours of the theme, also when the theme changes, and in forced colours', async () => {
  const dark = await site.newPage({ theme: 'dark', reducedMotion: true });
  await open(dark, '?estimate=asking&by=org_size');
  const page = await site.newPage({ reducedMotion: true });
  await open(page, '?estimate=asking&by=org_size');
  const light = await picture(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => picture(page)).toBe(await picture(dark));
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => picture(page)).toBe(light);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect.poll(() => picture(page)).not.toBe(light);
});

test('it is as wide as its place, at the screen’s own resolution, and its type grows with the reader’s', async () => {
  const page = await site.newPage({ width: 820, reducedMotion: true });
  await open(page, '?estimate=outcome&by=region');
  const size = () =>
    page.locator('[data-explorer] canvas').evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { width, height } = canvas.getBoundingClientRect();
      return { width, height, place: canvas.parentElement?.clientWidth, pixels: canvas.width };
    });
  const usual = await size();
  expect(usual.width).toBe(usual.place);
  expect(usual.pixels).toBe(usual.width);
  await page.setViewportSize({ width: 320, height: 800 });
  await expect.poll(async () => (await size()).width).toBe(288);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  // The width at which every page is held to type twice as large (results.test.ts).
  await page.setViewportSize({ width: 390, height: 800 });
  await expect.poll(async () => (await size()).width).toBeGreaterThan(288);
  const before = await size();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expect.poll(async () => (await size()).height).toBeGreaterThan(before.height * 1.7);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('where the figures do not load it says so and is links to their pages; trying again opens it', async () => {
  const page = await site.newPage({ expectedProblems: [/Failed to load resource/] });
  await page.route('**/results/cuts.json', (route) => route.fulfill({ status: 503 }));
  await page.goto('/results/#explore');
  await page.locator('[data-explorer="failed"]').waitFor();
  await expect(page.getByText('The figures did not load here.').isVisible()).resolves.toBe(true);
  const { links, estimate } = parts(page);
  expect(await links.first().isVisible()).toBe(true);
  expect(await estimate.isVisible()).toBe(false);
  expect(await violations(page)).toEqual([]);
  await page.unroute('**/results/cuts.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('[data-explorer="open"]').waitFor();
  expect(await estimate.isVisible()).toBe(true);
});

test('where the picture alone does not load, the finding, the table and a word about it are there', async () => {
  const page = await site.newPage({ expectedProblems: [/Failed to load resource/] });
  await page.route('**/_astro/liveBars.*', (route) => route.abort());
  await page.goto('/results/?estimate=waiting&by=region#explore');
  await page.locator('[data-explorer="open"]').waitFor();
  await expect(page.getByText('The picture did not load here.').isVisible()).resolves.toBe(true);
  expect(await page.locator('[data-explorer] canvas').isVisible()).toBe(false);
  expect(await cellsOf(page)).toEqual(ownPage('waiting/by/region').cells);
});

test('without JavaScript it is links to the pages of every cut, and nothing to choose from', async () => {
  const page = await site.newPage({ javaScript: false });
  await page.goto('/results/?estimate=waiting&by=region#explore');
  const { links, estimate } = parts(page);
  expect(await links.count()).toBe(cuts.length);
  expect(await estimate.isVisible()).toBe(false);
  await page
    .getByRole('link', { name: /^By region: / })
    .last()
    .click();
  await page.waitForURL('**/charts/waiting/by/region/');
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('it has no accessibility violation, with bars of both sides or nearly all blanks', async () => {
    const page = await site.newPage({ theme, reducedMotion: true, width: 390 });
    await open(page);
    const { estimate, by } = parts(page);
    for (const [slug, segment] of [
      ['explanation-ladder', 'industry'],
      ['asking', 'stage3'],
    ] as const) {
      await estimate.selectOption(slug);
      await by.selectOption(segment);
      expect(await violations(page), `${slug} by ${segment}`).toEqual([]);
    }
  });
});
