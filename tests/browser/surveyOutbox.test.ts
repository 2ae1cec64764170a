import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSite } from './harness/openSite.ts';
import { startKillableServer } from './survey/killableServer.ts';
import { fewest } from './survey/examples.ts';
import { submitted } from './survey/responses.ts';
import { answerAll, next, openSurvey, receiptShown } from './survey/surveyPage.ts';

/** Responses to send; 300 is the run that the issue asks for (OUTBOX_RESPONSES=300). */
const responses = Number(process.env.OUTBOX_RESPONSES ?? 24);
const kills = Math.max(2, Math.round(responses / 50));
/** Pages at once: on two cores more only wait for each other. */
const pages = 3;

const site = openSite(startKillableServer);

test(
  `${responses} responses through lost requests, lost answers, errors and ${kills} kills of the server make ${responses} rows (T11)`,
  { timeout: 60_000 + responses * 4_000 },
  async () => {
    const happened = {
      sent: 0,
      'lost on the way there': 0,
      'lost on the way back': 0,
      'error of the server': 0,
      'opened again by hand': 0,
    };
    const codes = new Set<string>();
    let begun = 0;

    const trouble = async (route: Route): Promise<void> => {
      const chance = Math.random();
      happened.sent += 1;
      if (chance < 0.2) {
        happened['lost on the way there'] += 1;
        await route.abort();
      } else if (chance < 0.4) {
        happened['lost on the way back'] += 1;
        await route.fetch().catch(() => undefined);
        await route.abort();
      } else if (chance < 0.5) {
        happened['error of the server'] += 1;
        await route.fulfill({ status: 503, json: { code: '57P01', message: 'terminating connection' } });
      } else await route.continue();
    };

    const sendSome = async (): Promise<void> => {
      const context = await site.browser.newContext({ baseURL: site.url });
      const page = await context.newPage();
      await page.route('**/rpc/submit_response', trouble);
      while (begun < responses) {
        begun += 1;
        // The page itself may not come while the server is being started.
        for (;;) {
          const isOpen = await openSurvey(page, 'employer').then(
            () => true,
            () => false,
          );
          if (isOpen) break;
        }
        await answerAll(page, fewest);
        await next(page);
        // Nobody waits for minutes here: the button does what the clock would do later. And whoever sees the browser’s
        // own error, because the server went away in the moment in which the page loaded itself again, opens it again.
        const hurry = setInterval(() => {
          const isGone = page.url().startsWith('chrome-error:');
          const act = isGone
            ? page.goto('/survey/employer/')
            : page.locator('[data-hurry]').click({ timeout: 200 });
          if (isGone) happened['opened again by hand'] += 1;
          act.catch(() => undefined);
        }, 400);
        codes.add(
          await receiptShown(page, 60_000).catch(async (error: unknown) => {
            throw new Error(`Stuck at ${page.url()}: ${await page.locator('body').innerText()}`, {
              cause: error,
            });
          }),
        );
        clearInterval(hurry);
        // The receipt stays until its owner has it, and only then does the survey begin anew.
        await page.locator('[data-have]').click();
      }
      await context.close();
    };

    const killNowAndThen = async (): Promise<void> => {
      for (let kill = 1; kill <= kills; kill += 1) {
        await expect
          .poll(() => codes.size, { timeout: 600_000, interval: 50 })
          .toBeGreaterThan((responses * kill) / (kills + 1) - 1);
        await site.killAndStart();
      }
    };
    await Promise.all([killNowAndThen(), ...Array.from({ length: pages }, sendSome)]);

    console.log(`${responses} responses, ${kills} kills: ${JSON.stringify(happened)}`);
    expect(codes.size).toBe(responses);
    expect(await submitted(site)).toEqual({ job_seeker: 0, employer: responses });
  },
);
