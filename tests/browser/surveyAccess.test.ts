import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { controller } from '../../src/controller.ts';
import { consentText } from '../../src/survey/consent.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { screensOf } from '../../src/survey/screensOf.ts';
import { launchBrowser } from './harness/launchBrowser.ts';
import { newPage, type PageOptions } from './harness/newPage.ts';
import { violations } from './harness/violations.ts';
import { recruiter, turnedDown } from './survey/examples.ts';
import { stopsOf } from './survey/names.ts';
import { begin, next, openSurvey, reach, receiptShown, screen } from './survey/surveyPage.ts';
import { startSurveyServer, type SurveyServer } from './survey/surveyServer.ts';

/** A folder to put a picture of every state into, for people who look (SURVEY_PICTURES=folder). */
const pictures = process.env.SURVEY_PICTURES;

let server: SurveyServer;
let browser: Browser;
beforeAll(async () => {
  server = await startSurveyServer();
  browser = await launchBrowser();
  if (pictures !== undefined) await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const open = (options?: PageOptions): Promise<Page> => newPage(browser, server.now().url, options);
const noConnection = [/Failed to load resource/];

const screenAfter = (page: Page, id: string): Promise<string> =>
  page
    .locator('[data-screen]')
    .evaluateAll(
      (all, before) => all[all.findIndex((one) => one.dataset.screen === before) + 1]?.dataset.screen ?? '',
      id,
    );

describe('What a screen reader says, in the order of the Tab key', () => {
  test.each([
    ['job_seeker', turnedDown],
    ['employer', recruiter],
  ] as const)('on every screen of the %s survey', async (side, chosen) => {
    const page = await open();
    await openSurvey(page, side);
    const { title, questions, minutes } = questionnaire.sides[side];
    await page.locator('#start-title').focus();
    expect(await stopsOf(page)).toEqual([
      { role: 'link', name: 'What is stored, in full' },
      { role: 'checkbox', name: consentText(controller, minutes).box },
      { role: 'button', name: 'Start' },
    ]);
    await begin(page);
    for (;;) {
      const id = (await screen(page).getAttribute('data-screen')) ?? '';
      if (id === 'review') break;
      const asked = screensOf(questions).find(([{ id: first }]) => first === id) ?? [];
      // The focus stands on the question when its screen has opened, so it is the first that is read.
      expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(asked[0]?.wording);
      const where = asked.length === 1 ? 'Question \\d+' : 'Questions \\d+ and \\d+';
      expect(await page.title()).toMatch(new RegExp(`^${where} of (up to )?\\d+ · ${title}`));
      await page.waitForFunction(() => document.querySelector('[data-kept-said]')?.textContent !== '');
      const stops = await stopsOf(page);
      // Every group of radios is one stop; the number and its two ways out are two.
      const fields = await screen(page)
        .locator('fieldset:not(:has(fieldset)):visible, input[type=text]')
        .count();
      expect(stops.filter(({ name }) => name === '')).toEqual([]);
      expect(stops.slice(fields)).toEqual([
        { role: 'button', name: 'Next' },
        { role: 'button', name: 'Back' },
        ...(asked[0]?.required === true
          ? []
          : [{ role: 'button', name: `Skip ${asked.length === 1 ? 'this question' : 'these questions'}` }]),
        { role: 'DisclosureTriangle', name: 'Why we ask this' },
        { role: 'DisclosureTriangle', name: 'Clear it' },
      ]);
      const groups = await screen(page)
        .locator('fieldset:not(:has(fieldset)):visible')
        .evaluateAll((sets) => sets.map((set) => set.querySelector('legend')?.textContent.trim() ?? ''));
      expect(groups).not.toContain('');
      const labels = await screen(page)
        .locator('.opt:visible input + span')
        .evaluateAll((spans) => spans.map((span) => span.textContent.replaceAll(/\s+/g, ' ').trim()));
      for (const { name } of stops.slice(0, fields).filter(({ role }) => role === 'radio'))
        expect(labels).toContain(name);
      await page.locator(`[data-screen=${id}] h2`).first().focus();
      await reach(page, chosen, await screenAfter(page, id));
    }
    const stops = await stopsOf(page);
    expect(stops.map(({ name }) => name)).toEqual([
      ...questions.map(({ wording }) => `Change the answer to “${wording}”`),
      'Send my answers',
      'Back',
      'Clear it',
    ]);
  });
});

/** Every state that the survey can be in, one after the other. */
async function visitStates(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await openSurvey(page, 'job_seeker');
  await look('start');
  await next(page);
  await look('consent-missing');
  await begin(page);
  await next(page);
  await look('answer-missing');
  await reach(page, { s_outcome: 'rejected_told', s_stage: 'int1' }, 's_hours');
  await page.getByText('Kept on this device until').waitFor();
  await page.locator('#s_hours-number').fill('ten');
  await next(page);
  await look('number-wrong');
  await page.locator('#s_hours-number').fill('10');
  await page.reload();
  await page.locator('form[data-running]').waitFor();
  await look('restored');
  await page.getByText('Clear it').click();
  await look('clear');
  await page.getByText('Clear it').click();

  const tab = await page.context().newPage();
  await tab.goto('/survey/job-seeker/');
  await tab.getByText('This survey is open in another tab').waitFor();
  await tab.close();

  await reach(page, { s_explanation: 'form', industry: 'tech', region: 'us' }, 'review');
  await look('review');
  await page.getByRole('link', { name: 'Change the answer to “How did it end?”' }).click();
  await page.locator('#s_outcome-silent').check();
  await next(page);
  await look('cleared-by-routing');
  await reach(page, {}, 'review');

  await page.context().setOffline(true);
  await next(page);
  await page.getByText('You are offline').waitFor();
  await look('offline');
  await page.route('**/rpc/submit_response', (route) => route.abort());
  await page.context().setOffline(false);
  await page.getByText('Your answers are waiting to be sent').waitFor();
  await look('waiting');
  await page.unroute('**/rpc/submit_response');
  await page.route('**/rpc/submit_response', (route) =>
    route.fulfill({
      status: 400,
      json: { code: 'not_valid', message: 'That is longer than any answer to this survey can be.' },
    }),
  );
  await page.locator('[data-hurry]').click();
  await page.getByText('Your answers were not taken').waitFor();
  await look('refused');
  await page.unroute('**/rpc/submit_response');
  await page.locator('[data-change]').click();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/rpc/submit_response', async (route) => {
    await held;
    await route.continue();
  });
  await next(page);
  await page.getByText('This takes a few seconds at most').waitFor();
  await look('sending');
  release();
  await receiptShown(page);
  await page.locator('[data-compare-list] > li').first().waitFor();
  await look('receipt');
}

