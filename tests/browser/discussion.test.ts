import { expect, test } from 'vitest';
import { openSite } from './harness/openSite.ts';
import { startModerationServer } from './moderate/moderationServer.ts';
import { openQueue, press, says, shown } from './moderate/moderatorPage.ts';
import { openThread, sendAndArrive, shownTexts } from './thread/threadPage.ts';

const essay = '/essays/somebody-knows-what-goes-in-the-blank/';
const question = 'What would it have taken to tell me?';
const answer = 'A line in the form that somebody had to fill in.';

const server = openSite(startModerationServer);

/** Each page has a profile of its own. */
const visitor = () => server.newPage();

test('what an applicant asks and a recruiter answers is approved on /moderate/, with keys, and read by a third', async () => {
  const [applicant, recruiter, moderator, reader] = await Promise.all([
    visitor(),
    visitor(),
    visitor(),
    visitor(),
  ]);
  await openThread(applicant, essay);
  await sendAndArrive(applicant, question);

  await openQueue(moderator, server.cleo);
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
