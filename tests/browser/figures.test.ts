import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ledger } from '../examples/ledger.ts';
import type { PageOptions } from './harness/newPage.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { violations } from './harness/violations.ts';

const site = openSite(startSite);

const open = async () => {
  const page = await site.newPage();
  await page.goto('/figures/');
  return page;
};

describe('the ledger', () => {
  test('shows one subject, and says how many studies of how many that are; in another order all of them again', async () => {
    const page = await open();
    const shown = page.locator('.ledger > li:visible');
    const all = await shown.count();
    await page.getByLabel('About').selectOption({ label: 'Law' });
    await expect.poll(() => shown.count()).toBeLessThan(all);
    expect(await page.locator('[data-count]').textContent()).toBe(`${await shown.count()} of ${all} entries`);
    expect(await page.locator('#ontario-2026').isVisible()).toBe(true);
    await page.getByLabel('About').selectOption({ label: 'Feedback and reasons' });
    await page.getByLabel('Checked').selectOption({ label: 'No source found' });
    expect(await page.locator('#linkedin-uk-91').isVisible()).toBe(true);
    await page.getByLabel('Checked').selectOption({ label: 'All' });
    await page.getByLabel('About').selectOption({ label: 'Everything' });
    await page.getByLabel('Order').selectOption({ label: 'Oldest first' });
    const years = await shown.evaluateAll((entries) =>
      entries.map(({ dataset }) => Number(dataset.year) || 9999),
    );
    expect(years).toEqual(years.toSorted((a, b) => a - b));
    expect(years).toHaveLength(all);
  });

  test('without JavaScript has every study, and no control that would do nothing', async () => {
    const page = await site.newPage({ javaScript: false });
    await page.goto('/figures/');
    expect(await page.locator('.ledger > li:visible').count()).toBe(ledger.length);
    expect(await page.locator('main form:visible').count()).toBe(0);
  });

  test('checks a quote by keyboard alone, asks nobody for it, and leads to the figure', async () => {
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel(/A sentence with its number/).focus();
    await page.keyboard.type('CareerBuilder: 75% of job seekers never hear back after an interview.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const said = page.locator('[data-said]');
    await expect
      .poll(() => said.getByRole('heading').textContent())
      .toBe('The number is right, the claim is not');
    expect(await said.textContent()).toContain('not about interviews');
    expect(await violations(page)).toEqual([]);
    expect(asked).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/figures/careerbuilder-2012/#unanswered');
  });

  test('says what holds, and what it does not have', async () => {
    const page = await open();
    const verdictOf = async (sentence: string) => {
      await page.getByLabel(/A sentence with its number/).fill(sentence);
      await page.getByRole('button', { name: 'Check it' }).click();
      return page.locator('[data-said]').getByRole('heading').textContent();
    };
    expect(await verdictOf('94% of professionals wanted feedback after an interview.')).toBe(
      'The wording holds',
    );
    expect(await verdictOf('70% of jobs are never advertised.')).toBe('Not in our list');
  });
});

/** An essay at its first number, and that number’s note, which is not shown yet. */
async function openNumber(options: PageOptions = {}) {
  const page = await site.newPage(options);
  await page.goto('/essays/what-is-known-so-far/');
  const [number, note] = [page.locator('.bound__n').first(), page.locator('.bound__note').first()];
  expect(await note.isVisible()).toBe(false);
  return { page, number, note };
}

/** Where the middle of something lies on the screen. */
async function middleOf(of: Locator): Promise<readonly [number, number]> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

describe.each([
  ['a wide page', 1280],
  ['a narrow one', 700],
])('on %s', (_, width) => {
  test('a note stays while a pointer goes over to it, and goes when the pointer leaves', async () => {
    const { page, number, note } = await openNumber({ width });
    await number.scrollIntoViewIfNeeded();
    await page.mouse.move(...(await middleOf(number)));
    await expect.poll(() => note.isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.mouse.move(...(await middleOf(note)), { steps: 10 });
    // Were it on its way out, it would be gone when its transitions are over.
    await note.evaluate((shown) => Promise.allSettled(shown.getAnimations().map(({ finished }) => finished)));
    expect(await note.isVisible()).toBe(true);
    await page.mouse.move(1, 1);
    await expect.poll(() => note.isVisible()).toBe(false);
  });
});

test.each([
  ['a wide page', 1280],
  ['a phone', 390],
])('pressed on %s without JavaScript a number shows its note, which describes it', async (_, width) => {
  const { page, number, note } = await openNumber({ width, javaScript: false, touch: true });
  await number.tap();
  await expect.poll(() => note.isVisible()).toBe(true);
  const id = await number.getAttribute('aria-describedby');
  expect(new URL(page.url()).hash).toBe(`#${id ?? ''}`);
  expect(await note.getAttribute('id')).toBe(id);
  const [[, line], [, shown]] = [await middleOf(number), await middleOf(note)];
  expect(Math.abs(line - shown)).toBeLessThan(250);
  await page.goBack();
  await page.locator('h1').tap();
  await expect.poll(() => note.isVisible()).toBe(false);
});

test('on paper every note is there, beside its number', async () => {
  const { page } = await openNumber();
  await page.emulateMedia({ media: 'print' });
  const notes = page.locator('.prose .bound__note');
  expect(await notes.count()).toBeGreaterThan(1);
  for (const note of await notes.all()) expect(await note.isVisible()).toBe(true);
});

test('a number in an essay shows whose it is under the keyboard, and covers none of the text', async () => {
  const { page, number, note } = await openNumber();
  await number.focus();
  expect(await note.isVisible()).toBe(true);
  expect(await note.textContent()).toMatch(/\b20\d\d\. .*\d/);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Tab');
  expect(await note.getByRole('link').evaluate((link) => link === document.activeElement)).toBe(true);
  const [own, text] = await Promise.all([
    note.boundingBox(),
    page
      .locator('.prose > p', { has: page.locator('.bound') })
      .first()
      .boundingBox(),
  ]);
  if (own === null || text === null) throw new Error('The note or its paragraph is not shown.');
  expect(own.x).toBeGreaterThanOrEqual(text.x + text.width);
});
