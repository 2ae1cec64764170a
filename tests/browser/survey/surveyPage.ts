import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import type { SideId } from '../../../src/survey/question.ts';

/** Answers by variable: what to choose or type. A variable that is left out is not answered. */
export type Chosen = Readonly<Record<string, string | number>>;

/** The screen that can be seen now. */
export const screen = (page: Page): Locator => page.locator('[data-screen]:visible');

export const next = (page: Page): Promise<void> => page.locator('[data-next]').click();

/** Opens a side’s survey and waits until its script has the page in hand. */
export async function openSurvey(page: Page, side: SideId): Promise<void> {
  await page.goto(`/survey/${questionnaire.sides[side].slug}/`);
  await page.locator('form[data-running]').waitFor();
}

/** The variables asked on the screen, in order. */
export const asked = (page: Page): Promise<string[]> =>
  screen(page)
    .locator('[data-variable]:visible')
    .evaluateAll((fields) => fields.map((field) => field.getAttribute('data-variable') ?? ''));

/** Answers what is asked on the screen, with the mouse. */
async function answerScreen(page: Page, chosen: Chosen): Promise<void> {
  for (const variable of await asked(page)) {
    const answer = chosen[variable];
    if (typeof answer === 'number') await page.locator(`#${variable}-number`).fill(`${answer}`);
    else if (answer !== undefined) await page.locator(`label:has(#${variable}-${answer})`).click();
  }
}

/** Answers the same with keys alone: numbers, arrows and Tab. */
async function typeScreen(page: Page, chosen: Chosen): Promise<void> {
  const variables = await asked(page);
  for (const [index, variable] of variables.entries()) {
    const answer = chosen[variable];
    if (variables.length > 1) {
      // From the heading or the row before; a row without an answer is entered at its first radio.
      if (index === 0) await page.keyboard.press('Tab');
      else await page.keyboard.press('Tab');
    }
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

/** Goes from the start through every question to the last screen, and returns the questions asked on the way. */
export async function answerAll(
  page: Page,
  chosen: Chosen,
  by: 'mouse' | 'keys' = 'mouse',
): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    const id = (await screen(page).getAttribute('data-screen')) ?? '';
    if (id === 'send') return seen;
    if (id !== 'start') seen.push(id);
    if (by === 'mouse') await answerScreen(page, chosen);
    else await typeScreen(page, chosen);
    if (by === 'mouse') await next(page);
    else if (id === 'start') {
      await page.locator('[data-next]').focus();
      await page.keyboard.press('Enter');
    } else await page.keyboard.press('Enter');
    await page.waitForFunction((before) => location.hash !== `#${before}` && location.hash !== '', id);
  }
}

/** The receipt code as it is shown, once the answers have arrived. */
export async function receiptShown(page: Page): Promise<string> {
  await page.locator('[data-thanks]').waitFor();
  return (await page.locator('[data-code]').innerText()).replaceAll(/\s/g, '');
}
