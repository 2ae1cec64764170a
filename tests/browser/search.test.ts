import { describe, expect, test } from 'vitest';
import { intercept } from './harness/intercept.ts';
import { openSite, startSite } from './harness/openSite.ts';

const site = openSite(startSite);

const index = '**/search/index.json';

/** Opens the search and counts what it fetches. */
async function open(path = '/search/') {
  const page = await site.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/search-[\w-]+\.js|index\.json/.test(request.url())) asked.push(new URL(request.url()).pathname);
  });
  await page.goto(path);
  const field = page.getByRole('searchbox', { name: 'Look for' });
  const found = page.locator('[data-found] a');
  return { page, asked, field, found, said: page.getByRole('status') };
}

describe('the search', () => {
  test('fetches nothing before its first use, and then its code and its index once', async () => {
    const { page, asked, field, found } = await open();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    await field.focus();
    await field.pressSequentially('silence');
    await found.first().waitFor();
    expect(asked.map((path) => path.replace(/-[\w-]+\.js$/, '.js'))).toEqual([
      '/_astro/search.js',
      '/search/index.json',
    ]);
  });

  test('leads by keyboard from a word to the part of an essay that has it', async () => {
    const { page, field, found, said } = await open();
    await field.focus();
    await page.keyboard.type('Ontario');
    await expect.poll(() => said.textContent()).toMatch(/^\d+ results for “Ontario”\.$/);
    const part = found.filter({ hasText: 'What is known so far: A law about when' });
    await part.waitFor();
    expect(await page.locator('[data-found] mark').first().textContent()).toBe('Ontario');
    const isThere = () => part.evaluate((link) => link === document.activeElement);
    for (let key = 0; key < 20 && !(await isThere()); key += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/essays/what-is-known-so-far/#a-law-about-when');
  });

  test('can be sent as an address, and goes back to what was found', async () => {
    const { page, field, found } = await open('/search/?q=hours+of+work');
    expect(await field.inputValue()).toBe('hours of work');
    await found.first().waitFor();
    await field.fill('promise');
    await page.waitForURL('**/search/?q=promise');
    await found.first().click();
    await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
    await page.goBack();
    expect(await field.inputValue()).toBe('promise');
    await found.first().waitFor();
  });

  test('says so where nothing is found, and shows markup as the letters that it is made of', async () => {
    const { field, found, said } = await open();
    await field.fill('<b>zebra');
    await expect.poll(() => said.textContent()).toContain('Nothing found for “<b>zebra”.');
    expect(await found.count()).toBe(0);
  });

  test('that does not load says so, keeps the words, and can be tried again', async () => {
    const page = await site.newPage({ expectedProblems: [/Failed to load resource/] });
    await intercept(page, index, (route) => route.abort(), 1);
    await page.goto('/search/?q=silence');
    await page.getByText('The search did not load.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-found] a').first().waitFor();
    expect(await page.getByText('The search did not load.').isVisible()).toBe(false);
  });

  test('asks for nothing without JavaScript, where everything is a link', async () => {
    const page = await site.newPage({ javaScript: false });
    await page.goto('/search/?q=silence');
    expect(await page.getByRole('searchbox').count()).toBe(0);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'A law about when' }).click();
    await page.waitForURL('**/essays/what-is-known-so-far/#a-law-about-when');
  });
});

test('an essay has its contents in view while it is read, on a wide screen', async () => {
  const page = await site.newPage({ width: 1440 });
  await page.goto('/essays/what-is-known-so-far/#the-missing-half');
  const contents = page.getByRole('navigation', { name: 'In this essay' });
  const top = () => contents.evaluate((nav) => Math.round(nav.getBoundingClientRect().top));
  await expect.poll(top).toBe(24);
});

test('a page is fetched ahead while the pointer rests on its link, and never the receipt', async () => {
  const page = await site.newPage();
  const candidates: string[] = [];
  const fetched: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Preload.preloadingAttemptSourcesUpdated', ({ preloadingAttemptSources }) => {
    candidates.push(...preloadingAttemptSources.map(({ key }) => new URL(key.url).pathname));
  });
  session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => {
    if (status === 'Ready') fetched.push(new URL(prefetchUrl).pathname);
  });
  await session.send('Preload.enable');
  await page.goto('/about/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Methodology' }).hover();
  await expect.poll(() => fetched).toEqual(['/methodology/']);
  expect(candidates).toEqual(expect.arrayContaining(['/', '/essays/', '/survey/']));
  expect(candidates).not.toContain('/survey/receipt/');
});
