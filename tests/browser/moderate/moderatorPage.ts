import type { Locator, Page } from 'playwright-core';

/** The address of the page. */
export const path = '/moderate/';

export interface Account {
  readonly email: string;
  readonly password: string;
}

export const part = (page: Page, name: 'sign-in' | 'factor' | 'queue'): Locator =>
  page.locator(`[data-part=${name}]:visible`);

/** The sentence above a form, once it is there. */
export async function alertOf(page: Page): Promise<string> {
  const alert = page.locator('[data-part]:visible [data-alert]:visible');
  await alert.waitFor();
  return alert.innerText();
}

/** Opens the page where nobody is signed in. */
export async function openPage(page: Page): Promise<void> {
  await page.goto(path);
  await part(page, 'sign-in').waitFor();
}

/** Fills in the form and presses Enter. */
export async function give(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
}

/** Opens the page and signs in, up to the queue. */
export async function openQueue(page: Page, account: Account): Promise<void> {
  await openPage(page);
  await give(page, account);
  await part(page, 'queue').waitFor();
}

/** Presses keys one after another. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Waits until the bar says it. */
export const says = (page: Page, sentence: string | RegExp): Promise<void> =>
  page.locator('.bar [data-said], .bar [data-failed]').filter({ hasText: sentence }).waitFor();

/** The texts of the comments that are shown, in their order. */
export const shown = (page: Page): Promise<string[]> =>
  page.locator('.entry [data-text] > p').allTextContents();

/** The text of the comment that has the focus, itself or in one of its buttons; null when none has. */
export const focused = (page: Page): Promise<string | null> =>
  page.evaluate(
    () => document.activeElement?.closest('.entry')?.querySelector('[data-text]')?.textContent ?? null,
  );

/** Turns to a list with a click, as a finger does. */
export async function turnTo(page: Page, list: string): Promise<void> {
  await page.locator(`[data-list=${list}]`).click();
  await page.locator(`[data-list=${list}][aria-current=true]`).waitFor();
}
