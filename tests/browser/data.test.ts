import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from './harness/openSite.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('from the home page to a file that fits its checksum, without JavaScript', async () => {
  const page = await site.newPage({ width: 390, javaScript: false });
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Data' }).click();
  await page.getByText('SHA-256 of every file').click();
  for (const name of ['Download everything', 'estimates.csv']) {
    const arriving = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    const download = await arriving;
    const bytes = readFileSync(await download.path());
    const line = `${createHash('sha256').update(bytes).digest('hex')}  ${download.suggestedFilename()}`;
    expect(await page.locator('.code').filter({ hasText: 'estimates.csv' }).innerText()).toContain(line);
  }
});

test('the description for search engines stands in a page whose policy lets no foreign script run', async () => {
  const page = await site.newPage();
  const refused: string[] = [];
  await page.exposeFunction('refused', (what: string) => refused.push(what));
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (event) => refused(event.violatedDirective + ' ' + event.blockedURI))`,
  );
  await page.goto('/data/');
  const dataset = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(dataset ?? '')).toMatchObject({ '@type': 'Dataset' });
  expect(refused).toEqual([]);
  // The policy is in force, and this listener hears of it: the same words as a script are refused.
  await page.evaluate(
    `document.head.append(Object.assign(document.createElement('base'), { href: '/elsewhere/' }))`,
  );
  await expect.poll(() => refused).toEqual([expect.stringContaining('base-uri')]);
});

test('the contents of the methodology lead to each section by keyboard, and the list of estimates opens', async () => {
  const page = await site.newPage({ width: 390, javaScript: false });
  await page.goto('/methodology/');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'How many' }).focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 2, name: 'How many' });
  await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(200);
  // The next stop is inside the section, not back at the top of the page.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const table = page.getByRole('region', { name: 'How many were asked, and how many answered' });
  expect(await table.isVisible()).toBe(true);
});
