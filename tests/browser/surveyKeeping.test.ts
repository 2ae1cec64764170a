import { createHash } from 'node:crypto';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { draftDays } from '../../src/survey/draft.ts';
import { intercept } from './harness/intercept.ts';
import { newPage } from './harness/newPage.ts';
import { openSite } from './harness/openSite.ts';
import { violations } from './harness/violations.ts';
import { fewest, turnedDown } from './survey/examples.ts';
import { submitted } from './survey/responses.ts';
import { submissions } from './survey/submissions.ts';
import { startSurveyServer } from './survey/surveyServer.ts';
import { answerAll, begin, next, openSurvey, reach, receiptShown, screen } from './survey/surveyPage.ts';

const site = openSite(startSurveyServer);
const open = site.newPage;
const noConnection = [/Failed to load resource/];
const count = async (): Promise<number> => {
  const { job_seeker, employer } = await submitted(site);
  return job_seeker + employer;
};
const status = (page: Page): Promise<string> => page.locator('[data-status]').innerText();
const outboxTitle = (page: Page): Promise<string> => page.locator('#outbox-title').innerText();

/** Another tab of the same person. */
async function anotherTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto('/survey/job-seeker/');
  return tab;
}

/** Everything that lies on the device for this site. */
const onDevice = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('no-but-why');
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('no database'));
      };
    });
    const values = database.objectStoreNames.contains('unfinished')
      ? await new Promise<unknown[]>((resolve) => {
          const request = database.transaction('unfinished').objectStore('unfinished').getAll();
          request.onsuccess = () => {
            resolve(request.result as unknown[]);
          };
        })
      : [];
    database.close();
    return JSON.stringify([
      values,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
    ]);
  });
const nothing = '[[],[],[],""]';
/** What stays of a response whose owner has the receipt: the day alone. */
const expectTheDayAlone = (page: Page) =>
  expect.poll(() => onDevice(page)).toMatch(/^\[\[\{"format":1,"at":\d+\}\],\[\],\[\],""\]$/);
/** The pages where a side is chosen. */
const withDoors = ['/', '/survey/'] as const;
/** On one of them, what says that a side was begun, once the script that looks for it is done. */
async function unfinished(page: Page, path: (typeof withDoors)[number] = '/survey/'): Promise<Locator> {
  await page.goto(path, { waitUntil: 'networkidle' });
  return page.getByText('Go on where you stopped').filter({ visible: true });
}
/** A browser that refuses all storage. */
const refuseStorage = (page: Page) =>
  page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'localStorage', { get: refuse });
    IDBFactory.prototype.open = refuse;
    LockManager.prototype.request = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  });
const have = (page: Page): Promise<void> => page.locator('[data-have]').click();

describe('Consent', () => {
  test('without consent the survey does not start, nothing is kept, and no address leads past it', async () => {
    const page = await open();
    await openSurvey(page, 'job_seeker');
    expect(await page.locator('#consent').isChecked()).toBe(false);
    await next(page);
    const sentence = 'Tick the box before you start: we can keep answers only from adults who agree to this.';
    expect(await page.locator('[data-errors]').innerText()).toContain(sentence);
    expect(await page.locator('#consent-message').innerText()).toBe(sentence);
    await page.locator('[data-errors] a').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('consent');
    await page.goto('/survey/job-seeker/#s_stage');
    await page.reload();
    await page.locator('form[data-running]').waitFor();
    expect(await screen(page).getAttribute('data-screen')).toBe('start');
    expect(await onDevice(page)).toBe(nothing);
    await begin(page);
    expect(await screen(page).getAttribute('data-screen')).toBe('s_stage');
  });

  test('who takes the tick away is led back to it, and what is sent names the text agreed to', async () => {
    const page = await open();
    const sent = submissions(page);
    await page.goto('/survey/employer/?from=linkedin');
    await page.locator('form[data-running]').waitFor();
    await begin(page);
    await page.locator('#e_role-hr').check();
    await next(page);
    await page.goBack();
    await page.goBack();
    await page.locator('#consent').uncheck();
    await page.goForward();
    expect(await screen(page).getAttribute('data-screen')).toBe('start');
    await begin(page);
    await reach(page, { e_last: 'nobody' }, 'review');
    await next(page);
    await receiptShown(page);
    expect(sent).toMatchObject([{ consent: '1', channel: 'linkedin', side: 'employer' }]);
    expect(sent[0]?.seconds).toSatisfy((seconds) => Number.isInteger(seconds) && Number(seconds) < 60);
  });
});