describe.each(['light', 'dark'] as const)('In the %s theme', (theme) => {
  test.each(pictures === undefined ? [390] : [390, 1440])(
    'axe finds nothing in any state, %i px wide, and nothing is wider than the page',
    async (width) => {
      const page = await open({ theme, width, expectedProblems: noConnection });
      const found: string[] = [];
      await visitStates(page, async (name) => {
        for (const violation of await violations(page)) found.push(`${name}: ${violation}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) found.push(`${name} is ${wide} px wide`);
        if (pictures !== undefined)
          await page.screenshot({ path: `${pictures}/${name}-${width}-${theme}.png`, fullPage: true });
      });
      expect(found).toEqual([]);
    },
  );

  test('axe finds nothing in a second tab, and where nothing can be kept', async () => {
    const page = await open({ theme, width: 390 });
    await openSurvey(page, 'job_seeker');
    const tab = await page.context().newPage();
    await tab.goto('/survey/job-seeker/');
    await tab.getByText('This survey is open in another tab').waitFor();
    expect(await violations(tab)).toEqual([]);
    if (pictures !== undefined)
      await tab.screenshot({ path: `${pictures}/other-tab-390-${theme}.png`, fullPage: true });

    const bare = await open({ theme, width: 390 });
    await bare.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      Object.defineProperty(globalThis, 'localStorage', { get: refuse });
      IDBFactory.prototype.open = refuse;
    });
    await openSurvey(bare, 'employer');
    await begin(bare);
    await bare.getByText('your answers are on this page only').waitFor();
    expect(await violations(bare)).toEqual([]);
    if (pictures !== undefined)
      await bare.screenshot({ path: `${pictures}/nothing-kept-390-${theme}.png`, fullPage: true });
  });

  test('axe finds nothing on questions of several rows, on a phone', async () => {
    const page = await open({ theme, width: 390 });
    await openSurvey(page, 'employer');
    for (const question of ['e_told', 'e_reason', 'e_barriers', 'e_has']) {
      await reach(page, { e_role: 'hr' }, question);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
});
