import type { Page } from 'playwright-core';
import { picture } from './picture.ts';
import { colourRules, violations } from './violations.ts';

/**
 * What is wrong with a page as it stands, one sentence each: what axe finds in the light, what its rules on colours find in the
 * dark, and whether the page is wider than its window. Takes a picture of both, and leaves the page in the light.
 */
export async function faultsInBothThemes(page: Page, state: string): Promise<string[]> {
  const found: string[] = [];
  const width = page.viewportSize()?.width ?? 0;
  for (const [theme, rules] of [
    ['light', undefined],
    ['dark', colourRules],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme });
    found.push(...(await violations(page, rules)).map((one) => `${state} in the ${theme}: ${one}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${state} in the ${theme} is ${wide} px wide`);
    await picture(page, state);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}
