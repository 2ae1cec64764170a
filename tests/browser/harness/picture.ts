import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** A folder to put a picture of every state into, for people who look (SURVEY_PICTURES=folder). */
const folder = process.env.SURVEY_PICTURES;

/** Whether somebody wants to look: then states are visited at more widths than a test needs. */
export const isLookedAt = folder !== undefined;

/** Takes a picture of the whole page, named after its state, its width and its theme, if somebody wants to look. */
export async function picture(page: Page, state: string): Promise<void> {
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  const theme = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const width = page.viewportSize()?.width ?? 0;
  const path = `${folder}/${state}-${width}-${theme ? 'dark' : 'light'}.png`;
  await page.screenshot({ path, fullPage: true });
}
