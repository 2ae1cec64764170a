import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type StartedServer } from '../../scripts/server/startServer.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { readReceiptCode } from '../../src/survey/receiptCode.ts';
import type { Submission } from '../../src/survey/submission.ts';
import { variablesOf } from '../../src/survey/variables.ts';
import { testSite } from '../build/harness/testSite.ts';
import { launchBrowser } from './harness/launchBrowser.ts';
import { newPage, type PageOptions } from './harness/newPage.ts';
import { violations } from './harness/violations.ts';
import { recruiter, turnedDown } from './survey/examples.ts';
import { storedRows, submitted } from './survey/responses.ts';
import { answerAll, asked, next, openSurvey, receiptShown, screen } from './survey/surveyPage.ts';

let dataDir: string;
let server: StartedServer;
let browser: Browser;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'no-but-why-survey-'));
  server = await startServer({ port: 0, dataDir, distDir: testSite });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const open = (options?: PageOptions): Promise<Page> => newPage(browser, server.url, options);
const noConnection = [/Failed to load resource/];

/** What the box above the question says, a line for each part. */
const alertOf = async (page: Page): Promise<string> =>
  (await page.locator('[role=alert]').innerText()).replaceAll(/\n+/g, '\n');

/** Every submission the page sends from now on. */
function submissions(page: Page): Submission[] {
  const sent: Submission[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/rpc/submit_response'))
      sent.push((request.postDataJSON() as { submission: Submission }).submission);
  });
  return sent;
}

/** Passes over the first screens with only what is required. */
async function reach(page: Page, chosen: Readonly<Record<string, string>>, target: string): Promise<void> {
  while ((await screen(page).getAttribute('data-screen')) !== target) {
    for (const variable of await asked(page)) {
      const code = chosen[variable];
      if (code !== undefined) await page.locator(`#${variable}-${code}`).check();
    }
    await next(page);
  }
}
const seeker = { s_outcome: 'rejected_told', s_stage: 'int1' };

describe('Answered to the end', () => {
  test.each([
    ['job_seeker', 'mouse', turnedDown],
    ['job_seeker', 'keys', turnedDown],
    ['employer', 'mouse', recruiter],
    ['employer', 'keys', recruiter],
  ] as const)('the %s survey, by %s, is stored once as it was answered', async (side, by, chosen) => {
    const folder = await mkdtemp(join(tmpdir(), 'no-but-why-survey-'));
    const own = await startServer({ port: 0, dataDir: folder, distDir: testSite });
    try {
      const page = await newPage(browser, own.url);
      const sent = submissions(page);
      await openSurvey(page, side);
      expect(await answerAll(page, chosen, by)).toHaveLength(16);
      expect(await page.locator('[data-counts]').innerText()).toBe(
        'You answered 16 questions and skipped none.',
      );
      if (by === 'mouse') await next(page);
      else {
        await page.locator('[data-next]').focus();
        await page.keyboard.press('Enter');
      }
      const code = await receiptShown(page);
      expect(code).toMatch(/^([0-9A-Z]{7}-){3}[0-9A-Z]{7}$/);
      expect(await page.title()).toBe(
        `Thank you. Your receipt · ${questionnaire.sides[side].title} · No, But Why?`,
      );
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        'Thank you. You’ve been counted.',
      );
      const [submission] = sent;
      expect(sent).toHaveLength(1);
      expect(submission?.answers).toEqual(chosen);
      const hash = createHash('sha256')
        .update(readReceiptCode(code) ?? '')
        .digest('hex');
      expect(submission?.receipt).toBe(hash);
    } finally {
      await own.close();
    }
    const rows = await storedRows(folder);
    const other = side === 'employer' ? 'job_seeker' : 'employer';
    expect(rows[other]).toEqual([]);
    expect(rows[side]).toHaveLength(1);
    const expected = Object.fromEntries(
      variablesOf(questionnaire, side).map(({ id }) => [id, chosen[id] ?? 'na']),
    );
    expect(rows[side][0]).toMatchObject(expected);
    await rm(folder, { recursive: true, force: true });
  });

  test('who is screened out is told why there is nothing more to ask, and counts', async () => {
    const before = await submitted(server);
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'employer');
    expect(await answerAll(page, { e_role: 'none' })).toEqual(['e_role']);
    const why = 'The other questions do not fit the answer “I had no part in hiring”';
    expect(await screen(page).innerText()).toContain(why);
    await next(page);
    await receiptShown(page);
    expect(await page.locator('[data-thanks]').innerText()).toContain(why);
    expect(sent[0]?.answers).toEqual({ e_role: 'none' });
    expect(await submitted(server)).toEqual({ ...before, employer: before.employer + 1 });
  });
});

