import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPages } from '../build/harness/builtPages.ts';
import { testSite } from '../build/harness/testSite.ts';
import { openSite, type Site } from './harness/openSite.ts';
import { violations } from './harness/violations.ts';
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

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(paths)('%s has no accessibility violation and stays on its own origin', async (path) => {
    const page = await site.newPage({ theme });
    await withoutSandbox(page);
    await page.goto(path);
    expect(await violations(page)).toEqual([]);
  });
});

test.each(paths)('%s is as wide as a phone of 320 pixels and no wider', async (path) => {
  const page = await site.newPage({ width: 320 });
  await page.goto(path);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
