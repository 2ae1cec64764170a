import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { controller } from '../../src/controller.ts';
import { consentText } from '../../src/survey/consent.ts';
import type { Question } from '../../src/survey/question.ts';
import { frame } from '../../src/survey/frame.ts';
import { minutesOf } from '../../src/survey/minutes.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { screensOf } from '../../src/survey/screensOf.ts';
import { variablesOf } from '../../src/survey/variables.ts';
import { aroundDate, piecesOf, plain } from '../../src/survey/wording.ts';
import { dayInWords } from '../../src/components/survey/client/dates.ts';
import { faultsInBothThemes } from './harness/inBothThemes.ts';
import { intercept } from './harness/intercept.ts';
import { openSite } from './harness/openSite.ts';
import { isLookedAt, picture } from './harness/picture.ts';
import { recruiter, turnedDown } from './survey/examples.ts';
import { namesOf, stopsOf } from './survey/names.ts';
import { begin, next, openSurvey, reach, receiptShown, screen } from './survey/surveyPage.ts';
import { startSurveyServer } from './survey/surveyServer.ts';

const site = openSite(startSurveyServer);
const open = site.newPage;
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
    const { title, questions } = questionnaire.sides[side];
    const consent = consentText(controller, minutesOf(questionnaire, side));
    await page.locator('#start-title').focus();
    expect(await stopsOf(page)).toEqual([
      { role: 'DisclosureTriangle', name: consent.more.heading },
      { role: 'checkbox', name: consent.box },
      { role: 'button', name: 'Start' },
    ]);
    await begin(page);
    for (;;) {
      const id = (await screen(page).getAttribute('data-screen')) ?? '';
      if (id === 'review') break;
      const asked: readonly Question[] = screensOf(questions).find(([{ id: first }]) => first === id) ?? [];
      // The focus stands on the question when its screen has opened, so it is the first that is read.
      expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(
        withDate(asked[0]?.wording ?? ''),
      );
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
      const variables = variablesOf(questionnaire, side).filter(({ question }) => asked.includes(question));
      const offered = await screen(page)
        .locator('.opt:visible input')
        .evaluateAll((inputs) => inputs.map(({ id: input }) => input));
      // What is said of every answer is its label in the questionnaire, with the example where there is one.
      const labels = new Map(
        variables.flatMap(({ id: variable, options }) =>
          options.map(({ code, label, example }) => [
            `${variable}-${code}`,
            example === undefined ? label : `${label} ${example}`,
          ]),
        ),
      );
      expect(offered.length).toBeGreaterThan(0);
      expect(await namesOf(page, 'radio')).toEqual(offered.map((input) => labels.get(input)));
      // The last, which says its name itself, is the fold of “Why we ask this”.
      expect(await namesOf(page, 'group')).toEqual([...groupsOf(asked, offered), '']);
      await page.locator(`[data-screen=${id}] h2`).first().focus();
      await reach(page, chosen, await screenAfter(page, id));
    }
    const stops = await stopsOf(page);
    expect(stops.map(({ name }) => name)).toEqual([
      ...questions.map(({ wording }) => `Change the answer to “${plain(wording)}”`),
      'Send my answers',
      'Back',
      'Clear it',
    ]);
  });
});

/** A wording as it is read out today. */
const withDate = (wording: string): string =>
  piecesOf(wording)
    .map((piece) => (piece.is === 'date' ? aroundDate(piece).join(today) : piece.text))
    .join('');
const today = dayInWords(-frame.days, new Date());

