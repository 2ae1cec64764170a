import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import type { SideId } from '../../../src/survey/question.ts';

/** Answers by variable: what to choose or type. A variable that is left out is not answered. */
export type Chosen = Readonly<Record<string, string | number | undefined>>;

/** The screen that can be seen now. */
export const screen = (page: Page): Locator => page.locator('[data-screen]:visible');

/** Waits for the list of answers: the script that writes it may come after the screen does. */
const listed = (page: Page): Promise<void> => page.locator('[data-review] dl').first().waitFor();

export const next = (page: Page): Promise<void> => page.locator('[data-next]').click();

/** Opens a side’s survey and waits until its script has the page in hand. */
export async function openSurvey(page: Page, side: SideId): Promise<void> {
  await page.goto(`survey/${questionnaire.sides[side].slug}/`);
  await page.locator('form[data-running]').waitFor();
}

/** The variables asked on the screen, in order. */
export const asked = (page: Page): Promise<string[]> =>
  screen(page)
    .locator('[data-variable]:visible')
    .evaluateAll((fields) => fields.map((field) => field.getAttribute('data-variable') ?? ''));

/** Answers what is asked on the screen, with the mouse or a finger. */
async function answerScreen(page: Page, chosen: Chosen, by: 'click' | 'tap' = 'click'): Promise<void> {
  for (const variable of await asked(page)) {
    const answer = chosen[variable];
    if (typeof answer === 'number') await page.locator(`#${variable}-number`).fill(`${answer}`);
    else if (answer !== undefined) await page.locator(`label:has(#${variable}-${answer})`)[by]();
  }
}

/** The questions on the screen, in order. */
const questionsShown = (page: Page): Promise<string[]> =>
  screen(page)
    .locator('[data-asked]')
    .evaluateAll((questions) => questions.map((question) => question.getAttribute('data-asked') ?? ''));

/** Agrees to the text on the first screen and goes on to the first question. */
export async function begin(page: Page): Promise<void> {
  await page.locator('#consent').check();
  await next(page);
  await page.waitForFunction(() => location.hash !== '');
}

/** Answers the same with keys alone: numbers, arrows and Tab. */
async function typeScreen(page: Page, chosen: Chosen): Promise<void> {
  const variables = await asked(page);
  for (const [index, variable] of variables.entries()) {
    const answer = chosen[variable];
    // From the heading or the row before; a row without an answer is entered at its first radio.
    if (variables.length > 1) await page.keyboard.press(index === 0 ? 'Tab' : 'Enter');
    if (answer === undefined) continue;
    if (typeof answer === 'number') {
      await page.keyboard.type(`${answer}`);
      continue;
    }
    const codes = await screen(page)
      .locator(`[data-variable="${variable}"] .opt:visible input`)
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    const place = codes.indexOf(answer) + 1;
    if (place === 0) throw new Error(`${variable} does not offer ${answer} here.`);
    await page.keyboard.press(`${Math.min(place, 9)}`);
    for (let step = 9; step < place; step += 1) await page.keyboard.press('ArrowDown');
    expect(await page.locator(`#${variable}-${answer}`).isChecked()).toBe(true);
  }
}

/** Presses Tab until an element has the focus, as a person without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await page.locator(selector).evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector}.`);
}

/** The address of the screen: two rows of one question have one each. */
const placeOf = (page: Page): Promise<string> => page.evaluate(() => location.hash);

/** Goes from the start through every question to the review, and returns the questions asked on the way. */
export async function answerAll(
  page: Page,
  chosen: Chosen,
  by: 'mouse' | 'touch' | 'keys' = 'mouse',
): Promise<string[]> {
  const seen = new Set<string>();
  const press = by === 'touch' ? 'tap' : 'click';
  for (;;) {
    const id = await screen(page).getAttribute('data-screen');
    const place = await placeOf(page);
    if (id === 'review') return [...seen];
    if (id === 'start') {
      if (by === 'keys') {
        await tabTo(page, '#consent');
        await page.keyboard.press('Space');
      } else await page.locator('label:has(#consent)')[press]();
    } else {
      for (const question of await questionsShown(page)) seen.add(question);
      await (by === 'keys' ? typeScreen(page, chosen) : answerScreen(page, chosen, press));
    }
    if (by === 'keys') await page.keyboard.press('Enter');
    else await page.locator('[data-next]')[press]();
    await page.waitForFunction((before) => location.hash !== before, place);
  }
}

/** Passes over the screens from here to a target, answering only what is chosen. */
export async function reach(page: Page, chosen: Chosen, target: string): Promise<void> {
  for (;;) {
    const id = (await screen(page).getAttribute('data-screen')) ?? '';
    const place = await placeOf(page);
    if (id === target || place === `#${target}`) {
      if (id === 'review') await listed(page);
      return;
    }
    if (id === 'start') await page.locator('#consent').check();
    else await answerScreen(page, chosen);
    await next(page);
    await page.waitForFunction((before) => location.hash !== before, place);
  }
}

/** Presses Send on the review, with keys alone. */
export async function sendByKeys(page: Page): Promise<void> {
  await tabTo(page, '[data-next]');
  await page.keyboard.press('Enter');
}

/** The receipt code as it is shown, once the answers have arrived. */
export async function receiptShown(page: Page, timeout = 30_000): Promise<string> {
  await page.locator('[data-thanks]').waitFor({ timeout });
  return (await page.locator('[data-code]').innerText()).replaceAll(/\s/g, '');
}
