import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { intercept } from './harness/intercept.ts';
import { openSite } from './harness/openSite.ts';
import { violations } from './harness/violations.ts';
import { startWithModerator } from './thread/moderator.ts';
import { storeComment } from './thread/storeComment.ts';
import { openThread, sendAndArrive } from './thread/threadPage.ts';

const path = 'charts/hours/';
const site = openSite(startWithModerator);
beforeAll(async () => {
  await storeComment(site, { kind: 'chart', thread: 'hours', text: 'It took long.' });
  await site.cleo.approve('It took long.');
});

const first = async (): Promise<Page> => {
  const page = await site.newPage();
  await openThread(page, path);
  return page;
};
/** Another tab of the same person. */
async function another(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await openThread(page, path);
  return page;
}
/** Another that goes on with what lies on the device: who types before it is read wrote something else. */
async function goingOn(context: BrowserContext, words: string): Promise<Page> {
  const page = await another(context);
  await expect.poll(() => box(page).inputValue()).toBe(words);
  return page;
}

const box = (page: Page) => page.locator('#write-text');
const aside = (page: Page) => page.locator('#aside-text');
/** Writes, and waits until the page says that it is kept. */
async function write(page: Page, words: string): Promise<void> {
  await box(page).fill(words);
  await page.locator('[data-write-kept]', { hasText: 'Kept on this device until' }).waitFor();
  // Said of the words before, too: these are kept once they lie there.
  await expect.poll(() => lies(page)).toContain(words);
}
/** What lies on the device under any name of ours. */
const lies = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('no-but-why');
      opening.onerror = reject;
      opening.onsuccess = () => {
        resolve(opening.result);
      };
    });
    const reading = opened.transaction('unfinished').objectStore('unfinished').getAll();
    await new Promise((resolve) => (reading.onsuccess = resolve));
    opened.close();
    return JSON.stringify([reading.result, Object.values(localStorage)]);
  });

test('what is written in two tabs is kept in both: one in the box, the other as text', async () => {
  const one = await first();
  const two = await another(one.context());
  await write(one, 'Written in the first tab');
  await write(two, 'Written in the second tab');
  await two.locator('[data-aside]').waitFor();
  expect(await aside(two).inputValue()).toBe('Written in the first tab');
  expect(await two.locator('[data-status]').textContent()).toContain('another tab');
  expect(await violations(two)).toEqual([]);
  // The first goes on as if nothing had happened, and nothing of either is lost.
  await write(one, 'Written in the first tab, and on');
  expect(await aside(one).inputValue()).toContain('Written in the second tab');
  await two.close();
  await one.close();
  const later = await another(two.context());
  await expect.poll(() => box(later).inputValue()).toBe('Written in the first tab, and on');
  await later.locator('[data-aside]').waitFor();
  expect(await aside(later).inputValue()).toContain('Written in the second tab');
  // What was removed does not come back, and what is set aside after that is offered again.
  await later.locator('[data-aside-remove]').click();
  await expect.poll(() => lies(later)).not.toContain('second');
  const other = await another(later.context());
  await expect.poll(() => box(other).inputValue()).toBe('Written in the first tab, and on');
  await write(other, 'Written in the fourth tab');
  await write(later, 'Written in the third tab');
  await expect.poll(() => aside(later).inputValue()).toBe('Written in the fourth tab');
  expect(await later.locator('[data-aside-acts]').isVisible()).toBe(true);
});

test('a tab that is closed, or that writes elsewhere, writes nothing over the words of another', async () => {
  const one = await first();
  await write(one, 'Begun in the first tab');
  const two = await goingOn(one.context(), 'Begun in the first tab');
  await expect.poll(() => box(two).inputValue()).toBe('Begun in the first tab');
  await write(two, 'Begun in the first tab, ended in the second');
  // A reply, in the tab that still has the old words in its box.
  await one.locator('[data-act=reply]').first().click();
  await write(one, 'A reply');
  await two.close();
  await one.close();
  const later = await another(one.context());
  await expect.poll(() => box(later).inputValue()).toBe('Begun in the first tab, ended in the second');
  await later.locator('[data-act=reply]', { hasText: 'Go on with your reply' }).click();
  await expect.poll(() => box(later).inputValue()).toBe('A reply');
  expect(await later.locator('[data-aside]').isVisible()).toBe(false);
});

test('what is sent in one tab deletes no words of another', async () => {
  const one = await first();
  const two = await another(one.context());
  await write(one, 'To be sent');
  await write(two, 'To be thought over');
  await sendAndArrive(one, 'Sent now');
  await two.close();
  await one.close();
  const later = await another(one.context());
  await later.locator('[data-aside]').waitFor();
  expect([await box(later).inputValue(), await aside(later).inputValue()].join()).toContain(
    'To be thought over',
  );
});