describe('Routing', () => {
  test('who pulled out is asked 9 questions, and the bar shows the 7 left out', async () => {
    const page = await open();
    await openSurvey(page, 'job_seeker');
    await next(page);
    expect(await page.locator('#where').innerText()).toBe('Question 1 of up to 16');
    await page.locator('#s_outcome-withdrew').check();
    expect(await page.locator('#where').innerText()).toBe('Question 1 of 9');
    await next(page);
    expect(await page.locator('[data-progress]').innerText()).toContain('7 questions left out');
    expect(await page.locator('[data-progress] .left-out').count()).toBe(7);
    expect(await page.title()).toMatch(/^Question 2 of 9 · Job seekers’ survey · No, But Why\?$/);
  });

  test('a changed answer clears what it hides, and says so', async () => {
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await answerAll(page, turnedDown);
    for (let step = 0; step < 16; step += 1) await page.locator('[data-back]').click();
    await page.locator('[data-screen=s_outcome]').waitFor();
    await page.locator('#s_outcome-silent').check();
    await next(page);
    // The promise was answered with a code this route does not offer; time and explanation are not asked.
    expect(await page.locator('[data-status]').innerText()).toBe(
      'We cleared 3 answers you gave before: after your change they do not apply any more.',
    );
    await reach(page, {}, 's_promised');
    const offered = await screen(page)
      .locator('.opt:visible input')
      .evaluateAll((inputs) => inputs.map(({ id }) => id));
    expect(offered).toEqual(['s_promised-broken', 's_promised-none', 's_promised-dk', 's_promised-pnts']);
    await reach(page, {}, 'send');
    await next(page);
    await receiptShown(page);
    const { s_promised, s_time, s_explanation, ...kept } = turnedDown;
    expect([s_promised, s_time, s_explanation]).not.toContain(undefined);
    expect(sent[0]?.answers).toEqual({ ...kept, s_outcome: 'silent' });
  });

  test('ordered answers keep their order; others are shuffled, with the last ones last', async () => {
    const orders = new Set<string>();
    for (let visit = 0; visit < 4; visit += 1) {
      const page = await open();
      await openSurvey(page, 'job_seeker');
      const order = (id: string) =>
        page
          .locator(`[data-screen=${id}] .opts:not(.opts--aside) input`)
          .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
      const codes = (list: string) => questionnaire.lists[list]?.options.map(({ code }) => code);
      expect(await order('s_time')).toEqual(codes('time'));
      expect(await order('s_clear')).toEqual(codes('clear'));
      const industry = await order('industry');
      expect(industry.toSorted()).toEqual(codes('industry')?.toSorted());
      expect(industry.at(-1)).toBe('other');
      expect((await order('s_outcome')).slice(-2)).toEqual(['in_progress', 'none_fit']);
      orders.add(industry.join());
    }
    expect(orders.size).toBeGreaterThan(1);
  });
});

