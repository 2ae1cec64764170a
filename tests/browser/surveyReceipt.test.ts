import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsInBothThemes } from './harness/inBothThemes.ts';
import { intercept } from './harness/intercept.ts';
import type { PageOptions } from './harness/newPage.ts';
import { openSite } from './harness/openSite.ts';
import { isLookedAt } from './harness/picture.ts';
import { fewest } from './survey/examples.ts';
import { startSurveyServer } from './survey/surveyServer.ts';
import { answerAll, next, openSurvey, receiptShown, screen, sendByKeys } from './survey/surveyPage.ts';

const site = openSite(() => startSurveyServer('free'));
const open = site.newPage;
const path = '/survey/employer/';
const survey = 'survey-employer';

/** A page that has sent its answers, and the receipt code on it. */
async function sent(options?: PageOptions): Promise<{ page: Page; code: string }> {
  const page = await open(options);
  await page.goto('/survey/');
  await openSurvey(page, 'employer');
  await answerAll(page, fewest);
  await next(page);
  return { page, code: await receiptShown(page) };
}

/** What the page says of the receipt once it is had. */
const had = 'The code and your answers are taken off this device.';

async function isClean(page: Page, state: string): Promise<void> {
  expect(await faultsInBothThemes(page, state)).toEqual([]);
}

describe('The receipt', () => {
  test('stands there again after a reload, in another tab and after Back', async () => {
    const { page, code } = await sent();
    await page.reload();
    expect(await receiptShown(page)).toBe(code);
    // A phone discards a tab in the background: what comes back is a new page on the same device.
    const context = page.context();
    await page.close();
    const back = await context.newPage();
    await back.goto(path);
    expect(await receiptShown(back)).toBe(code);
    await back.goto('/about/');
    await back.goBack();
    expect(await receiptShown(back)).toBe(code);
  });

  test('one Back leaves the page, also where it was loaded again on the way', async () => {
    const page = await open();
    await page.goto('/survey/');
    await openSurvey(page, 'employer');
    await page.locator('#consent').check();
    await next(page);
    await page.locator('#e_role-hr').check();
    await next(page);
    await page.reload();
    await page.locator('form[data-running]').waitFor();
    await answerAll(page, fewest);
    await next(page);
    await receiptShown(page);
    expect(new URL(page.url()).hash).toBe('');
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/survey/');
  });

  test.each([
    ['is copied', (page: Page) => page.locator('[data-copy]').click()],
    ['is had, as the person says', (page: Page) => page.locator('[data-have]').click()],
  ])('goes from the device once it %s, and stays on the page', async (_, act) => {
    const { page, code } = await sent();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await act(page);
    await page.locator('[data-copied]', { hasText: had }).waitFor();
    expect(await page.locator('[data-held]').isVisible()).toBe(false);
    expect(await receiptShown(page)).toBe(code);
    await page.reload();
    await page.locator('[data-answered]').waitFor();
    expect(await screen(page).getAttribute('data-screen')).toBe('start');
    const state = JSON.stringify(await page.context().storageState({ indexedDB: true }));
    expect(state).not.toContain(code.replaceAll('-', ''));
    expect(state).not.toContain('e_role');
  });

  test.each(['print', 'save'])(
    'is still there after “%s”, of which no browser tells how it ended: the page asks',
    async (act) => {
      const { page, code } = await sent();
      await page.evaluate(() => {
        window.print = () => undefined;
      });
      await page.locator(`[data-${act}]`).click();
      await page.getByText('Is it printed or saved? Then press “I have it”.').waitFor();
      await page.reload();
      expect(await receiptShown(page)).toBe(code);
    },
  );

  test('is waited for without the questions being shown', async () => {
    const { page, code } = await sent();
    let arrive: () => void = () => undefined;
    const isThere = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await intercept(page, '**/_astro/later-*.js', async (route) => {
      await isThere;
      await route.fallback();
    });
    await page.reload({ waitUntil: 'commit' });
    await page.getByText('Your receipt code is being loaded.').waitFor();
    expect(await page.locator('form').isVisible()).toBe(false);
    arrive();
    expect(await receiptShown(page)).toBe(code);
  });

  test('is not gone where the browser did not let it be copied', async () => {
    const { page, code } = await sent();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.locator('[data-copy]').click();
    await page.getByText('This browser did not let us copy').waitFor();
    await page.reload();
    expect(await receiptShown(page)).toBe(code);
  });
});

describe('You answered on', () => {
  test('stands at the start, with keys alone, and goes when it is removed; another may still answer', async () => {
    const page = await open();
    await openSurvey(page, 'employer');
    await answerAll(page, fewest, 'keys');
    await sendByKeys(page);
    await receiptShown(page);
    await page.locator('[data-have]').focus();
    await page.keyboard.press('Enter');
    await page.getByText(had).waitFor();
    await page.reload();
    const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
    const note = page.getByText(`You answered on ${day}`);
    await note.waitFor();
    // It is about one side.
    await openSurvey(page, 'job_seeker');
    expect(await page.locator('[data-answered]').isVisible()).toBe(false);
    await openSurvey(page, 'employer');
    await note.waitFor();
    await answerAll(page, fewest);
    expect(await note.isVisible()).toBe(false);
    await page.goto(path);
    await page.locator('form[data-running]').waitFor();
    await page.locator('[data-kept-clear] summary').click();
    await page.locator('[data-clear]').click();
    await page.reload();
    await note.waitFor();
    await page.getByRole('button', { name: 'Remove this note' }).focus();
    await page.keyboard.press('Enter');
    await note.waitFor({ state: 'hidden' });
    await page.reload();
    await page.locator('form[data-running]').waitFor();
    expect(await note.isVisible()).toBe(false);
  });
});

