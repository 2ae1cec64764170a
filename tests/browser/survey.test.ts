import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { consentVersion } from '../../src/survey/consent.ts';
import { dayFrom, dayInWords } from '../../src/components/survey/client/dates.ts';
import { frame } from '../../src/survey/frame.ts';
import { kindOf } from '../../src/survey/kinds.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { plain } from '../../src/survey/wording.ts';
import { site } from '../../src/site.ts';
import { readReceiptCode } from '../../src/receipt/readReceiptCode.ts';
import { variablesOf } from '../../src/survey/variables.ts';
import { newPage } from './harness/newPage.ts';
import { openSite } from './harness/openSite.ts';
import { fewest, recruiter, turnedDown } from './survey/examples.ts';
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
import { startSurveyServer } from './survey/surveyServer.ts';

const server = openSite(startSurveyServer);
const open = server.newPage;

/** What the box above the question says, a line for each part. */
const alertOf = async (page: Page): Promise<string> =>
  (await page.locator('[data-errors]').innerText()).replaceAll(/\n+/g, '\n');

const seeker = { s_stage: 'int1', s_outcome: 'rejected_told' };

describe('Answered to the end', () => {
  test.each([
    ['job_seeker', 'touch', turnedDown],
    ['job_seeker', 'keys', turnedDown],
    ['employer', 'touch', recruiter],
    ['employer', 'keys', recruiter],
  ] as const)(
    'the %s survey on a phone, by %s, is stored once as it was answered',
    async (side, by, chosen) => {
      const own = await startSurveyServer();
      try {
        const page = await newPage(server.browser, own.url, { width: 390, touch: by === 'touch' });
        const sent = submissions(page);
        await openSurvey(page, side);
        const { questions } = questionnaire.sides[side];
        expect(await answerAll(page, chosen, by)).toEqual(questions.map(({ id }) => id));
        expect(await page.locator('[data-counts]').innerText()).toBe(
          `You answered ${questions.length} questions and skipped none.`,
        );
        await (by === 'touch' ? page.locator('[data-next]').tap() : sendByKeys(page));
        const code = await receiptShown(page);
        expect(code).toMatch(/^([0-9A-Z]{7}-){3}[0-9A-Z]{7}$/);
        expect(await page.title()).toBe(
          `Thank you. Your receipt · ${questionnaire.sides[side].title} · ${site.name}`,
        );
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
          'Thank you. Your answers have arrived.',
        );
        const [submission] = sent;
        expect(sent).toHaveLength(1);
        expect(submission?.answers).toEqual(chosen);
        const hash = createHash('sha256')
          .update(readReceiptCode(code) ?? '')
          .digest('hex');
        expect(submission?.receipt).toBe(hash);
        // The test site shows the sample, and nobody is compared with made-up people.
        expect(await page.locator('[data-first-figures]').isVisible()).toBe(true);
        expect(await page.locator('[data-compare]').count()).toBe(0);
      } finally {
        await own.stop();
      }
      const rows = await storedRows(own.dataDir);
      const other = side === 'employer' ? 'job_seeker' : 'employer';
      expect(rows[other]).toEqual([]);
      expect(rows[side]).toHaveLength(1);
      // A number has a second column, which says why there is none.
      const expected = Object.fromEntries(
        variablesOf(questionnaire, side).flatMap((variable) =>
          kindOf(variable.question)
            .columns(variable)
            .map(({ name }) => [name, chosen[name] ?? null] as const),
        ),
      );
      expect(Object.values(expected).filter((value) => value === null)).toHaveLength(
        side === 'employer' ? 0 : 1,
      );
      expect(rows[side][0]).toMatchObject({ ...expected, consent: consentVersion, channel: 'direct' });
      await own.close();
    },
  );
});

