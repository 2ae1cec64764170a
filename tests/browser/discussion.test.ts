import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testSite } from '../build/harness/testSite.ts';
import { launchBrowser } from './harness/launchBrowser.ts';
import { newPage } from './harness/newPage.ts';
import { startModerationServer } from './moderate/moderationServer.ts';
import { openQueue, press, says, shown } from './moderate/moderatorPage.ts';
import { openThread, sendAndArrive, shownTexts } from './thread/threadPage.ts';

const essay = '/essays/somebody-knows-what-goes-in-the-blank/';
const question = 'What would it have taken to tell me?';
const answer = 'A line in the form that somebody had to fill in.';

let server: Awaited<ReturnType<typeof startModerationServer>>;
let browser: Browser;
beforeAll(async () => {
  server = await startModerationServer(testSite);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Each page has a profile of its own. */
const visitor = (): Promise<Page> => newPage(browser, server.url);

test('what an applicant asks and a recruiter answers is approved on /moderate/, with keys, and read by a third', async () => {
  const [applicant, recruiter, moderator, reader] = await Promise.all([
    visitor(),
    visitor(),
    visitor(),
    visitor(),
  ]);
  await openThread(applicant, essay);
  await sendAndArrive(applicant, question);

  await openQueue(moderator, await server.moderator());
  expect(await shown(moderator)).toEqual([question]);
  await press(moderator, 'j', 'a');
  await says(moderator, 'Approved');

  await openThread(recruiter, essay);
  expect(await shownTexts(recruiter)).toEqual([question]);
  await recruiter.locator('[data-list] [data-act=reply]').click();
  await recruiter.locator('[data-write-title]', { hasText: 'Your reply' }).waitFor();
  await sendAndArrive(recruiter, answer);

  await openThread(reader, essay);
  expect(await shownTexts(reader)).toEqual([question]);
  await moderator.reload();
  await moderator.locator('.entry', { hasText: answer }).waitFor();
  // The reply is read below what it answers.
  expect(await moderator.locator('.entry', { hasText: answer }).innerText()).toContain(question);
  await press(moderator, 'j', 'a');
  await says(moderator, 'Approved');

  await openThread(reader, essay);
  expect(await shownTexts(reader)).toEqual([question, answer]);
  expect(await reader.locator('.c .replies .c__text').allInnerTexts()).toEqual([answer]);
  expect(await server.records()).toBe(2);
});