/** Puts a record under a name on the device, as the page finds it at its next visit. */
const leave = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(
    ([key, left]) => {
      localStorage.setItem(`/${key}`, left);
    },
    [name, text] as const,
  );
const draft = {
  format: 1,
  side: 'employer',
  instrument: '1',
  at: Date.now(),
  consent: '1',
  chosen: { e_role: 'hr' },
  typed: {},
  orders: {},
  screen: 'e_role',
  seen: ['e_role'],
  seconds: 1,
  channel: 'direct',
};

describe('What cannot be read', () => {
  test.each([
    ['half a record', '{"format":1,"side":"emp'],
    ['a draft of a later site', JSON.stringify({ ...draft, format: 2 })],
    ['a draft with answers that are none', JSON.stringify({ ...draft, chosen: null })],
    ['a response without its receipt', JSON.stringify({ ...draft, outgoing: { submission: {} } })],
    [
      'a receipt without its code',
      JSON.stringify({ ...draft, outgoing: { identity: {}, arrived: 'stored' } }),
    ],
  ])('%s is set aside, offered as text, and not written over', async (_, text) => {
    const page = await open();
    await page.goto('/about/');
    await leave(page, survey, text);
    await openSurvey(page, 'employer');
    await page.locator('[data-aside]').waitFor();
    expect(await page.locator('#aside-text').inputValue()).toBe(text);
    await answerAll(page, fewest);
    await page.reload();
    await page.locator('[data-aside]').waitFor();
    expect(await page.locator('#aside-text').inputValue()).toBe(text);
    expect(await page.locator('#e_role-hr').isChecked()).toBe(fewest.e_role === 'hr');
    await page.getByRole('button', { name: 'Remove it from this device' }).click();
    await page.getByText('It is removed from this device.').waitFor();
    await page.reload();
    await page.locator('form[data-running]').waitFor();
    expect(await page.locator('[data-aside]').isVisible()).toBe(false);
  });

  test('a draft that the page fails to put back is set aside as it was', async () => {
    const page = await open({ expectedProblems: [/restored by nobody/] });
    await page.goto('/about/');
    const text = JSON.stringify(draft);
    await leave(page, survey, text);
    // As a browser without a built-in that the page uses.
    await page.addInitScript(() => {
      const checked = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked');
      let isFirst = true;
      Object.defineProperty(HTMLInputElement.prototype, 'checked', {
        ...checked,
        set(value: boolean) {
          if (value && isFirst) {
            isFirst = false;
            throw new TypeError('restored by nobody');
          }
          checked?.set?.call(this, value);
        },
      });
    });
    await openSurvey(page, 'employer');
    await page.locator('[data-aside]').waitFor();
    expect(await page.locator('#aside-text').inputValue()).toBe(text);
    expect(await page.locator('input:checked').count()).toBe(0);
  });

  test.each([
    ['a draft', 'thread-chart-outcome', '{"format":1,"at":1,"drafts":{"top":{"text":7}}}'],
    ['a comment', 'comment-1', '{"format":1,"code":"ABC","text":"what I wrote"}'],
  ])('%s of a thread is offered there', async (_, name, text) => {
    const page = await open();
    await page.goto('/about/');
    await leave(page, name, text);
    await page.goto('/charts/outcome/');
    await page.locator('#discussion').scrollIntoViewIfNeeded();
    await page.locator('[data-aside]').waitFor();
    expect(await page.locator('#aside-text').inputValue()).toBe(text);
    await page.locator('#write-text').fill('Something new');
    await page.reload();
    await page.locator('#discussion').scrollIntoViewIfNeeded();
    await page.locator('[data-aside]').waitFor();
    expect(await page.locator('#aside-text').inputValue()).toBe(text);
  });
});

test('what could not be set aside is still there when the receipt is had', async () => {
  const page = await open({ expectedProblems: [/Failed to load resource/] });
  await page.goto('/about/');
  await leave(page, survey, 'half a record');
  await intercept(page, '**/_astro/later-*.js', (route) => route.abort(), 1);
  await openSurvey(page, 'employer');
  await answerAll(page, fewest);
  await next(page);
  await receiptShown(page);
  await page.getByText('Nothing can be kept on this device now: the code is on this page only.').waitFor();
  await page.locator('[data-have]').click();
  expect(await page.evaluate(() => localStorage.getItem('/survey-employer'))).toBe('half a record');
});

test('that a device answered is deleted after a year, at the next visit', async () => {
  const page = await open();
  await page.goto('/about/');
  await leave(page, 'answered-employer', JSON.stringify({ format: 1, at: Date.now() - 366 * 86_400_000 }));
  await openSurvey(page, 'employer');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('/answered-employer'))).toBeNull();
});

describe('In both themes axe finds nothing', () => {
  test.each(isLookedAt ? [390, 820, 1440] : [390])('at %i pixels', async (width) => {
    const { page } = await sent({ width });
    await isClean(page, 'thanks');
    await page.locator('[data-have]').click();
    await page.getByText(had).waitFor();
    await isClean(page, 'thanks-had');
    await leave(page, survey, '{"format":1,"side":"emp');
    await page.reload();
    await page.locator('[data-answered]').waitFor();
    await page.locator('[data-aside]').waitFor();
    await isClean(page, 'answered-and-aside');
    await page.goto('/survey/receipt/');
    await isClean(page, 'receipt');
  });
});