describe('Going on and back', () => {
  test('a required question stops with its sentence; the link leads to the field', async () => {
    const page = await open();
    await openSurvey(page, 'employer');
    await next(page);
    await next(page);
    const sentence =
      '“In the last 12 months, what was your main part in hiring?” needs an answer before you go on.';
    expect(await alertOf(page)).toBe(`One thing to change\n${sentence}`);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await page.title()).toBe('Error: Question 1 of up to 16 · Employers’ survey · No, But Why?');
    expect(await page.locator('#e_role-message').innerText()).toBe(sentence);
    await page.locator('[role=alert] a').click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('e_role');
    await page.locator('#e_role-hr').check();
    await next(page);
    expect(await page.title()).toMatch(/^Question 2/);
    expect(await page.locator('.wrong, [role=alert]:visible').count()).toBe(0);
  });

  test('a number that is none gets a sentence, keeps what was typed, and goes on once it is one', async () => {
    const page = await open();
    await openSurvey(page, 'job_seeker');
    await reach(page, seeker, 's_hours');
    const field = page.locator('#s_hours-number');
    await field.fill('10-15');
    await field.press('Enter');
    const sentence = '“10-15” is a range. Write one whole number; the middle is fine, so 12 or 13.';
    expect(await alertOf(page)).toBe(`One thing to change\n${sentence}`);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toBe('10-15');
    await page.locator('[role=alert] a').click();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.locator('#s_hours-dk').check();
    expect(await field.inputValue()).toBe('');
    await field.fill('12 hours');
    expect(await page.locator('#s_hours-dk').isChecked()).toBe(false);
    await next(page);
    expect(await screen(page).getAttribute('data-screen')).toBe('s_promised');
  });

  test('the browser’s Back and Forward step through the screens and keep everything', async () => {
    const page = await open();
    await openSurvey(page, 'job_seeker');
    await reach(page, seeker, 's_hours');
    expect(new URL(page.url()).hash).toBe('#s_hours');
    await page.goBack();
    expect(await screen(page).getAttribute('data-screen')).toBe('s_stage');
    expect(await page.locator('#s_stage-int1').isChecked()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s_stage-wording');
    await page.goForward();
    expect(await screen(page).getAttribute('data-screen')).toBe('s_hours');
    await page.locator('[data-back]').click();
    await page.locator('[data-screen=s_stage]').waitFor();
    await page.goForward();
    await page.locator('[data-screen=s_hours]').waitFor();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    expect(await screen(page).getAttribute('data-screen')).toBe('start');
  });

  test('a skipped question is blank, also when it had been answered', async () => {
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await reach(page, seeker, 's_hours');
    await page.locator('#s_hours-number').fill('nine');
    await page.locator('[data-skip]').click();
    await reach(page, {}, 'send');
    expect(await page.locator('[data-counts]').innerText()).toBe('You answered 2 questions and skipped 14.');
    await next(page);
    await receiptShown(page);
    expect(sent[0]?.answers).toEqual(seeker);
  });

  test('leaving with unsent answers is asked about; an empty page and a sent one are left freely', async () => {
    const page = await open();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.accept();
    });
    await openSurvey(page, 'employer');
    await openSurvey(page, 'employer');
    expect(dialogs).toEqual([]);
    await next(page);
    await page.locator('#e_role-none').check();
    await openSurvey(page, 'employer');
    expect(dialogs).toEqual(['beforeunload']);
    expect(await page.locator('input:checked').count()).toBe(0);
    await answerAll(page, { e_role: 'none' });
    await next(page);
    await receiptShown(page);
    await page.goto('/survey/');
    expect(dialogs).toEqual(['beforeunload']);
  });
});

