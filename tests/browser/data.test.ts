import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSite, startSite } from './harness/openSite.ts';

const site = openSite(startSite);

test('from the home page to a file that fits its checksum, without JavaScript', async () => {
  const page = await site.newPage({ width: 390, javaScript: false });
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Data' }).click();
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
  // What a policy refuses is written to the console, and anything there but this one fails the test.
  const page = await site.newPage({ expectedProblems: [/violates the following Content Security Policy/] });
  await page.goto('/data/');
  const dataset = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(dataset ?? '')).toMatchObject({ '@type': 'Dataset' });
  const csp = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
  expect(csp).toMatch(/script-src 'self' 'sha/);
  // The policy is in force: what it forbids is refused.
  await page.evaluate(
    `document.head.append(Object.assign(document.createElement('base'), { href: '/elsewhere/' }))`,
  );
  expect(await page.evaluate('document.baseURI')).not.toContain('elsewhere');
});

test('the contents of the methodology lead to each section by keyboard, and the list of estimates opens', async () => {
  const page = await site.newPage({ width: 390, javaScript: false, reducedMotion: true });
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
  const table = page.getByRole('table', { name: 'How many answered, and how many were asked' });
  expect(await table.isVisible()).toBe(true);
});
