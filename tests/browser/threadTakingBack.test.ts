import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { intercept } from './harness/intercept.ts';
import type { PageOptions } from './harness/newPage.ts';
import { openSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
import { violations } from './harness/violations.ts';
import { startWithModerator } from './thread/moderator.ts';
import { noteOf, openThread, own, send, sendAndArrive } from './thread/threadPage.ts';

const path = 'charts/hours/';
const site = openSite(startWithModerator);

async function visit(options?: PageOptions): Promise<Page> {
  const page = await site.newPage(options);
  await openThread(page, path);
  return page;
}
const box = (page: Page) => page.locator('#write-text');
const press = (page: Page, words: string, act: string): Promise<void> =>
  own(page, words).locator(`[data-act=${act}]`).click();
/** The texts that have reached the database, those that are waiting to be read. */
const stored = async (): Promise<readonly string[]> => (await site.cleo.queue()).map(({ text }) => text);
const lost = { expectedProblems: [/ERR_FAILED/] };

test('what is taken back while something else is in the box is not sent, and goes into the box when there is room', async () => {
  const page = await visit(lost);
  // Without a proof nothing is sent, so it cannot have arrived.
  const end = await intercept(page, '**/rpc/challenge', (route) => route.abort());
  await send(page, 'Better not said.');
  await noteOf(page, 'Better not said.').filter({ hasText: 'Not sent yet' }).waitFor();
  await box(page).fill('Said instead.');
  await press(page, 'Better not said.', 'remove');
  await noteOf(page, 'Better not said.').filter({ hasText: 'Taken back, and not sent' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(page, 'thread-taken-back');
  end();
  await page.locator('[data-write-send]').click();
  await noteOf(page, 'Said instead.').filter({ hasText: 'Waiting to be read' }).waitFor();
  expect(await stored()).not.toContain('Better not said.');
  await openThread(page, path);
  await press(page, 'Better not said.', 'change');
  await expect.poll(() => box(page).inputValue()).toBe('Better not said.');
  expect(await own(page, 'Better not said.').count()).toBe(0);
});

test('what may have arrived is not sent while its author is asked, nor after it was taken back', async () => {
  const page = await visit(lost);
  const end = await intercept(page, '**/rpc/comment', (route) => route.abort());
  await send(page, 'Perhaps with you.');
  await noteOf(page, 'Perhaps with you.').filter({ hasText: 'Not sent yet' }).waitFor();
  await press(page, 'Perhaps with you.', 'remove');
  const sure = own(page, 'Perhaps with you.').locator('[data-act=remove-now]');
  await sure.waitFor();
  end();
  await sendAndArrive(page, 'Sent while asked.');
  expect(await stored()).not.toContain('Perhaps with you.');
  await box(page).fill('Begun while asked.');
  await sure.click();
  await noteOf(page, 'Perhaps with you.').filter({ hasText: 'Taken back, and not sent' }).waitFor();
  expect(await page.locator('[data-status]').textContent()).not.toContain('is removed');
  await page.locator('[data-write-send]').click();
  await noteOf(page, 'Begun while asked.').filter({ hasText: 'Waiting to be read' }).waitFor();
  expect(await stored()).not.toContain('Perhaps with you.');
});

test('what its author keeps after all is sent', async () => {
  const page = await visit(lost);
  const end = await intercept(page, '**/rpc/comment', (route) => route.abort());
  await send(page, 'Kept after all.');
  await noteOf(page, 'Kept after all.').filter({ hasText: 'Not sent yet' }).waitFor();
  await press(page, 'Kept after all.', 'remove');
  await own(page, 'Kept after all.').locator('[data-act=remove-now]').waitFor();
  end();
  await press(page, 'Kept after all.', 'keep');
  await noteOf(page, 'Kept after all.').filter({ hasText: 'Waiting to be read' }).waitFor();
});

test('what is taken back in one tab is not sent by another', async () => {
  const one = await visit(lost);
  const endOne = await intercept(one, '**/rpc/challenge', (route) => route.abort());
  await send(one, 'Seen in two tabs.');
  await noteOf(one, 'Seen in two tabs.').filter({ hasText: 'Not sent yet' }).waitFor();
  const two = await one.context().newPage();
  await intercept(two, '**/rpc/challenge', (route) => route.abort());
  await openThread(two, path);
  await noteOf(two, 'Seen in two tabs.').filter({ hasText: 'Not sent yet' }).waitFor();
  await press(two, 'Seen in two tabs.', 'remove');
  await expect.poll(() => box(two).inputValue()).toBe('Seen in two tabs.');
  endOne();
  await press(one, 'Seen in two tabs.', 'hurry');
  await own(one, 'Seen in two tabs.').waitFor({ state: 'detached' });
  expect(await stored()).not.toContain('Seen in two tabs.');
  // Nor does the first bring it back.
  await openThread(one, path);
  expect(await own(one, 'Seen in two tabs.').count()).toBe(0);
});

test('what one tab may have sent is not simply given back by another: the database is told', async () => {
  const one = await visit(lost);
  const endOne = await intercept(one, '**/rpc/challenge', (route) => route.abort());
  await send(one, 'Sent behind one’s back.');
  await noteOf(one, 'Sent behind one’s back.').filter({ hasText: 'Not sent yet' }).waitFor();
  const two = await one.context().newPage();
  await intercept(two, '**/rpc/challenge', (route) => route.abort());
  await openThread(two, path);
  await noteOf(two, 'Sent behind one’s back.').filter({ hasText: 'Not sent yet' }).waitFor();
  endOne();
  await press(one, 'Sent behind one’s back.', 'hurry');
  await noteOf(one, 'Sent behind one’s back.').filter({ hasText: 'Waiting to be read' }).waitFor();
  await press(two, 'Sent behind one’s back.', 'remove');
  await two.locator('[data-act=remove-now]').click();
  await own(two, 'Sent behind one’s back.').waitFor({ state: 'detached' });
  expect(await stored()).not.toContain('Sent behind one’s back.');
});

test('what is written while a change is sent stays, in the box or elsewhere', async () => {
  const page = await visit();
  await sendAndArrive(page, 'To be changed.');
  let answer = (): void => undefined;
  await intercept(page, '**/rpc/edit_comment', async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    await route.continue();
  });
  const arrived = page.locator('[data-status]', { hasText: 'Your change has arrived' });
  const change = async (words: string, to: string): Promise<void> => {
    await press(page, words, 'change');
    await box(page).fill(to);
    const asked = page.waitForRequest('**/rpc/edit_comment');
    await page.locator('[data-write-send]').click();
    await asked;
  };
  await change('To be changed.', 'Changed once.');
  await box(page).fill('Changed once, and on.');
  answer();
  await arrived.waitFor({ state: 'attached' });
  expect(await box(page).inputValue()).toBe('Changed once, and on.');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('write-text');

  await page.locator('[data-act=cancel]').click();
  await box(page).fill('A thought of another kind.');
  await change('Changed once.', 'Changed twice.');
  await page.locator('[data-act=cancel]').click();
  expect(await box(page).inputValue()).toBe('A thought of another kind.');
  answer();
  await noteOf(page, 'Changed twice.').filter({ hasText: 'Waiting to be read' }).waitFor();
  expect(await box(page).inputValue()).toBe('A thought of another kind.');
  await openThread(page, path);
  await expect.poll(() => box(page).inputValue()).toBe('A thought of another kind.');
});

test('a report says how long its calculation may take, and that another has to wait for it', async () => {
  const page = await visit();
  for (const words of ['Reported first.', 'Reported second.']) {
    await sendAndArrive(page, words);
    await site.cleo.approve(words);
  }
  await page.route('**/_astro/proofs-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export const proofs = () => ({ begin() {}, spoil() {}, get(show) {
        show?.({ is: 'solving', seconds: 80, why: { sentence: '' } });
        return new Promise(() => undefined);
      } });`,
    }),
  );
  await openThread(page, path);
  const said: string[] = [];
  for (const words of ['Reported first.', 'Reported second.']) {
    const item = page.locator('[data-list] .c', { hasText: words });
    await item.locator('[data-act=report]').click();
    const form = item.locator('.report');
    await form.locator('[name=reason]').first().check();
    await form.locator('[type=submit]').click();
    await expect.poll(() => form.locator('[data-said]').innerText()).toMatch(/\.$/);
    said.push(await form.locator('[data-said]').innerText());
  }
  expect(said[0]).toContain('It ends in 80 seconds at the latest.');
  expect(said[1]).toBe('One report is still being sent: press again once it is.');
});

test('a device forgets a comment when it is asked to, with the code in sight, and the comment stays', async () => {
  const page = await visit();
  await sendAndArrive(page, 'Forgotten here alone.');
  const mine = own(page, 'Forgotten here alone.');
  const code = await mine.locator('[data-code]').textContent();
  await press(page, 'Forgotten here alone.', 'forget');
  await mine.locator('[data-only]').waitFor();
  expect(await mine.locator('[data-only]').innerText()).toBe(code);
  expect(await violations(page)).toEqual([]);
  await picture(page, 'thread-forget');
  await press(page, 'Forgotten here alone.', 'keep');
  expect(await mine.locator('[data-only]').count()).toBe(0);

  const id = await site.cleo.approve('Forgotten here alone.');
  await openThread(page, path);
  const shown = page.locator(`#comment-${id}`);
  await shown.locator('[data-yours]').waitFor();
  await shown.locator('[data-act=forget]').click();
  expect(await shown.locator('[data-only]').innerText()).toBe(code);
  await shown.locator('[data-act=forget-now]').click();
  await shown.locator('[data-yours]').waitFor({ state: 'hidden' });
  expect(await shown.locator('button:visible').allInnerTexts()).toEqual(['Reply', 'Report']);
  await openThread(page, path);
  await shown.waitFor();
  expect(await shown.locator('[data-yours]').isVisible()).toBe(false);
});
