import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtPages } from '../build/harness/builtPages.ts';
import { testSite } from '../build/harness/testSite.ts';
import { openSite, type Site } from './harness/openSite.ts';
import { colourRules, violations } from './harness/violations.ts';
import { withoutSandbox } from './harness/withoutSandbox.ts';

/**
 * Every page but the embeds of cuts: such a one is the frame of its chart’s embed around the drawing of its own page, and
 * both of these are visited.
 */
const paths = builtPages(testSite)
  .map(({ path }) => path)
  .filter((path) => !/^\/embed\/[^/]+\/by\//.test(path));

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

// One visit a page: a theme changes colours and nothing else, and a width is changed faster than a page is opened.
test.each(paths)(
  '%s has no accessibility violation in the light, none of colour in the dark, fits a phone of 320 pixels, and stays on its own origin',
  async (path) => {
    const page = await site.newPage({ theme: 'light' });
    await withoutSandbox(page);
    await page.goto(path);
    expect.soft(await violations(page), 'in the light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await violations(page, colourRules), 'in the dark').toEqual([]);
    await page.setViewportSize({ width: 320, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  },
);
