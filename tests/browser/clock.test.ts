import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { callOverHttp } from '../database/harness/sendOverHttp.ts';
import { intercept } from './harness/intercept.ts';
import type { Device } from './harness/newPage.ts';
import { openSite } from './harness/openSite.ts';
import { fewest } from './survey/examples.ts';
import { submitted } from './survey/responses.ts';
import { startSurveyServer } from './survey/surveyServer.ts';
import { next, openSurvey, reach, receiptShown } from './survey/surveyPage.ts';

const site = openSite(() => startSurveyServer('free'));
/** A draft whose last question is still to be answered. */
let draft: Device;

/** Seconds from a challenge until its proof is taken: longer than the pages here take to their last answer, so that Send waits. */
const early = 8;

beforeAll(async () => {
  const { url, secretKey, browser } = site;
  // As on the real site: no proof is taken before a person could have answered.
  await callOverHttp({ url, publishableKey: secretKey }, 'change_settings', { minimum_seconds: `${early}` });
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await openSurvey(page, 'employer');
  await reach(page, fewest, 'region');
  await page.goto('about:blank');
  draft = await context.storageState({ indexedDB: true });
  await context.close();
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
  const page = await site.newPage({ device: draft, expectedProblems: problems });
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

/** Milliseconds from the challenge to each request that sends the answers, by the clock of the page that nobody can set. */
const untilSent = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const calls = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const of = (name: string) => calls.filter((call) => call.name.endsWith(`/rpc/${name}`));
    const got = Math.max(...of('challenge').map(({ responseEnd }) => responseEnd));
    return of('submit_response').map(({ startTime }) => startTime - got);
  });

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
  const took = performance.now() - begun;
  const sent = await untilSent(page);
  // Once: what is sent too soon is refused, and sent again.
  expect(sent, `${moment} ${jump}`).toHaveLength(waits ? 2 : 1);
  expect(Math.min(...sent), `${moment} ${jump}`).toBeGreaterThanOrEqual(early * second);
  return took;
}

test('a clock that is set back or forward makes nobody wait longer, and nobody send too soon', async () => {
  const before = (await submitted(site)).employer;
  const signed = Object.entries(jumps).flatMap(([name, jump]) => [
    [`back ${name}`, -jump] as const,
    [`forward ${name}`, jump] as const,
  ]);
  const measure = async ([name, jump]: readonly [string, number]) =>
    [name, await Promise.all(moments.map((moment) => timeFor(moment, jump)))] as const;
  const all = [['not set', 0] as const, ...signed];
  const rows: (readonly [string, readonly number[]])[] = [];
  // Nine pages at once: each mostly waits.
  for (let from = 0; from < all.length; from += 3)
    rows.push(...(await Promise.all(all.slice(from, from + 3).map(measure))));
  const cells = (times: readonly number[]) =>
    Object.fromEntries(
      moments.map((moment, place) => [moment, `${((times[place] ?? NaN) / second).toFixed(1)} s`]),
    );
  console.table(Object.fromEntries(rows.map(([name, times]) => [name, cells(times)])));
  const usual = Math.max(...(rows[0]?.[1] ?? []));
  // To the second it is held where timers are false: tests/unit/browser/proofs.test.ts, outbox.test.ts.
  for (const [name, times] of rows) expect(Math.max(...times), name).toBeLessThan(usual + jumps['40 s'] / 2);
  expect((await submitted(site)).employer).toBe(before + (signed.length + 1) * moments.length);
});