describe('The draft', () => {
  test('says until when it is kept, is cleared on request, and nothing of it remains', async () => {
    const page = await open();
    await page.clock.setFixedTime(new Date('2026-11-24T12:00:00Z'));
    await openSurvey(page, 'job_seeker');
    await begin(page);
    await page.locator('#s_stage-int2').check();
    await page.getByText('Kept on this device until 24 December 2026.').waitFor();
    expect(await onDevice(page)).toContain('int2');
    await page.getByText('Clear it').click();
    await page.locator('[data-clear]').click();
    expect(await status(page)).toBe('Your answers are cleared, on this page and on this device.');
    expect(await screen(page).getAttribute('data-screen')).toBe('start');
    expect(await page.locator('input:checked').count()).toBe(0);
    await expect.poll(() => onDevice(page)).toBe(nothing);
    await page.reload();
    await page.locator('form[data-running]').waitFor();
    expect(await screen(page).getAttribute('data-screen')).toBe('start');
    expect(await onDevice(page)).toBe(nothing);
  });

  /** Another visit on the same device, in which the browser’s database takes some time. */
  async function visitLate(page: Page, milliseconds: number): Promise<Page> {
    const context = page.context();
    await page.close();
    const late = await context.newPage();
    await late.addInitScript((after) => {
      const original: unknown = Reflect.get(IDBFactory.prototype, 'open');
      IDBFactory.prototype.open = function (...names) {
        const request = Reflect.apply(original as typeof this.open, this, names);
        Object.defineProperty(request, 'onsuccess', {
          set: (tell: () => void) => {
            request.addEventListener('success', () => setTimeout(tell, after));
          },
        });
        return request;
      };
    }, milliseconds);
    await openSurvey(late, 'employer');
    return late;
  }
  async function leaveDraft(): Promise<Page> {
    const page = await open();
    await openSurvey(page, 'employer');
    await begin(page);
    await page.locator('#e_role-hr').check();
    await expect.poll(() => onDevice(page)).toMatch(/"hr".*\],\[\],/);
    // What a page writes as it goes would be found without the database.
    await page.goto('/about/');
    await page.evaluate(() => {
      localStorage.clear();
    });
    return page;
  }

  test('is restored where the browser’s database takes three seconds', async () => {
    const page = await visitLate(await leaveDraft(), 3_000);
    expect(await page.locator('#e_role-hr').isChecked()).toBe(true);
  });

  test('is not written over where the browser’s database does not answer, and the page says so', async () => {
    const page = await visitLate(await leaveDraft(), 60_000);
    expect(await status(page)).toMatch(
      /^This device did not say in time what it keeps of an earlier visit\./,
    );
    await begin(page);
    await page.locator('#e_role-owner').check();
    await page.locator('[data-kept-said]').filter({ hasText: 'Kept on this device until' }).waitFor();
    await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain('"owner"');
    const again = await visitLate(page, 0);
    await again.locator('[data-aside]').waitFor();
    expect(await again.locator('#e_role-owner').isChecked()).toBe(true);
    expect(await again.locator('#aside-text').inputValue()).toContain('"e_role":"hr"');
  });

  test.each([
    [draftDays - 1, 's_stage'],
    [draftDays + 1, 'start'],
  ])('after %i days it opens at %s', async (days, expected) => {
    const page = await open();
    const now = Date.UTC(2026, 10, 24);
    await page.clock.setFixedTime(now);
    await openSurvey(page, 'job_seeker');
    await begin(page);
    await page.locator('#s_stage-int2').check();
    await expect.poll(() => onDevice(page)).toContain('int2');
    const context = page.context();
    await page.close();
    await context.clock.setFixedTime(now + days * 86_400_000);
    const later = await anotherTab(context);
    await later.locator('form[data-running]').waitFor();
    expect(await screen(later).getAttribute('data-screen')).toBe(expected);
    if (expected === 'start') await expect.poll(() => onDevice(later)).toBe(nothing);
  });

  test.each(withDoors)(
    'is named on %s at the door of its side, which leads back to the answers, and there alone',
    async (path) => {
      const page = await open();
      expect(await (await unfinished(page, path)).count()).toBe(0);
      await openSurvey(page, 'job_seeker');
      await begin(page);
      // Begun, and nothing answered yet.
      expect(await (await unfinished(page, path)).count()).toBe(0);
      await openSurvey(page, 'job_seeker');
      await reach(page, { s_stage: 'int2' }, 's_elapsed');
      const goOn = await unfinished(page, path);
      await expect.poll(() => goOn.count()).toBe(1);
      await goOn.click();
      await page.locator('form[data-running]').waitFor();
      expect(new URL(page.url()).pathname).toBe('/survey/job-seeker/');
      expect(await screen(page).getAttribute('data-screen')).toBe('s_elapsed');
      expect(await page.locator('#s_stage-int2').isChecked()).toBe(true);
    },
  );

  test('is named there no more once it has arrived, though its receipt is still kept', async () => {
    const page = await open();
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    const waiting = await unfinished(page);
    await expect.poll(() => waiting.count()).toBe(1);
    await openSurvey(page, 'employer');
    await next(page);
    await receiptShown(page);
    expect(await onDevice(page)).toContain('e_role');
    expect(await (await unfinished(page)).count()).toBe(0);
  });

  test('is not looked for in vain: where storage is refused, each door leads to its survey', async () => {
    const page = await open();
    await refuseStorage(page);
    expect(await (await unfinished(page)).count()).toBe(0);
    await page.getByRole('link', { name: /^I applied for a job/ }).click();
    await page.locator('form[data-running]').waitFor();
  });

  test('is gone from the device once its owner has the receipt', async () => {
    const page = await open();
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    await expect.poll(() => onDevice(page)).toContain('e_role');
    await next(page);
    await receiptShown(page);
    expect(await onDevice(page)).toContain('e_role');
    await have(page);
    await expectTheDayAlone(page);
  });
});

