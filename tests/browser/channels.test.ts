import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newPage } from './harness/newPage.ts';
import { openSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
import { turnedDown } from './survey/examples.ts';
import { storedRows } from './survey/responses.ts';
import { answerAll, next, receiptShown, screen } from './survey/surveyPage.ts';
import { startSurveyServer } from './survey/surveyServer.ts';

const site = openSite(startSurveyServer);

const phone = (): Promise<Page> => site.newPage({ width: 390, touch: true });
const doors = (page: Page) => page.locator('.invitation a');

test('from a chart a tap leads to the consent, which takes two more to the first question', async () => {
  const page = await phone();
  let taps = 0;
  await page.exposeFunction('tapped', () => (taps += 1));
  await page.addInitScript(() => {
    const tapped = () => {
      (globalThis as unknown as { tapped: () => void }).tapped();
    };
    addEventListener('pointerdown', tapped, true);
  });
  await page.goto('/charts/told-by-stage/');
  await doors(page).first().tap();
  await page.locator('form[data-running]').waitFor();
  expect(await screen(page).getAttribute('data-screen')).toBe('start');
  // The box is never ticked for anybody (protocol 4.2).
  await page.locator('label:has(#consent)').tap();
  await page.locator('[data-next]').tap();
  await page.waitForFunction(() => location.hash !== '');
  expect(await screen(page).getAttribute('data-screen')).toBe('s_stage');
  await expect.poll(() => taps).toBe(3);
});

test.each([
  ['/charts/told-by-stage/', 'chart'],
  ['/charts/told-by-stage/?from=linkedin', 'linkedin'],
  ['/charts/told-by-stage/?from=friend', 'friend'],
  ['/essays/what-is-known-so-far/', 'essay'],
  ['/essays/what-is-known-so-far/?from=feed', 'feed'],
  ['/survey/?from=poster', 'poster'],
])('who arrives at %s comes to the survey from %s', async (path, from) => {
  const page = await phone();
  await page.goto(path);
  await page.locator('.invitation a, .door').first().tap();
  await page.locator('form[data-running]').waitFor();
  expect(new URL(page.url()).searchParams.get('from')).toBe(from);
  expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual(
    [],
  );
  expect(await page.context().cookies()).toEqual([]);
});

test('both doors of the survey are in one screen of a phone', async () => {
  const page = await site.newPage({ width: 390 });
  await page.goto('/survey/?from=poster');
  await page.setViewportSize({ width: 390, height: 664 });
  await expect.poll(() => page.locator('.door').count()).toBe(2);
  for (const door of await page.locator('.door').all()) {
    const box = await door.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? Infinity)).toBeLessThanOrEqual(664);
  }
  await picture(page, 'survey-doors');
});

test('the channel of a link to a chart is stored with the answers that come of it', async () => {
  const own = await startSurveyServer();
  try {
    const page = await newPage(site.browser, own.url, { width: 390, touch: true });
    await page.goto('/charts/told-by-stage/?from=linkedin');
    await doors(page).first().tap();
    await page.locator('form[data-running]').waitFor();
    await answerAll(page, turnedDown, 'touch');
    await next(page);
    await receiptShown(page);
  } finally {
    await own.stop();
  }
  const { job_seeker: rows } = await storedRows(own.dataDir);
  expect(rows.map(({ channel }) => channel)).toEqual(['linkedin']);
  await own.close();
});
