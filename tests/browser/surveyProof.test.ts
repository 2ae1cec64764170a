import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './harness/launchBrowser.ts';
import { newPage } from './harness/newPage.ts';
import { submissions } from './survey/submissions.ts';
import { submitted } from './survey/responses.ts';
import { startSurveyServer, type SurveyServer } from './survey/surveyServer.ts';
import { answerAll, next, openSurvey, reach, receiptShown } from './survey/surveyPage.ts';

/** Proofs to solve; more for steadier figures (PROOF_RUNS=40). */
const runs = Number(process.env.PROOF_RUNS ?? 8);
const slower = 6;

let server: SurveyServer;
let browser: Browser;
beforeAll(async () => {
  server = await startSurveyServer('real');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

interface Watched {
  /** Milliseconds since the page began; when the worker got its challenge, and when it had the solution. */
  solving?: number;
  solved?: number;
  /** Tasks of the main thread over 50 ms. */
  long: { start: number; duration: number }[];
}

/** Notes what the worker and the main thread do, from before the page’s own scripts on. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { long: [] };
    Object.assign(globalThis, { watched });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        watched.long.push({ start: startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
    Object.assign(globalThis, {
      Worker: class extends Worker {
        override postMessage(...message: [unknown]) {
          watched.solving = performance.now();
          this.addEventListener('message', () => {
            watched.solved = performance.now();
          });
          super.postMessage(...message);
        }
      },
    });
  });
}

const watchedOn = (page: Page): Promise<Watched> =>
  page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);

const at = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN);

test(
  `while a proof is solved on a main thread ${slower} times slower, typing never waits for it`,
  { timeout: 30_000 + runs * 20_000 },
  async () => {
    const times: number[] = [];
    const long: number[] = [];
    let typed = 0;
    for (let run = 0; run < runs; run += 1) {
      const page = await newPage(browser, server.now().url);
      await watch(page);
      // The challenge is held back until there is a field to type in.
      let hand = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        hand = resolve;
      });
      await page.route('**/rpc/challenge', async (route) => {
        await held;
        await route.continue();
      });
      await openSurvey(page, 'job_seeker');
      await reach(page, { s_outcome: 'rejected_told', s_stage: 'int1' }, 's_hours');
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
      const field = page.locator('#s_hours-number');
      await field.focus();
      hand();
      await page.waitForFunction(
        () => (globalThis as unknown as { watched: Watched }).watched.solving !== undefined,
      );
      while ((await watchedOn(page)).solved === undefined) {
        await page.keyboard.press('1');
        await page.keyboard.press('Backspace');
        typed += 2;
      }
      const { solving = NaN, solved = NaN, long: tasks } = await watchedOn(page);
      times.push(solved - solving);
      for (const { start, duration } of tasks)
        if (start + duration > solving && start < solved) long.push(duration);
      await page.context().close();
    }
    times.sort((a, b) => a - b);
    console.log(
      `${runs} proofs, ${typed} keys typed meanwhile: median ${at(times, 0.5)} ms, 95th percentile ${at(times, 0.95)} ms; tasks over 50 ms: ${long.length}. The worker is not slowed down by the browser’s throttle; a device ${slower} times slower takes about ${at(times, 0.5) * slower} and ${at(times, 0.95) * slower} ms.`,
    );
    expect(long).toEqual([]);
  },
);

test('whoever is faster than anybody can answer waits, without a word, and sends one request', async () => {
  const page = await newPage(browser, server.now().url);
  const sent = submissions(page);
  await openSurvey(page, 'employer');
  await answerAll(page, { e_role: 'none' });
  await next(page);
  await page.getByText('Sending your answers').waitFor();
  await receiptShown(page);
  expect(sent).toHaveLength(1);
  expect(await submitted(server.now())).toEqual({ job_seeker: 0, employer: 1 });
});

test('the worker is loaded with the first answer, under the policy of the page', async () => {
  const page = await newPage(browser, server.now().url);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openSurvey(page, 'employer');
  const isForProof = (path: string) => /challenge|solve|proofs/.test(path);
  expect(asked.filter(isForProof)).toEqual([]);
  await reach(page, {}, 'e_role');
  expect(asked.filter(isForProof)).toEqual([]);
  const worker = page.waitForEvent('worker');
  await page.locator('#e_role-hr').check();
  expect((await worker).url()).toMatch(/\/_astro\/solve-[^/]+\.js$/);
  expect(await page.locator('meta[http-equiv=content-security-policy]').getAttribute('content')).toContain(
    'trusted-types survey-worker',
  );
});

test('whoever fills the field that people do not see is thanked, and nothing is stored', async () => {
  const before = await submitted(server.now());
  const page = await newPage(browser, server.now().url);
  await openSurvey(page, 'employer');
  const trap = page.getByLabel('Leave this empty');
  expect(
    await trap.evaluate((field) => field.closest('[aria-hidden=true]') !== null && field.tabIndex === -1),
  ).toBe(true);
  expect(await trap.evaluate((field) => field.getBoundingClientRect().right < 0)).toBe(true);
  await trap.evaluate((field) => {
    (field as HTMLInputElement).value = 'https://example.com';
  });
  await answerAll(page, { e_role: 'none' });
  await next(page);
  await receiptShown(page);
  expect(await submitted(server.now())).toEqual(before);
});