describe('Nothing is lost (T18)', () => {
  test('1, offline in mid-form: answering goes on, and it is sent when the network is back', async () => {
    const before = await count();
    const page = await open();
    await openSurvey(page, 'job_seeker');
    await reach(page, { s_stage: 'int1', s_outcome: 'rejected_told' }, 's_hours');
    await page.context().setOffline(true);
    await page.locator('#s_hours-number').fill('14');
    await reach(page, { industry: 'tech' }, 'review');
    await page.context().setOffline(false);
    const sent = submissions(page);
    await next(page);
    await receiptShown(page);
    expect(sent[0]?.answers).toEqual({
      s_outcome: 'rejected_told',
      s_stage: 'int1',
      s_hours: 14,
      industry: 'tech',
    });
    expect(await count()).toBe(before + 1);
  });

  test('2, offline at send: it says so, and goes out by itself when the network is back', async () => {
    const before = await count();
    const page = await open({ expectedProblems: noConnection });
    await openSurvey(page, 'job_seeker');
    await answerAll(page, turnedDown);
    await page.context().setOffline(true);
    await next(page);
    await page.getByText('You are offline').waitFor();
    expect(await page.locator('[data-outbox-said]').innerText()).toContain(
      'Your answers are safe on this device',
    );
    expect(await onDevice(page)).toContain('"submission":{"id"');
    await page.context().setOffline(false);
    await receiptShown(page);
    expect(await count()).toBe(before + 1);
  });

  test('3, a tab that is killed: everything older than a second is there in the next', async () => {
    const page = await open();
    const context = page.context();
    await openSurvey(page, 'job_seeker');
    const { s_outcome, s_elapsed, s_stage } = turnedDown;
    await reach(page, { s_stage, s_elapsed, s_outcome }, 's_hours');
    const order = await page
      .locator('[data-screen=s_wanted] .opts input')
      .evaluateAll((inputs) => inputs.map(({ id }) => id));
    await page.locator('#s_hours-number').pressSequentially('about 1');
    // The promise: what is older than one second.
    await expect.poll(() => onDevice(page), { timeout: 1000 }).toContain('about 1');
    const session = await context.newCDPSession(page);
    void session.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');
    await page.close();

    const tab = await anotherTab(context);
    await tab.locator('form[data-running]').waitFor();
    expect(await screen(tab).getAttribute('data-screen')).toBe('s_hours');
    expect(await status(tab)).toMatch(/^Your answers are still here, as you left them on /);
    expect(await tab.locator('#s_hours-number').inputValue()).toBe('about 1');
    for (const [variable, code] of Object.entries({ s_outcome, s_elapsed, s_stage }))
      expect(await tab.locator(`#${variable}-${String(code)}`).isChecked()).toBe(true);
    expect(
      await tab
        .locator('[data-screen=s_wanted] .opts input')
        .evaluateAll((inputs) => inputs.map(({ id }) => id)),
    ).toEqual(order);
    // Without a history of its own the page’s Back still leads back.
    await tab.locator('[data-back]').click();
    expect(await screen(tab).getAttribute('data-screen')).toBe('s_outcome');
  });

  test('4, reload: nothing is lost, not even what was typed a moment ago', async () => {
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await reach(page, { s_stage: 'screened', s_outcome: 'rejected_told' }, 's_hours');
    await page.locator('#s_hours-number').fill('37');
    await page.reload();
    await page.locator('form[data-running]').waitFor();
    expect(await page.locator('#s_hours-number').inputValue()).toBe('37');
    await page.goBack();
    expect(await screen(page).getAttribute('data-screen')).toBe('s_outcome');
    expect(await page.locator('#s_stage-screened').isChecked()).toBe(true);
    await page.goForward();
    await reach(page, {}, 'review');
    await page.reload();
    await page.locator('.review__item').first().waitFor();
    await next(page);
    await receiptShown(page);
    expect(sent[0]?.answers).toEqual({ s_stage: 'screened', s_outcome: 'rejected_told', s_hours: 37 });
  });

  test('5, two tabs: the second waits, never overwrites, and goes on once the first is closed', async () => {
    const page = await open();
    const context = page.context();
    await openSurvey(page, 'job_seeker');
    await reach(page, { s_stage: 'int2' }, 's_elapsed');
    const second = await anotherTab(context);
    await second.getByText('This survey is open in another tab').waitFor();
    expect(await second.locator('form').isVisible()).toBe(false);
    await page.bringToFront();
    await page.locator('#s_elapsed-m3_6').check();
    await page.close();
    await second.locator('form[data-running]').waitFor();
    expect(await screen(second).getAttribute('data-screen')).toBe('s_elapsed');
    expect(await second.locator('#s_elapsed-m3_6').isChecked()).toBe(true);
  });

  test('5, two tabs: the second can take over, and the first stops writing', async () => {
    const page = await open();
    const context = page.context();
    await openSurvey(page, 'job_seeker');
    await reach(page, { s_stage: 'int2' }, 's_elapsed');
    await expect.poll(() => onDevice(page)).toContain('"screen":"s_elapsed"');
    const second = await anotherTab(context);
    await second.locator('[data-take]').click();
    await second.locator('form[data-running]').waitFor();
    expect(await second.locator('#s_stage-int2').isChecked()).toBe(true);
    await page.getByText('This survey is open in another tab').waitFor();
    await second.locator('#s_elapsed-ge45').check();
    await expect.poll(() => onDevice(second)).toContain('ge45');
    await second.close();
    // It loads again, with what the other tab kept.
    await page.locator('#s_elapsed-ge45:checked').waitFor();
  });

  test('5, two tabs of a browser without locks: once one has written the other stops, and takes it back when the person says so', async () => {
    const page = await open();
    const context = page.context();
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
    await openSurvey(page, 'job_seeker');
    await reach(page, { s_stage: 'int2' }, 's_elapsed');
    await expect.poll(() => onDevice(page)).toContain('"screen":"s_elapsed"');
    const second = await anotherTab(context);
    await second.locator('form[data-running]').waitFor();
    await second.locator('#s_elapsed-ge45').check();
    await expect.poll(() => onDevice(second)).toContain('ge45');
    await page.getByText('This survey is open in another tab').waitFor();
    expect(await page.locator('form').isVisible()).toBe(false);
    await second.close();
    expect(await onDevice(page)).toContain('ge45');
    await page.locator('[data-take]').click();
    await page.locator('#s_elapsed-ge45:checked').waitFor();
  });

  test('6, the server is restarted while a response waits: it is sent once, by itself', async () => {
    const own = await startSurveyServer();
    const page = await newPage(site.browser, own.url, { expectedProblems: noConnection });
    await openSurvey(page, 'job_seeker');
    await answerAll(page, turnedDown);
    await own.stop();
    await next(page);
    await page.getByText('Your answers are waiting to be sent').waitFor();
    await own.start();
    const sent = submissions(page);
    await receiptShown(page);
    expect(sent.map(({ answers }) => answers)).toEqual([turnedDown]);
    expect(await submitted(own)).toEqual({ job_seeker: 1, employer: 0 });
    await page.close();
    await own.close();
  });

  test('6, a page that is loaded again while a response waits goes on sending it', async () => {
    const before = await count();
    const page = await open({ expectedProblems: noConnection });
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await answerAll(page, turnedDown);
    const mend = await intercept(page, '**/rpc/submit_response', (route) => route.abort());
    await next(page);
    await page.getByText('Your answers are waiting to be sent').waitFor();
    await page.reload();
    await page.getByText('Your answers are waiting to be sent').waitFor();
    mend();
    await page.locator('[data-hurry]').click();
    await receiptShown(page);
    expect(new Set(sent.map(({ id, receipt }) => id + receipt)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test('6, a receipt that was not shown yet is shown when the page is opened again', async () => {
    const before = await count();
    const page = await open();
    await page.addInitScript(() => {
      if (sessionStorage.getItem('seen') === null)
        Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    });
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    await next(page);
    const code = await receiptShown(page);
    await page.evaluate(() => {
      sessionStorage.setItem('seen', '');
    });
    await page.reload();
    expect(await receiptShown(page)).toBe(code);
    await page.evaluate(() => {
      sessionStorage.clear();
    });
    await have(page);
    await expectTheDayAlone(page);
    expect(await count()).toBe(before + 1);
  });

  test.each([
    // Whatever the code that sends needs first, by whatever name the build gives it.
    ['sends', /\/_astro\/(?!deliver|later)[^/]+\.js$/],
    ['shows the receipt', /\/_astro\/later[^/]*\.js$/],
  ])('6, when code that %s is lost on its way, the page is loaded again and goes on', async (_, lost) => {
    const before = await count();
    const page = await open({ expectedProblems: noConnection });
    await openSurvey(page, 'employer');
    // What shows the receipt is asked for at every answer, and lost until the page is loaded again.
    const isEarly = lost.test('/_astro/later.js');
    const lose = () => intercept(page, lost, (route) => route.abort(), isEarly ? Infinity : 1);
    const mend = isEarly ? await lose() : undefined;
    await answerAll(page, fewest);
    if (!isEarly) await lose();
    page.once('load', () => mend?.());
    await next(page);
    await receiptShown(page);
    expect(
      await page.evaluate(() =>
        performance.getEntriesByType('navigation').map((entry) => 'type' in entry && entry.type),
      ),
    ).toEqual(['reload']);
    expect(await count()).toBe(before + 1);
  });

  test('7, storage refused: it says that answers are on this page only, guards them, and can be sent', async () => {
    const before = await count();
    const page = await open();
    await refuseStorage(page);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.dismiss();
    });
    await openSurvey(page, 'employer');
    await begin(page);
    await page.locator('#e_role-hr').check();
    await page.getByText('your answers are on this page only').waitFor();
    expect(await page.getByText('Clear it').isVisible()).toBe(false);
    await page.reload({ timeout: 1500 }).catch(() => undefined);
    expect(dialogs).toEqual(['beforeunload']);
    expect(await page.locator('#e_role-hr').isChecked()).toBe(true);
    await reach(page, { e_last: 'nobody' }, 'review');
    await next(page);
    await receiptShown(page);
    expect(await count()).toBe(before + 1);
  });

  test('8, a private window knows nothing of the draft outside it, and keeps its own while it is open', async () => {
    const page = await open();
    await openSurvey(page, 'job_seeker');
    await reach(page, { s_stage: 'int1' }, 's_elapsed');
    const other = await open();
    await openSurvey(other, 'job_seeker');
    expect(await screen(other).getAttribute('data-screen')).toBe('start');
    await reach(other, { s_stage: 'int3' }, 's_elapsed');
    await other.reload();
    await other.locator('form[data-running]').waitFor();
    expect(await other.locator('#s_stage-int3').isChecked()).toBe(true);
    await page.reload();
    await page.locator('form[data-running]').waitFor();
    expect(await page.locator('#s_stage-int1').isChecked()).toBe(true);
  });
});

describe('What the outbox says', () => {
  const refusal = (status: number, code: string, message: string, more: object = {}) => ({
    status,
    json: { code, message, ...more },
  });

  test('a refusal comes in the server’s own sentence, is not sent again, and the answers can be changed', async () => {
    const page = await open({ expectedProblems: noConnection });
    const sent = submissions(page);
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    await intercept(
      page,
      '**/rpc/submit_response',
      (route) => route.fulfill(refusal(400, 'not_valid', 'We cannot take this.')),
      1,
    );
    await next(page);
    await page.getByText('We could not accept your answers').waitFor();
    expect(await page.locator('[data-outbox-said]').innerText()).toBe('We cannot take this.');
    expect(await page.locator('[data-hurry]').isVisible()).toBe(false);
    await page.locator('[data-change]').click();
    expect(await screen(page).getAttribute('data-screen')).toBe('review');
    expect(sent).toHaveLength(1);
    await next(page);
    await receiptShown(page);
    expect(sent).toHaveLength(2);
  });

  test('too many from one place: it waits as long as the server asks, in its words', async () => {
    const page = await open({ expectedProblems: noConnection });
    const sent = submissions(page);
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    const sentence = 'Today’s limit for your network is reached.';
    await page.route('**/rpc/submit_response', (route) =>
      route.fulfill(refusal(429, 'too_many', sentence, { retry_after: 7200 })),
    );
    await next(page);
    await page.getByText('Your answers are waiting to be sent').waitFor();
    expect(await page.locator('[data-outbox-said]').innerText()).toContain(
      `${sentence} We try again by ourselves, in 2 hours at the latest.`,
    );
    await page.evaluate(() => dispatchEvent(new Event('online')));
    expect(sent).toHaveLength(1);
  });

  test('a proof of work that was used or has expired is renewed without telling the person', async () => {
    const page = await open({ expectedProblems: noConnection });
    const sent = submissions(page);
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    const codes = ['proof_expired', 'proof_used'];
    await intercept(
      page,
      '**/rpc/submit_response',
      (route) => route.fulfill(refusal(400, codes.shift() ?? '', 'Send again.')),
      2,
    );
    await next(page);
    await receiptShown(page);
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  test('a response whose reply was lost is not stored twice, and the page says that a later change did not arrive', async () => {
    const before = await count();
    const page = await open({ expectedProblems: noConnection });
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await reach(page, { s_stage: 'int1', s_outcome: 'rejected_told' }, 'review');
    await intercept(
      page,
      '**/rpc/submit_response',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      1,
    );
    await next(page);
    await page.locator('[data-change]').click();
    await page.getByRole('link', { name: /^Change the answer to “Where was the job based/ }).click();
    await page.locator('#region-us').check();
    await next(page);
    await next(page);
    await receiptShown(page);
    expect(new Set(sent.map(({ id, receipt }) => id + receipt)).size).toBe(1);
    expect(await page.locator('[data-arrived-before]').isVisible()).toBe(true);
    expect(await count()).toBe(before + 1);
  });

  test.each<[string, (page: Page) => Promise<void>]>([
    [
      'answers are cleared',
      async (page) => {
        await page.getByText('Clear it').click();
        await page.locator('[data-clear]').click();
        expect(await screen(page).getAttribute('data-screen')).toBe('start');
      },
    ],
    [
      'an answer ends the survey',
      async (page) => {
        await page
          .getByRole('link', { name: /^Change the answer to/ })
          .first()
          .click();
        await page.locator('#e_role-none').check();
        await next(page);
        await page.locator('[data-ended]').waitFor();
        expect(await page.locator('[data-nothing-sent]').isVisible()).toBe(false);
      },
    ],
  ])('of a response whose reply was lost the code stays on the page where %s', async (_, end) => {
    const page = await open({ expectedProblems: noConnection });
    const sent = submissions(page);
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    await intercept(
      page,
      '**/rpc/submit_response',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      1,
    );
    await next(page);
    await page.locator('[data-change]').click();
    await end(page);
    const earlier = page.locator('[data-earlier]');
    const code = (await earlier.locator('output').innerText()).replaceAll('-', '');
    expect(createHash('sha256').update(code).digest('hex')).toBe(sent[0]?.receipt);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('earlier-title');
    expect(await violations(page)).toEqual([]);
    await expect.poll(() => onDevice(page)).toBe(nothing);
    await page.goto('survey/employer/');
    await page.locator('form[data-running]').waitFor();
    expect(await earlier.isVisible()).toBe(false);
  });

  test('what was deleted in the meantime is not stored again', async () => {
    const page = await open();
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    await page.route('**/rpc/submit_response', (route) => route.fulfill({ json: { status: 'withdrawn' } }));
    await next(page);
    await page.getByText('These answers were deleted before').waitFor();
    expect(await outboxTitle(page)).toBe('These answers were deleted before');
    await expect.poll(() => onDevice(page)).toBe(nothing);
    await page.locator('[data-restart]').click();
    await page.locator('form[data-running]').waitFor();
    expect(await screen(page).getAttribute('data-screen')).toBe('start');
  });
});
