import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { contrast } from '../examples/contrast.ts';
import { openSite, startSite } from './harness/openSite.ts';

const site = openSite(startSite);

/** The colours of the blank on the front page, and of the ground and the ink around it. */
const colours = (page: Page) =>
  page.locator('.because .blank').evaluate((blank) => {
    const { backgroundColor: fill, borderBottomColor: line } = getComputedStyle(blank);
    const { backgroundColor: ground, color: ink } = getComputedStyle(document.body);
    return { fill, line, ground, ink };
  });

test('in the light the blank is told from the page by its ink line, and in the dark by its fill, with the line in it', async () => {
  const page = await site.newPage({ theme: 'light' });
  await page.goto('/');
  const light = await colours(page);
  expect(contrast(light.line, light.ground)).toBeGreaterThanOrEqual(3);
  expect(contrast(light.line, light.fill)).toBeGreaterThanOrEqual(3);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await colours(page);
  expect(contrast(dark.fill, dark.ground)).toBeGreaterThanOrEqual(3);
  expect(contrast(dark.line, dark.fill)).toBeGreaterThanOrEqual(3);
});

test.each(['light', 'dark'] as const)('where colours are forced, %s, it is a line of ink', async (theme) => {
  const page = await site.newPage({ forcedColors: true, theme });
  await page.goto('/');
  const { fill, line, ground, ink } = await colours(page);
  expect([fill, line]).toEqual([ground, ink]);
});
