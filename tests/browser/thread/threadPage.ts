import type { Locator, Page } from 'playwright-core';

/** Opens a page, comes near its discussion and waits until it is shown. */
export async function openThread(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('#discussion').scrollIntoViewIfNeeded();
  await page.locator('[data-shown]').waitFor();
}

/** The words of every comment that is shown, in order. */
export const shownTexts = (page: Page): Promise<string[]> =>
  page
    .locator('[data-list] .c:not(.c--own, .c--gone) > .c__text')
    .evaluateAll((texts) => texts.map((text) => text.textContent));

/** The comment of one’s own that holds these words. */
export const own = (page: Page, words: string): Locator => page.locator('.c--own', { hasText: words });

/** What stands above a comment of one’s own. */
export const noteOf = (page: Page, words: string): Locator => own(page, words).locator('> .c__note');

/** Writes into the box as it stands, and sends. */
export async function send(page: Page, words: string): Promise<void> {
  await page.locator('#write-text').fill(words);
  await page.locator('[data-write-send]').click();
  await own(page, words).waitFor();
}

/** The same until the server has it. */
export async function sendAndArrive(page: Page, words: string): Promise<void> {
  await send(page, words);
  await noteOf(page, words).filter({ hasText: 'Waiting to be read' }).waitFor();
}

/** Presses Tab until an element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(target)}.`);
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);
