import { describe, expect, test } from 'vitest';
import { chartIds } from '../../src/figures/estimates/figureOf.ts';
import { openSite, startSite } from './harness/openSite.ts';

const site = openSite(startSite);

const colourOf = (selector: string) =>
  `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).fill`;

describe.each(chartIds)('the chart %s', (slug) => {
  test.each([
    ['phone', 390, 358],
    ['desk', 1440, 720],
  ])('on a %s is drawn once, at its own size', async (_, width, drawn) => {
    const page = await site.newPage({ width });
    await page.goto(`/charts/${slug}/`);
    // The drawing for the other width has display: none, so a screen reader does not read it either.
    const pictures = page.getByRole('img');
    expect(await pictures.count()).toBe(1);
    const box = await pictures.boundingBox();
    expect(await pictures.getAttribute('viewBox')).toMatch(new RegExp(`^0 0 ${drawn} `));
    // Phone gutters may shrink it by up to 2 %, so that its type stays at the size it was drawn for.
    expect((box?.width ?? 0) / drawn).toBeGreaterThan(0.98);
    expect((box?.width ?? 0) / drawn).toBeLessThanOrEqual(1);
    expect(await pictures.getAttribute('aria-label')).toContain('Sample data, made up');
  });

  test('follows the theme without a script', async () => {
    const inks: string[] = [];
    for (const theme of ['light', 'dark'] as const) {
      const page = await site.newPage({ theme, javaScript: false });
      await page.goto(`/charts/${slug}/`);
      inks.push(await page.evaluate<string>(colourOf('.fig__plot svg')));
      await page.close();
    }
    expect(new Set(inks).size).toBe(2);
  });
});

test('without JavaScript a chart page is whole, and the button that needs it is not there', async () => {
  const page = await site.newPage({ javaScript: false });
  await page.goto('/charts/explanation-ladder/');
  expect(await page.getByRole('table').count()).toBe(1);
  expect(await page.getByRole('link', { name: 'Share on LinkedIn' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Copy link' }).isVisible()).toBe(false);
});

test('copying the link gives the chart’s own address and says so', async () => {
  const page = await site.newPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/charts/told-by-day/');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  const own = await page.locator('link[rel="canonical"]').getAttribute('href');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${own ?? ''}?from=shared`);
});

test('from the home page to an essay to its chart, by links alone', async () => {
  const page = await site.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: /^All \d+ essays$/ }).click();
  await page.getByRole('link', { name: 'Somebody knows what goes in the blank' }).click();
  await page.getByRole('link', { name: 'Table, data and share: Known and not said' }).click();
  await page.waitForURL('**/charts/known-not-said/');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(
    /employers here with a specific reason for a no gave it to the candidate \(\d+ of \d+ who know whether it was given\)$/,
  );
});