test('what is typed before the code for writing is there is not written over what was kept', async () => {
  const one = await first();
  await write(one, 'Kept from yesterday');
  const two = await one.context().newPage();
  let bring = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    bring = resolve;
  });
  await intercept(two, '**/_astro/writing-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await openThread(two, path);
  await box(two).fill('Typed at once');
  bring();
  await two.locator('[data-aside]').waitFor();
  expect(await box(two).inputValue()).toBe('Typed at once');
  expect(await aside(two).inputValue()).toBe('Kept from yesterday');
});

test('a tab that is left in the middle of a word writes nothing over the words of another', async () => {
  const one = await first();
  await write(one, 'Begun in the first tab');
  const two = await goingOn(one.context(), 'Begun in the first tab');
  await write(two, 'Written in the second tab');
  await box(one).fill('Begun in the first tab, and lef');
  await one.goto('privacy/');
  await two.close();
  const later = await another(one.context());
  await expect.poll(() => box(later).inputValue()).toBe('Begun in the first tab, and lef');
  await later.locator('[data-aside]').waitFor();
  expect(await aside(later).inputValue()).toContain('Written in the second tab');
});

/** Types into the box and leaves for another tab before what was typed is written. */
const typeAndLeave = (page: Page, words: string): Promise<void> =>
  box(page).evaluate((field: HTMLTextAreaElement, typed) => {
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, words);

test('a tab that is left for another in the middle of a word, and stays, writes nothing over the words of another', async () => {
  const one = await first();
  await write(one, 'Begun in the first tab');
  const two = await goingOn(one.context(), 'Begun in the first tab');
  await write(two, 'Written in the second tab');
  await typeAndLeave(one, 'Begun in the first tab, and lef');
  await one.locator('[data-aside]').waitFor();
  expect(await aside(one).inputValue()).toBe('Written in the second tab');
  expect(await lies(one)).toContain('and lef');
});

test('what is corrected in one tab alone, which is closed at once, is not offered as words of another', async () => {
  const one = await first();
  await write(one, 'Teh first words');
  await typeAndLeave(one, 'The first words');
  await one.goto('privacy/');
  const later = await another(one.context());
  await expect.poll(() => box(later).inputValue()).toBe('The first words');
  await expect.poll(() => lies(later)).not.toContain('Teh');
  expect(await later.locator('[data-aside]').isVisible()).toBe(false);
});

describe('What was thrown away in one tab does not come back from another that never touched it', () => {
  test.each([
    ['writes elsewhere', write],
    ['is closed in the middle of a word elsewhere', typeAndLeave],
  ])('and %s', async (_, writes) => {
    const one = await first();
    await write(one, 'To be thrown away');
    const two = await another(one.context());
    await expect.poll(() => box(two).inputValue()).toBe('To be thrown away');
    await box(one).fill('');
    await expect.poll(() => lies(one)).not.toContain('thrown');
    await two.locator('[data-act=reply]').first().click();
    await writes(two, 'A reply');
    await two.goto('privacy/');
    await one.close();
    const later = await another(two.context());
    await later.locator('[data-act=reply]', { hasText: 'Go on with your reply' }).waitFor();
    expect(await box(later).inputValue()).toBe('');
    expect(await later.locator('[data-aside]').isVisible()).toBe(false);
  });
});

test('a tab that is closed brings no old words back in the place of those that another tab goes on with', async () => {
  const one = await first();
  await write(one, 'Begun in the first tab');
  const two = await goingOn(one.context(), 'Begun in the first tab');
  await write(two, 'Begun in the first tab, ended in the second');
  await one.locator('[data-act=reply]').first().click();
  await typeAndLeave(one, 'A reply, and lef');
  await one.goto('privacy/');
  await two.locator('[data-act=reply]').first().click();
  await write(two, 'Another reply');
  await two.close();
  const later = await another(one.context());
  await expect.poll(() => box(later).inputValue()).toBe('Begun in the first tab, ended in the second');
  await later.locator('[data-aside]').waitFor();
  expect(await aside(later).inputValue()).toBe('A reply, and lef');
});

test('what is removed is what stood there, and not what another tab has set aside since', async () => {
  const one = await first();
  const two = await another(one.context());
  await write(one, 'Old words of the first tab');
  await write(two, 'Words of the second tab');
  await write(one, 'New words of the first tab');
  await one.locator('[data-aside]').waitFor();
  await expect.poll(() => aside(two).inputValue()).toBe('Old words of the first tab');
  await two.locator('[data-aside-remove]').click();
  await expect.poll(() => lies(two)).not.toContain('Old words');
  expect(await lies(two)).toContain('Words of the second tab');
  const later = await another(one.context());
  await expect.poll(() => aside(later).inputValue()).toBe('Words of the second tab');
});