describe('Sending', () => {
  test('two presses of the button store one response', async () => {
    const before = await submitted(server);
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'employer');
    await answerAll(page, { e_role: 'none' });
    await page.locator('[data-next]').dblclick();
    await receiptShown(page);
    expect(sent).toHaveLength(1);
    expect(await submitted(server)).toEqual({ ...before, employer: before.employer + 1 });
  });

  test('while the server is down nothing is lost; once it is up again it is sent once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'no-but-why-survey-'));
    let own = await startServer({ port: 0, dataDir: folder, distDir: testSite });
    const port = Number(new URL(own.url).port);
    const page = await newPage(browser, own.url, { expectedProblems: noConnection });
    await openSurvey(page, 'job_seeker');
    await answerAll(page, turnedDown);
    await own.close();
    await next(page);
    const failed =
      'Your answers were not sent\nThey are safe on this page. The server did not reply.\nSend again';
    await page.locator('[role=alert]').waitFor();
    expect(await alertOf(page)).toBe(failed);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await page.locator('input:checked').count()).toBe(15);
    expect(await page.locator('#s_hours-number').inputValue()).toBe('12');

    own = await startServer({ port, dataDir: folder, distDir: testSite });
    const sent = submissions(page);
    await page.locator('[data-again]').click();
    await receiptShown(page);
    expect(sent.map(({ answers }) => answers)).toEqual([turnedDown]);
    expect(await submitted(own)).toEqual({ job_seeker: 1, employer: 0 });
    await own.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('an answer that got lost on its way back is not stored twice, and a later change is owned up to', async () => {
    const before = await submitted(server);
    const page = await open({ expectedProblems: noConnection });
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await reach(page, seeker, 'send');
    await page.route(
      '**/rpc/submit_response',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await next(page);
    await page.locator('[role=alert]').waitFor();
    await page.locator('[data-back]').click();
    await page.locator('#region-us').check();
    await next(page);
    await next(page);
    await receiptShown(page);
    expect(new Set(sent.map(({ id, receipt }) => id + receipt)).size).toBe(1);
    expect(await page.locator('[data-arrived-before]').isVisible()).toBe(true);
    expect(await submitted(server)).toEqual({ ...before, job_seeker: before.job_seeker + 1 });
  });

  test('a refusal is shown in the server’s own sentence, and the internals of a failure are not', async () => {
    const page = await open({ expectedProblems: noConnection });
    await openSurvey(page, 'employer');
    await answerAll(page, { e_role: 'none' });
    const answers = [
      {
        status: 409,
        json: { code: 'conflict', message: 'Start the survey again.', details: null, hint: null },
      },
      {
        status: 404,
        json: { code: 'PGRST202', message: 'Could not find the function', details: null, hint: null },
      },
    ];
    await page.route('**/rpc/submit_response', (route) => route.fulfill(answers.shift()), { times: 2 });
    await next(page);
    await page.locator('[role=alert]').waitFor();
    expect(await alertOf(page)).toBe('Your answers were not sent\nStart the survey again.');
    await next(page);
    await page.locator('[data-again]').waitFor();
    expect(await alertOf(page)).toContain('The server did not reply.');
  });

  test('the receipt code can be copied and saved', async () => {
    const page = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSurvey(page, 'employer');
    await answerAll(page, { e_role: 'none' });
    await next(page);
    const code = await receiptShown(page);
    await page.locator('[data-copy]').click();
    await page.getByText('The code is copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-save]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('receipt-code.txt');
  });

  test('before the first answer is sent the page has at most 12 kB of compressed JavaScript', async () => {
    const page = await open();
    const scripts = new Map<string, number>();
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      void response.body().then((body) => scripts.set(response.url(), brotliCompressSync(body).length));
    });
    await openSurvey(page, 'employer');
    await answerAll(page, recruiter);
    const inline = await page.locator('script:not([src])').allInnerTexts();
    const sizes = [...scripts.values(), ...inline.map((text) => brotliCompressSync(text).length)];
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(12_000);
    const files = scripts.size;
    await next(page);
    await receiptShown(page);
    expect(scripts.size).toBeGreaterThan(files);
  });
});

describe('Without JavaScript', () => {
  test.each(['job_seeker', 'employer'] as const)(
    'every question of the %s survey can be read',
    async (side) => {
      const page = await open({ javaScript: false, width: 390 });
      await page.goto(`/survey/${questionnaire.sides[side].slug}/`);
      const text = await page.locator('main').innerText();
      for (const { wording, help } of questionnaire.sides[side].questions) {
        expect(text).toContain(wording);
        if (help !== undefined) expect(text).toContain(help);
      }
      expect(text).toContain('Sending your answers needs JavaScript');
      expect(await page.locator('button:visible').count()).toBe(0);
    },
  );
});

describe.each(['light', 'dark'] as const)('In the %s theme axe finds nothing', (theme) => {
  test('on any screen of a side, nor in its states', async () => {
    const page = await open({ theme, expectedProblems: noConnection });
    await openSurvey(page, 'job_seeker');
    expect(await violations(page)).toEqual([]);
    await next(page);
    await next(page);
    expect(await violations(page)).toEqual([]);
    await reach(page, seeker, 's_hours');
    await page.locator('#s_hours-number').fill('ten');
    await next(page);
    expect(await violations(page)).toEqual([]);
    await page.locator('#s_hours-number').fill('10');
    await reach(page, {}, 'send');
    expect(await violations(page)).toEqual([]);
    await page.route('**/rpc/submit_response', (route) => route.abort(), { times: 1 });
    await next(page);
    await page.locator('[role=alert]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-again]').click();
    await receiptShown(page);
    expect(await violations(page)).toEqual([]);
  });

  test('on questions of several rows, on a phone', async () => {
    const page = await open({ theme, width: 390 });
    await openSurvey(page, 'employer');
    for (const question of ['e_told', 'e_reason', 'e_barriers', 'e_has']) {
      await reach(page, { e_role: 'hr' }, question);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
});