/** The groups of a screen by name: a question with its answers, its rows in it, or what stands in place of a number. */
const groupsOf = (asked: readonly Question[], offered: readonly string[]): readonly string[] =>
  asked.flatMap((question) => {
    if (question.kind === 'number') return ['Or, instead of a number'];
    if (question.kind !== 'rows') return [withDate(question.wording)];
    const rows = question.rows.filter((row) => offered.some((input) => input.startsWith(`${row.id}-`)));
    // In the order that was drawn for this visit.
    const place = (id: string): number => offered.findIndex((input) => input.startsWith(`${id}-`));
    const shown = rows.toSorted((a, b) => place(a.id) - place(b.id));
    return [question.wording, ...shown.map(({ label }) => label)];
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
  await reach(page, { s_stage: 'int1', s_outcome: 'rejected_told' }, 's_hours');
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
  await page.getByRole('link', { name: 'Change the answer to “What is the result, up to today?”' }).click();
  await page.locator('#s_outcome-silent').check();
  await next(page);
  await look('cleared-by-routing');
  await reach(page, {}, 'review');

  await page.context().setOffline(true);
  await next(page);
  await page.getByText('You are offline').waitFor();
  await look('offline');
  const mend = await intercept(page, '**/rpc/submit_response', (route) => route.abort());
  await page.context().setOffline(false);
  await page.getByText('Your answers are waiting to be sent').waitFor();
  await look('waiting');
  mend();
  const take = await intercept(page, '**/rpc/submit_response', (route) =>
    route.fulfill({
      status: 400,
      json: { code: 'not_valid', message: 'That is longer than any answer to this survey can be.' },
    }),
  );
  await page.locator('[data-hurry]').click();
  await page.getByText('We could not accept your answers').waitFor();
  await look('refused');
  take();
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
  await page.getByText('First your browser makes a calculation').waitFor();
  await look('sending');
  release();
  await receiptShown(page);
  await page.locator('[data-first-figures]').waitFor();
  await look('receipt');
}

test.each(['job_seeker', 'employer'] as const)(
  'with letters twice as large the %s survey is no wider than a phone (WCAG 1.4.4)',
  async (side) => {
    const page = await open({ width: 390 });
    const widths: Record<string, number> = {};
    const enlarge = async (state: string): Promise<void> => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      widths[state] = await page.evaluate(() => document.documentElement.scrollWidth);
      await picture(page, `large-${side}-${state}`);
    };
    await page.goto('/survey/');
    await enlarge('doors');
    await openSurvey(page, side);
    await enlarge('start');
    for (const [{ id }] of screensOf(questionnaire.sides[side].questions)) {
      await reach(page, side === 'employer' ? recruiter : turnedDown, id);
      await enlarge(id);
    }
    await reach(page, side === 'employer' ? recruiter : turnedDown, 'review');
    await enlarge('review');
    await next(page);
    await receiptShown(page);
    await page.locator('[data-first-figures]').waitFor();
    await enlarge('receipt');
    expect(Object.entries(widths).filter(([, width]) => width > 390)).toEqual([]);
  },
);

describe('In both themes', () => {
  test.each(isLookedAt ? [390, 1440] : [390])(
    'axe finds nothing in any state, %i px wide, and nothing is wider than the page',
    async (width) => {
      const page = await open({ width, expectedProblems: noConnection });
      const found: string[] = [];
      await visitStates(page, async (name) => {
        found.push(...(await faultsInBothThemes(page, name)));
      });
      expect(found).toEqual([]);
    },
  );

  test('axe finds nothing in a second tab, and where nothing can be kept', async () => {
    const page = await open({ width: 390 });
    await openSurvey(page, 'job_seeker');
    const tab = await page.context().newPage();
    await tab.goto('/survey/job-seeker/');
    await tab.getByText('This survey is open in another tab').waitFor();
    expect(await faultsInBothThemes(tab, 'other-tab')).toEqual([]);

    const bare = await open({ width: 390 });
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
    expect(await faultsInBothThemes(bare, 'nothing-kept')).toEqual([]);
  });

  test.each(isLookedAt ? [390, 1440] : [390])(
    'axe finds nothing on questions of several rows, on two that share a screen, and when one ends it all, %i px wide',
    async (width) => {
      const page = await open({ width });
      const clean = async (state: string): Promise<void> => {
        expect(await faultsInBothThemes(page, state)).toEqual([]);
      };
      await openSurvey(page, 'employer');
      await clean('employer-start');
      for (const question of [
        'e_told',
        'e_last',
        'e_known',
        'e_time',
        'e_barriers',
        'e_has',
        'org_size',
        'review',
      ]) {
        await reach(page, recruiter, question);
        await clean(`employer-${question}`);
      }
      await page.getByRole('link', { name: 'what was your main part in hiring' }).click();
      await page.locator('label:has(#e_role-none)').click();
      await next(page);
      await page.getByRole('heading', { name: 'Thank you for coming' }).waitFor();
      await clean('employer-ended');
    },
  );

  test.each(isLookedAt ? [390, 1440] : [390])(
    'axe finds nothing where an answer gets its reply or ends it, where another one is asked for, and at the end, %i px wide',
    async (width) => {
      const page = await open({ width });
      const clean = async (state: string): Promise<void> => {
        expect(await faultsInBothThemes(page, state)).toEqual([]);
      };
      await openSurvey(page, 'job_seeker');
      await reach(page, { s_stage: 'int1' }, 's_elapsed');
      await page.locator('label:has(#s_elapsed-m6_12)').click();
      await clean('seeker-reply');
      await page.locator('label:has(#s_elapsed-lt45)').click();
      await clean('seeker-too-new');
      await next(page);
      await clean('seeker-another');
      await page.locator('label:has(#s_stage-none_fit)').click();
      await clean('seeker-does-not-fit');
      await next(page);
      await page.locator('[data-calendar]').waitFor();
      await clean('seeker-ended');
    },
  );

  // Every one of them is a state that people see; axe has seen each kind of them above.
  if (isLookedAt)
    test.each([390, 1440])('every question of the job seekers, %i px wide', async (width) => {
      const page = await open({ width });
      await openSurvey(page, 'job_seeker');
      for (const [{ id }] of screensOf(questionnaire.sides.job_seeker.questions)) {
        await reach(page, turnedDown, id);
        for (const colorScheme of ['dark', 'light'] as const) {
          await page.emulateMedia({ colorScheme });
          await picture(page, `seeker-${id}`);
        }
      }
    });
});