describe('Who does not fit', () => {
  const ended = (page: Page) => page.locator('[data-ended]');

  test('a job that is too new: the sentence at once, and another one with the answers cleared', async () => {
    const page = await open({ width: 390 });
    await openSurvey(page, 'job_seeker');
    await reach(page, { s_stage: 'int2', s_elapsed: 'm3_6', s_outcome: 'silent' }, 's_hours');
    await page.goBack();
    await page.goBack();
    await page.locator('#s_elapsed-lt45').check();
    expect(await screen(page).getByRole('status').innerText()).toBe(
      'That is less than 45 days ago, too soon for this survey: please take the latest job before that one.',
    );
    expect(await page.locator('.go-on button:visible').allInnerTexts()).toEqual([
      'Take another one',
      'Back',
      'End here',
    ]);
    await page.keyboard.press('Enter');
    expect(await screen(page).getAttribute('data-screen')).toBe('s_stage');
    expect(await page.locator('[data-status]').innerText()).toBe(
      'Please answer about another job. Your answers so far are cleared.',
    );
    expect(await page.locator('[type=radio]:checked').count()).toBe(0);
    // The browser’s Back leads to the question, and its Forward to no screen beyond an answer that ends it.
    await page.goBack();
    await page.locator('[data-screen=s_elapsed]').waitFor();
    expect(await screen(page).getByRole('status').innerText()).toBe('');
    await page.goForward();
    await reach(page, { s_stage: 'int1', s_elapsed: 'd45_90' }, 's_outcome');
    expect(await page.locator('#s_elapsed-d45_90').isChecked()).toBe(true);
  });

  test('nothing is sent with an answer that ends it: the review leads back to it', async () => {
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await reach(page, seeker, 'review');
    await changeLink(page, 'When was the last thing you did for it').first().click();
    await page.locator('#s_elapsed-gt2y').check();
    await page.goBack();
    await page.locator('[data-screen=review]').waitFor();
    await next(page);
    await page.locator('[data-screen=s_elapsed]').waitFor();
    expect(await screen(page).getByRole('status').innerText()).toMatch(
      /^This survey is about the last two years/,
    );
    expect(sent).toEqual([]);
  });

  test('the end says when it fits, saves the day without a request, sends nothing and counts one person', async () => {
    const page = await open({ width: 390 });
    const calls: string[] = [];
    page.on('request', (request) => calls.push(request.url()));
    const today = new Date();
    await openSurvey(page, 'job_seeker');
    await reach(page, {}, 's_stage');
    await page.keyboard.press('6');
    expect(await page.locator('#s_stage-none_fit').isChecked()).toBe(true);
    expect(await page.locator('.go-on button:visible').allInnerTexts()).toEqual(['End here', 'Back']);
    const counted = page.waitForResponse('**/rpc/count_screened_out');
    await page.keyboard.press('Enter');
    expect(await (await counted).json()).toEqual({ status: 'counted' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ended-title');
    const said = await ended(page).innerText();
    expect(said).toContain('None of your answers was sent, and they are cleared from this device.');
    expect(said).toContain(`it fits from ${dayInWords(frame.days, today)} at the latest`);
    await page.locator('[data-calendar]').waitFor();
    const before = calls.length;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-calendar]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('survey.ics');
    const file = await readFile(await download.path(), 'utf8');
    const day = dayFrom(today, frame.days).toISOString().slice(0, 10).replaceAll('-', '');
    expect(file).toContain(`\r\nDTSTART;VALUE=DATE:${day}\r\n`);
    expect(file.replaceAll('\r\n ', '')).toContain(`URL:${server.url}/survey/job-seeker/`);
    expect(calls.slice(before).filter((url) => url.startsWith('http'))).toEqual([]);
    expect(calls.filter((url) => url.includes('/rpc/submit_response'))).toEqual([]);
    expect(calls.filter((url) => url.includes('/rpc/count_screened_out'))).toHaveLength(1);
    // Nothing of it comes back.
    await page.getByRole('link', { name: 'Start again' }).click();
    await page.locator('form[data-running]').waitFor();
    expect(await screen(page).getAttribute('data-screen')).toBe('start');
    expect(await page.locator('input:checked').count()).toBe(0);
  });

  test('an employer’s end has no day and no file, and stores nothing', async () => {
    const before = await submitted(server);
    const page = await open();
    await openSurvey(page, 'employer');
    await reach(page, {}, 'e_role');
    await page.locator('#e_role-none').check();
    const counted = page.waitForResponse('**/rpc/count_screened_out');
    await next(page);
    await counted;
    const said = await ended(page).innerText();
    expect(said).toContain('This survey is for people who had a part in hiring in the last two years.');
    expect(said).not.toContain('at the latest');
    expect(await page.locator('[data-calendar]:visible, [data-thanks]:visible').count()).toBe(0);
    expect(await submitted(server)).toEqual(before);
  });

  test('offline it ends all the same, uncounted and with the day', async () => {
    const page = await open({ expectedProblems: [/Failed to load resource/] });
    await openSurvey(page, 'job_seeker');
    await reach(page, {}, 's_stage');
    await page.context().setOffline(true);
    await page.locator('#s_stage-none_fit').check();
    await next(page);
    expect(await ended(page).innerText()).toContain(dayInWords(frame.days, new Date()));
    expect(await page.locator('[data-calendar]').isVisible()).toBe(false);
  });
});

describe('What a question is about', () => {
  const about = (page: Page) => screen(page).locator('[data-about]:visible').allInnerTexts();

  test('one line above each question, on the way, in the review and where a draft is resumed', async () => {
    for (const [last, job] of [
      ['int1', 'About that job'],
      ['nobody', 'About the job you hire for most often'],
    ] as const) {
      const page = await open({ width: 390 });
      await openSurvey(page, 'employer');
      await reach(page, { e_role: 'hr', e_last: last }, 'industry');
      expect(await about(page)).toEqual([job]);
      await page.reload();
      await page.locator('form[data-running]').waitFor();
      expect(await about(page)).toEqual([job]);
      const described = await page.locator('#industry-wording').getAttribute('aria-describedby');
      expect(described).toBe('where industry-about');
      await reach(page, {}, 'org_size');
      expect(await about(page)).toEqual([job, job]);
      await reach(page, {}, 'review');
      const lines = await page.locator('.review__about').allInnerTexts();
      expect(lines.at(-1)).toBe(job);
      expect(lines).toEqual(lines.filter((line, index) => line !== lines[index - 1]));
    }
  });

  test('the dates are those of the frame on the reader’s day, and a reply is said once its answer is chosen', async () => {
    const page = await open();
    await page.clock.setFixedTime(new Date('2026-02-10T23:30:00Z'));
    await openSurvey(page, 'job_seeker');
    expect(await page.locator('.intro__text').first().innerText()).toContain(
      'at least 45 days ago (before 27 December 2025).',
    );
    await reach(page, { s_stage: 'int1' }, 's_elapsed');
    const said = screen(page).getByRole('status');
    expect(await said.innerText()).toBe('');
    await page.locator('#s_elapsed-y1_2').check();
    expect(await said.innerText()).toBe(
      'Is there a later one (before 27 December 2025)? Then please go back and take it.',
    );
    await page.locator('#s_elapsed-m3_6').check();
    expect(await said.innerText()).toBe('');
    await next(page);
    expect(await screen(page).getAttribute('data-screen')).toBe('s_outcome');
  });
});

describe('Routing', () => {
  test('who pulled out is asked 10 questions, and the bar shows the 9 left out', async () => {
    const page = await open();
    await openSurvey(page, 'job_seeker');
    await begin(page);
    expect(await page.locator('#where').innerText()).toBe('Question 1 of up to 19');
    await reach(page, { s_stage: 'int1' }, 's_outcome');
    await page.locator('#s_outcome-withdrew').check();
    expect(await page.locator('#where').innerText()).toBe('Question 3 of 10');
    await next(page);
    expect(await page.locator('[data-progress]').innerText()).toContain('9 questions left out');
    expect(await page.locator('[data-progress] .left-out').count()).toBe(9);
    expect(await page.title()).toBe(`Question 4 of 10 · Job seekers’ survey · ${site.name}`);
  });

  test('a changed answer clears what it hides, says so, and asks what is new before the review', async () => {
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    await answerAll(page, turnedDown);
    const { s_promised, s_time, s_channel, s_explanation, ...kept } = turnedDown;
    await changeLink(page, 'What is the result, up to today?').click();
    await page.locator('#s_outcome-silent').check();
    await next(page);
    // The promise was answered with a code this route does not offer; the others are not asked.
    expect(await page.locator('[data-status]').innerText()).toBe(
      'After your change these answers do not apply any more, and were cleared: “Were you given a date, or a number of days or weeks, by which you would hear?”, “How long after the last thing you did for it were you told?”, “How were you told?”, “When you were told no, what did you hear about why? What you got later by asking comes next.”',
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
    expect([s_promised, s_time, s_channel, s_explanation]).not.toContain(undefined);
    expect(sent[0]?.answers).toEqual({ ...kept, s_outcome: 'silent' });
  });

  test('a time longer than the wait is not offered, and one that was given is cleared by name', async () => {
    const page = await open();
    await openSurvey(page, 'job_seeker');
    await reach(page, { ...seeker, s_elapsed: 'm3_6', s_time: 'gt90' }, 's_channel');
    await reach(page, {}, 'review');
    await changeLink(page, 'When was the last thing you did for it').first().click();
    await page.locator('#s_elapsed-d45_90').check();
    await next(page);
    expect(await page.locator('[data-status]').innerText()).toBe(
      'After your change one answer does not apply any more, and was cleared: “How long after the last thing you did for it were you told?”',
    );
    await page.locator('[data-screen=s_time]').waitFor();
    expect(await page.locator('label:has(#s_time-gt90)').isVisible()).toBe(false);
    expect(await page.locator('label:has(#s_time-d90)').isVisible()).toBe(true);
  });

  test('facts and steps keep their order; opinions and their rows are shuffled, with the last ones last', async () => {
    const drawn = { s_wanted: new Set<string>(), e_barriers: new Set<string>() };
    const orderOf = (page: Page, id: string) =>
      page
        .locator(`[data-screen=${id}] .opts:not(.opts--aside) input`)
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    const codes = (list: string) => questionnaire.lists[list]?.options.map(({ code }) => code);
    for (let visit = 0; visit < 4; visit += 1) {
      const page = await open();
      await openSurvey(page, 'job_seeker');
      for (const [id, list] of [
        ['s_time', 'time'],
        ['s_clear', 'clear'],
        ['s_outcome', 'outcome'],
        ['industry', 'industry'],
        ['region', 'region'],
      ] as const)
        expect(await orderOf(page, id)).toEqual(codes(list));
      const wanted = await orderOf(page, 's_wanted');
      expect(wanted.toSorted()).toEqual(codes('wanted')?.toSorted());
      expect(wanted.at(-1)).toBe('nothing');
      drawn.s_wanted.add(wanted.join());

      const other = await open();
      await openSurvey(other, 'employer');
      const rows = await other
        .locator('[data-screen=e_barriers] [data-variable]')
        .evaluateAll((all) => all.map((row) => row.dataset.variable ?? ''));
      expect(rows).toHaveLength(11);
      expect(rows.at(-1)).toBe('e_barriers_enough');
      drawn.e_barriers.add(rows.join());
    }
    expect(drawn.s_wanted.size).toBeGreaterThan(1);
    expect(drawn.e_barriers.size).toBeGreaterThan(1);
  });
});

describe('Going on and back', () => {
  test('a required question stops with its sentence; the link leads to the field', async () => {
    const page = await open();
    await openSurvey(page, 'employer');
    await begin(page);
    await next(page);
    const sentence =
      '“In the last two years, what was your main part in hiring?” needs an answer before you go on.';
    expect(await alertOf(page)).toBe(`One thing to change\n${sentence}`);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await page.title()).toBe(`Error: Question 1 of up to 18 · Employers’ survey · ${site.name}`);
    expect(await page.locator('#e_role-message').innerText()).toBe(sentence);
    await page.locator('[data-errors] a').click();
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
    await page.locator('[data-errors] a').click();
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
    expect(await screen(page).getAttribute('data-screen')).toBe('s_outcome');
    expect(await page.locator('#s_outcome-rejected_told').isChecked()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s_outcome-wording');
    await page.goForward();
    expect(await screen(page).getAttribute('data-screen')).toBe('s_hours');
    await page.locator('[data-back]').click();
    await page.locator('[data-screen=s_outcome]').waitFor();
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
    // On the button itself: where a mouse stands, the second question may have something else.
    await page.locator('[data-next]').evaluate((button) => {
      for (const detail of [1, 2])
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
    });
    await page.locator('[data-screen=s_hours]').waitFor({ state: 'hidden' });
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
    expect(await page.locator('[data-counts]').innerText()).toBe('You answered 2 questions and skipped 17.');
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
    expect(await page.title()).toMatch(/^Questions 17 and 18 of 19 · /);
    expect(await page.locator('.progress .now').count()).toBe(2);
    expect(await focus(page)).toBe('org_size-wording');
    await page.keyboard.press('2');
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    expect(await focus(page)).toBe('seniority');
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#region');
    expect(await page.title()).toMatch(/^Question 19 of 19 · /);
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
    expect(await page.locator('[data-counts]').innerText()).toBe('You answered 2 questions and skipped 17.');
    // On the other screens there is one.
    await changeLink(page, 'What is the employer’s field?').click();
    expect(await page.locator('[data-skip]').innerText()).toBe('Skip this question');
  });

  test('the review lists both, and each change leads to its own', async () => {
    const page = await open({ width: 390 });
    await openSurvey(page, 'employer');
    await reach(page, { ...fewest, org_size: 's1_9', seniority: 'mid' }, 'review');
    await changeLink(page, 'What level is the job?').click();
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
    const answer = page.locator('.review__item', { hasText: 'What level is the job?' });
    expect(await answer.locator('.review__answer').innerText()).toBe('Executive or director');
  });
});

describe('Rows of long answers', () => {
  const rows = ['interviewed', 'applied'];
  const checked = async (page: Page): Promise<void> => {
    for (const row of rows) expect(await page.locator(`#e_told_${row}-all`).isChecked()).toBe(true);
  };

  test('stand beside each other where there is room; Enter goes through them before it goes on', async () => {
    const page = await open();
    await openSurvey(page, 'employer');
    await reach(page, { e_role: 'hr' }, 'e_told');
    const boxes = await screen(page)
      .locator('[data-variable]')
      .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
    expect(new Set(boxes).size).toBe(1);
    await page.keyboard.press('Tab');
    for (const row of rows) {
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(`e_told_${row}`);
      await page.keyboard.press('6');
      await page.keyboard.press('Enter');
    }
    await page.waitForFunction(() => location.hash === '#e_last');
    await page.goBack();
    await checked(page);
  });

  test('come one after the other on a phone, as one question; Back, reload and Change go through them', async () => {
    const page = await open({ width: 390 });
    await openSurvey(page, 'employer');
    await reach(page, { e_role: 'hr', e_volume: 'v1_10' }, 'e_told');
    const shown = () => screen(page).locator('[data-variable]:visible legend').allInnerTexts();
    const where = () => page.locator('#where').innerText();
    expect(await shown()).toEqual(['Who were interviewed']);
    expect(await where()).toBe('Question 3 of up to 18');
    await page.locator('label:has(#e_told_interviewed-all)').click();
    await next(page);
    expect(await shown()).toEqual(['Who only applied']);
    expect(await where()).toBe('Question 3 of up to 18');
    await page.locator('label:has(#e_told_applied-all)').click();
    await page.reload();
    await page.locator('form[data-running]').waitFor();
    expect(await shown()).toEqual(['Who only applied']);
    await page.locator('[data-back]').click();
    await expect.poll(shown).toEqual(['Who were interviewed']);
    await next(page);
    await next(page);
    await page.waitForFunction(() => location.hash === '#e_last');
    await reach(page, { e_last: 'nobody' }, 'review');
    await changeLink(page, 'In the last 12 months, about how many of the people not hired').first().click();
    expect(await shown()).toEqual(['Who were interviewed']);
    await next(page);
    expect(await shown()).toEqual(['Who only applied']);
    await next(page);
    await page.locator('[data-screen=review]').waitFor();
    await checked(page);
  });

  test('only the rows that the route asks are shown', async () => {
    const page = await open({ width: 390 });
    await openSurvey(page, 'employer');
    await reach(page, { e_role: 'manager' }, 'e_told');
    await next(page);
    await page.waitForFunction(() => location.hash === '#e_last');
  });
});

test('no screen is higher than two phones', async () => {
  for (const [side, chosen] of [
    ['job_seeker', turnedDown],
    ['employer', recruiter],
  ] as const) {
    const page = await open({ width: 390 });
    await openSurvey(page, side);
    const heights: Record<string, number> = {};
    for (;;) {
      const place = await page.evaluate(() => location.hash);
      const id = await screen(page).getAttribute('data-screen');
      if (id === 'review') break;
      // With the line that says how long it is kept, which is the last to come.
      if (id !== 'start') await page.locator('[data-kept]').waitFor();
      heights[place] = await page.evaluate(() => document.documentElement.scrollHeight);
      const variables = await screen(page)
        .locator('[data-variable]:visible')
        .evaluateAll((fields) => fields.map((field) => field.dataset.variable ?? ''));
      for (const variable of variables) {
        const answer = chosen[variable];
        if (typeof answer === 'string') await page.locator(`label:has(#${variable}-${answer})`).click();
      }
      if (id === 'start') await page.locator('#consent').check();
      await next(page);
      await page.waitForFunction((before) => location.hash !== before, place);
    }
    console.log(`Heights at 390 px, ${side}: ${JSON.stringify(heights)}`);
    expect(Object.entries(heights).filter(([, height]) => height > 2 * 844)).toEqual([]);
  }
});

const changeLink = (page: Page, question: string) =>
  page.getByRole('link', { name: `Change the answer to “${question}` });

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
    expect(rows).toHaveLength(18);
    expect(rows.map(({ question }) => question)).toEqual(
      questionnaire.sides.employer.questions.map(({ wording }) => plain(wording)),
    );
    expect(rows[1]?.answers).toEqual(['Don’t know']);
    expect(rows[2]?.answers).toEqual(['Who were interviewed: All', 'Who only applied: There were none']);
    expect(rows[8]?.answers).toEqual(['A reason that could have gone to anyone']);
    expect(rows[13]?.answers).toEqual(['Skipped']);
    await changeLink(page, 'Were they given a date').click();
    expect(await page.locator('#e_promised-late').isChecked()).toBe(true);
    await page.locator('#e_promised-none').check();
    await next(page);
    expect(await page.locator('.review__item').nth(6).innerText()).toContain('No, or only');
    // The page’s own Back leads back as well, and so does the browser’s.
    await changeLink(page, 'About how many people work for this employer').click();
    await page.locator('[data-back]').click();
    await page.locator('[data-screen=review]').waitFor();
    await changeLink(page, 'About how many people work for this employer').click();
    await page.goBack();
    await page.locator('[data-screen=review]').waitFor();
    await next(page);
    await receiptShown(page);
    const { e_claim, ...kept } = recruiter;
    expect(e_claim).toBe('no');
    expect(sent[0]?.answers).toEqual({ ...kept, e_volume: 'dk', e_promised: 'none' });
  });

  test('a side takes at most 18 screens of questions', async () => {
    for (const side of ['job_seeker', 'employer'] as const) {
      const page = await open();
      await openSurvey(page, side);
      // Beside them there are the consent and the review.
      expect(await page.locator('[data-screen]').count()).toBeLessThanOrEqual(20);
    }
  });
});

