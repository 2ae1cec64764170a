import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callOverHttp } from '../database/harness/sendOverHttp.ts';
import { intercept } from './harness/intercept.ts';
import { launchBrowser } from './harness/launchBrowser.ts';
import { newPage, type Device } from './harness/newPage.ts';
import { fewest } from './survey/examples.ts';
import { submitted } from './survey/responses.ts';
import { startSurveyServer, type SurveyServer } from './survey/surveyServer.ts';
import { next, openSurvey, reach, receiptShown } from './survey/surveyPage.ts';

let server: SurveyServer;
let browser: Browser;
/** A draft whose last question is still to be answered. */
let draft: Device;

beforeAll(async () => {
  server = await startSurveyServer('free');
  const { url, secretKey } = server.now();
  // As on the real site: no proof is taken before a person could have answered.
  await callOverHttp({ url, publishableKey: secretKey }, 'change_settings', { minimum_seconds: '3' });
  browser = await launchBrowser();
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await openSurvey(page, 'employer');
  await reach(page, fewest, 'region');
  await page.goto('about:blank');
  draft = await context.storageState({ indexedDB: true });
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const second = 1_000;
const jumps = {
  '1 s': second,
  '40 s': 40 * second,
  '2 h': 7_200 * second,
  '3 days': 3 * 86_400 * second,
};
const moments = ['before the first answer', 'between it and Send', 'while waiting'] as const;
type Moment = (typeof moments)[number];

/** A page with a clock that can be set. */
async function open(
  problems: readonly RegExp[],
): Promise<{ page: Page; set: (jump: number) => Promise<void> }> {
  const page = await newPage(browser, server.now().url, { device: draft, expectedProblems: problems });
  await page.addInitScript(() => {
    const world = globalThis as unknown as { jump: number };
    world.jump = 0;
    const now = Date.now.bind(Date);
    Date.now = () => now() + world.jump;
  });
  await openSurvey(page, 'employer');
  // What was left is opened anew at the consent that was given.
  await reach(page, {}, 'region');
  return {
    page,
    set: async (jump) => {
      await page.evaluate((to) => {
        (globalThis as unknown as { jump: number }).jump = to;
      }, jump);
    },
  };
}

/** Milliseconds from Send to the receipt, for a clock that is set at this moment. */
async function timeFor(moment: Moment, jump: number): Promise<number> {
  const waits = moment === 'while waiting';
  const { page, set } = await open(waits ? [/Failed to load resource/] : []);
  if (moment === 'before the first answer') await set(jump);
  const challenge = page.waitForResponse('**/rpc/challenge');
  await page.locator('label:has(#region-us)').click();
  await challenge;
  if (moment === 'between it and Send') await set(jump);
  const end = waits ? await intercept(page, '**/rpc/submit_response', (route) => route.abort()) : undefined;
  await reach(page, {}, 'review');
  const begun = performance.now();
  await next(page);
  if (end !== undefined) {
    await page.locator('[data-hurry]').waitFor();
    await set(jump);
    end();
  }
  await receiptShown(page);
  return performance.now() - begun;
}

test('a clock that is set back or forward keeps nobody waiting', async () => {
  const before = (await submitted(server.now())).employer;
  const signed = Object.entries(jumps).flatMap(([name, jump]) => [
    [`back ${name}`, -jump] as const,
    [`forward ${name}`, jump] as const,
  ]);
  const measure = async ([name, jump]: readonly [string, number]) => {
    const times = await Promise.all(moments.map((moment) => timeFor(moment, jump)));
    const cells = moments.map((moment, place) => [
      moment,
      `${((times[place] ?? NaN) / second).toFixed(1)} s`,
    ]);
    return [name, Object.fromEntries(cells) as Record<Moment, string>] as const;
  };
  const all = [['not set', 0] as const, ...signed];
  const rows: (readonly [string, Record<Moment, string>])[] = [];
  // Nine pages at once: each mostly waits.
  for (let from = 0; from < all.length; from += 3)
    rows.push(...(await Promise.all(all.slice(from, from + 3).map(measure))));
  console.table(Object.fromEntries(rows));
  expect((await submitted(server.now())).employer).toBe(before + (signed.length + 1) * moments.length);
});
