import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consentVersion } from '../../src/survey/consent.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { readReceiptCode } from '../../src/receipt/readReceiptCode.ts';
import { variablesOf } from '../../src/survey/variables.ts';
import { launchBrowser } from './harness/launchBrowser.ts';
import { newPage, type PageOptions } from './harness/newPage.ts';
import { recruiter, turnedDown } from './survey/examples.ts';
import { storedRows, submitted } from './survey/responses.ts';
import { submissions } from './survey/submissions.ts';
import {
  answerAll,
  begin,
  next,
  openSurvey,
  reach,
  receiptShown,
  screen,
  sendByKeys,
} from './survey/surveyPage.ts';
import { startSurveyServer, type SurveyServer } from './survey/surveyServer.ts';

let server: SurveyServer;
let browser: Browser;
beforeAll(async () => {
  server = await startSurveyServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const open = (options?: PageOptions): Promise<Page> => newPage(browser, server.now().url, options);

/** What the box above the question says, a line for each part. */
const alertOf = async (page: Page): Promise<string> =>
  (await page.locator('[role=alert]').innerText()).replaceAll(/\n+/g, '\n');

const seeker = { s_outcome: 'rejected_told', s_stage: 'int1' };

describe('Answered to the end', () => {
  test.each([
    ['job_seeker', 'mouse', turnedDown],
    ['job_seeker', 'keys', turnedDown],
    ['employer', 'mouse', recruiter],
    ['employer', 'keys', recruiter],
  ] as const)('the %s survey, by %s, is stored once as it was answered', async (side, by, chosen) => {
    const own = await startSurveyServer();
    try {
      const page = await newPage(browser, own.now().url);
      const sent = submissions(page);
      await openSurvey(page, side);
      expect(await answerAll(page, chosen, by)).toHaveLength(16);
      expect(await page.locator('[data-counts]').innerText()).toBe(
        'You answered 16 questions and skipped none.',
      );
      const releaseRead = page.waitForResponse('**/release.json');
      await (by === 'mouse' ? next(page) : sendByKeys(page));
      const code = await receiptShown(page);
      expect(code).toMatch(/^([0-9A-Z]{7}-){3}[0-9A-Z]{7}$/);
      // The comparison reads the release, and the server is about to be stopped.
      await (await releaseRead).finished();
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
      // The comparison asks the server, which is stopped below.
      await page.locator('[data-compare-list] > li').first().waitFor();
    } finally {
      await own.stop();
    }
    const rows = await storedRows(own.dataDir);
    const other = side === 'employer' ? 'job_seeker' : 'employer';
    expect(rows[other]).toEqual([]);
    expect(rows[side]).toHaveLength(1);
    const expected = Object.fromEntries(
      variablesOf(questionnaire, side).map(({ id }) => [id, chosen[id] ?? 'na']),
    );
    expect(rows[side][0]).toMatchObject({ ...expected, consent: consentVersion, channel: 'direct' });
    await own.remove();
  });

  test('who is screened out is told why there is nothing more to ask, and counts', async () => {
    const before = await submitted(server.now());
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
    expect(await submitted(server.now())).toEqual({ ...before, employer: before.employer + 1 });
  });
});

describe('Routing', () => {
  test('who pulled out is asked 9 questions, and the bar shows the 7 left out', async () => {
    const page = await open();
    await openSurvey(page, 'job_seeker');
    await begin(page);
    expect(await page.locator('#where').innerText()).toBe('Question 1 of up to 16');
    await page.locator('#s_outcome-withdrew').check();
    expect(await page.locator('#where').innerText()).toBe('Question 1 of 9');
    await next(page);
    expect(await page.locator('[data-progress]').innerText()).toContain('7 questions left out');
    expect(await page.locator('[data-progress] .left-out').count()).toBe(7);
    expect(await page.title()).toMatch(/^Question 2 of 9 · Job seekers’ survey · No, But Why\?$/);
  });

  test('a changed answer clears what it hides, says so, and asks what is new before the review', async () => {
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await answerAll(page, turnedDown);
    const { s_promised, s_time, s_explanation, ...kept } = turnedDown;
    await changeLink(page, 'How did it end?').click();
    await page.locator('#s_outcome-silent').check();
    await next(page);
    // The promise was answered with a code this route does not offer; time and explanation are not asked.
    expect(await page.locator('[data-status]').innerText()).toBe(
      'We cleared 3 answers you gave before: after your change they do not apply any more.',
    );
    expect(await screen(page).getAttribute('data-screen')).toBe('s_promised');
    const offered = await screen(page)
      .locator('.opt:visible input')
      .evaluateAll((inputs) => inputs.map(({ id }) => id));
    expect(offered).toEqual(['s_promised-broken', 's_promised-none', 's_promised-dk', 's_promised-pnts']);
    expect(await page.locator('[data-next]').innerText()).toBe('Back to the review');
    await next(page);
    expect(await screen(page).getAttribute('data-screen')).toBe('review');
    await next(page);
    await receiptShown(page);
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
    await begin(page);
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

  test('a double click on Next goes one question on, and not over the next one', async () => {
    const page = await open({ width: 390 });
    await openSurvey(page, 'job_seeker');
    await reach(page, seeker, 's_hours');
    await page.locator('[data-next]').dblclick();
    expect(new URL(page.url()).hash).toBe('#s_promised');
    await next(page);
    expect(new URL(page.url()).hash).toBe('#s_time');
  });

  test('a skipped question is blank, also when it had been answered', async () => {
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await reach(page, seeker, 's_hours');
    await page.locator('#s_hours-number').fill('nine');
    await page.locator('[data-skip]').click();
    await reach(page, {}, 'review');
    expect(await page.locator('[data-counts]').innerText()).toBe('You answered 2 questions and skipped 14.');
    await next(page);
    await receiptShown(page);
    expect(sent[0]?.answers).toEqual(seeker);
  });
});

describe('Two questions on one screen', () => {
  /** Where the focus is: the variable of an answer, or the id of a heading. */
  const focus = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement instanceof HTMLInputElement ? activeElement.name : (activeElement?.id ?? '');
    });

  test('are counted as two, and answered with numbers and Enter, one after the other', async () => {
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await reach(page, seeker, 'org_size');
    expect(await page.title()).toMatch(/^Questions 14 and 15 of 16 · /);
    expect(await page.locator('.progress .now').count()).toBe(2);
    expect(await focus(page)).toBe('org_size-wording');
    await page.keyboard.press('2');
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    expect(await focus(page)).toBe('seniority');
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#region');
    expect(await page.title()).toMatch(/^Question 16 of 16 · /);
    await page.goBack();
    await page.locator('[data-screen=org_size]').waitFor();
    expect(await page.locator('#org_size-s25_49').isChecked()).toBe(true);
    expect(await page.locator('#seniority-manager').isChecked()).toBe(true);
    // Nothing below is without an answer, so Enter goes on from the first as well.
    await page.locator('#org_size-s25_49').press('Enter');
    await page.waitForFunction(() => location.hash === '#region');
    await reach(page, {}, 'review');
    await next(page);
    await receiptShown(page);
    expect(sent[0]?.answers).toEqual({ ...seeker, org_size: 's25_49', seniority: 'manager' });
  });

  test('one of them may stay blank, and both are skipped at once', async () => {
    const page = await open();
    await openSurvey(page, 'job_seeker');
    await reach(page, { ...seeker, seniority: 'entry' }, 'region');
    await page.locator('[data-back]').click();
    await page.locator('[data-screen=org_size]').waitFor();
    // The answer stays: Skip now means the other question.
    await page.getByRole('button', { name: 'Skip the other question' }).click();
    await page.locator('[data-back]').click();
    await page.locator('[data-screen=org_size]').waitFor();
    expect(await page.locator('#seniority-entry').isChecked()).toBe(true);
    await page.locator('label:has(#org_size-dk)').click();
    await page.getByRole('button', { name: 'Skip these questions' }).click();
    await reach(page, {}, 'review');
    expect(await page.locator('[data-counts]').innerText()).toBe('You answered 2 questions and skipped 14.');
    // On the other screens there is one.
    await changeLink(page, 'What is the employer’s field?').click();
    expect(await page.locator('[data-skip]').innerText()).toBe('Skip this question');
  });

  test('the review lists both, and each change leads to its own', async () => {
    const page = await open({ width: 390 });
    await openSurvey(page, 'employer');
    await reach(page, { e_role: 'hr', org_size: 's1_9', seniority: 'mid' }, 'review');
    await changeLink(page, 'What level are the jobs you mostly hire for?').click();
    expect(await focus(page)).toBe('seniority-wording');
    const top = await page
      .locator('#seniority-wording')
      .evaluate((heading) => heading.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(400);
    await page.keyboard.press('5');
    expect(await page.locator('#seniority-exec').isChecked()).toBe(true);
    expect(await page.locator('#org_size-s1_9').isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('[data-screen=review]').waitFor();
    const answer = page.locator('.review__item', { hasText: 'What level are the jobs' });
    expect(await answer.locator('.review__answer').innerText()).toBe('Executive or director');
  });
});

test('Enter goes through the rows of a question before it goes on', async () => {
  const page = await open();
  await openSurvey(page, 'employer');
  await reach(page, { e_role: 'hr' }, 'e_told');
  await page.keyboard.press('Tab');
  for (const row of ['applied', 'screened', 'interviewed']) {
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(`e_told_${row}`);
    await page.keyboard.press('6');
    await page.keyboard.press('Enter');
  }
  await page.waitForFunction(() => location.hash === '#e_reason');
  await page.goBack();
  for (const row of ['applied', 'screened', 'interviewed'])
    expect(await page.locator(`#e_told_${row}-all`).isChecked()).toBe(true);
});

const changeLink = (page: Page, question: string) =>
  page.getByRole('link', { name: `Change the answer to “${question}”` });

describe('The review', () => {
  test('lists every question of the route with its answer, and a change leads back to it', async () => {
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'employer');
    await answerAll(page, { ...recruiter, e_volume: 'dk', e_claim: undefined });
    const rows = await page.locator('.review__item').evaluateAll((items) =>
      items.map((item) => ({
        question: item.querySelector('dt')?.textContent,
        answers: [...item.querySelectorAll('.review__answer')].map((answer) => answer.textContent),
      })),
    );
    expect(rows).toHaveLength(16);
    expect(rows.map(({ question }) => question)).toEqual(
      questionnaire.sides.employer.questions.map(({ wording }) => wording),
    );
    expect(rows[1]?.answers).toEqual(['Don’t know']);
    // A row that the route leaves out is not listed.
    expect(rows[3]?.answers).toEqual(['People who were interviewed: Fewer than 1 in 4']);
    expect(rows[4]?.answers).toEqual(['A reason that could have gone to anyone']);
    expect(rows[10]?.answers).toEqual(['Skipped']);
    await changeLink(page, 'Do you tell interviewed candidates when they will hear?').click();
    expect(await page.locator('#e_promised-late').isChecked()).toBe(true);
    await page.locator('#e_promised-none').check();
    await next(page);
    expect(await page.locator('.review__item').nth(5).innerText()).toContain('No');
    // The page’s own Back leads back as well, and so does the browser’s.
    await changeLink(page, 'About how many people work there?').click();
    await page.locator('[data-back]').click();
    await page.locator('[data-screen=review]').waitFor();
    await changeLink(page, 'About how many people work there?').click();
    await page.goBack();
    await page.locator('[data-screen=review]').waitFor();
    await next(page);
    await receiptShown(page);
    const { e_claim, ...kept } = recruiter;
    expect(e_claim).toBe('no');
    expect(sent[0]?.answers).toEqual({ ...kept, e_volume: 'dk', e_promised: 'none' });
  });

  test('a side takes at most 17 screens: the consent, the questions, the review', async () => {
    for (const side of ['job_seeker', 'employer'] as const) {
      const page = await open();
      await openSurvey(page, side);
      expect(await page.locator('[data-screen]').count()).toBeLessThanOrEqual(17);
    }
  });
});

describe('Sending', () => {
  test('two presses of the button store one response', async () => {
    const before = await submitted(server.now());
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'employer');
    await answerAll(page, { e_role: 'none' });
    await page.locator('[data-next]').dblclick();
    await receiptShown(page);
    expect(sent).toHaveLength(1);
    expect(await submitted(server.now())).toEqual({ ...before, employer: before.employer + 1 });
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

  test('the first view has at most 12 kB of compressed JavaScript, and what sends is fetched at Send', async () => {
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') asked.push(request.url());
    });
    const first: Promise<number>[] = [];
    const weigh = (response: Response): void => {
      if (response.request().resourceType() === 'script')
        first.push(response.body().then((body) => brotliCompressSync(body).length));
    };
    page.on('response', weigh);
    await openSurvey(page, 'employer');
    // What comes later is not weighed: its bodies could still be on their way when the page is closed.
    page.off('response', weigh);
    const inline = await page.locator('script:not([src])').allInnerTexts();
    const sizes = [...(await Promise.all(first)), ...inline.map((text) => brotliCompressSync(text).length)];
    expect(first.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(12_000);
    const isForSending = (url: string) => /deliver|answers|supabase-js/.test(url);
    await answerAll(page, recruiter);
    expect(asked.filter(isForSending)).toEqual([]);
    await next(page);
    await receiptShown(page);
    expect(asked.filter(isForSending).length).toBeGreaterThan(0);
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