describe('Sending', () => {
  test('two presses of the button store one response', async () => {
    const before = await submitted(server);
    const page = await open();
    const sent = submissions(page);
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    await page.locator('[data-next]').dblclick();
    await receiptShown(page);
    expect(sent).toHaveLength(1);
    expect(await submitted(server)).toEqual({ ...before, employer: before.employer + 1 });
  });

  test('two presses of Enter store one response, however long its receipt code takes to make', async () => {
    const before = await submitted(server);
    const page = await open();
    await page.addInitScript(() => {
      const digest = crypto.subtle.digest.bind(crypto.subtle);
      crypto.subtle.digest = async (...given) => {
        await new Promise((resolve) => {
          addEventListener('let-go', resolve, { once: true });
        });
        return digest(...given);
      };
    });
    const sent = submissions(page);
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    await page.locator('[data-next]').focus();
    // Not as a double click, which is let through once by its count.
    for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press('Enter');
    await page.evaluate(() => dispatchEvent(new Event('let-go')));
    await receiptShown(page);
    expect(sent).toHaveLength(1);
    expect(await submitted(server)).toEqual({ ...before, employer: before.employer + 1 });
  });

  test('the receipt code can be copied and saved', async () => {
    const page = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
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
    // Nothing that the page loads by itself is written into it.
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThanOrEqual(4);
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
      const { intro, questions } = questionnaire.sides[side];
      for (const paragraph of intro) expect(text).toContain(plain(paragraph));
      for (const { about, wording, help } of questions) {
        for (const line of about) expect(text).toContain(line.text);
        expect(text).toContain(plain(wording));
        if (help !== undefined) expect(text).toContain(plain(help));
      }
      expect(text).toContain('Sending your answers needs JavaScript');
      expect(await page.locator('button:visible').count()).toBe(0);
    },
  );
});
