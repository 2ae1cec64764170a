import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { testSite } from '../build/harness/testSite.ts';
import { intercept } from './harness/intercept.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
import { colourRules, violations } from './harness/violations.ts';
import { withoutSandbox } from './harness/withoutSandbox.ts';

const site = openSite(startSite);

/** What a page asks for from now on, but for what it asks anyway. */
function fetchedBy(page: Page): string[] {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  return fetched;
}

const said = (page: Page) => page.locator('[data-recounted]');
const press = (page: Page) => page.getByRole('button', { name: 'Recompute here' }).click();
const openFold = (page: Page) => page.getByRole('heading', { name: 'How this figure was made' }).click();

test.each([
  ['shares of everybody', 'outcome'],
  ['a curve, told by day', 'told-by-day'],
  ['stacks, with a difference between the sides', 'explanation-ladder'],
  ['middle answers of hours', 'hours'],
  ['bands of employers beside shares', 'told-by-stage'],
  ['five points', 'clarity'],
  ['two sides on one scale', 'most-useful'],
  ['yes and no', 'barriers'],
  ['who answered, which has no range', 'who-answered'],
  ['groups of a cut', 'told-by-day/by/field4'],
])('%s: nothing is fetched before the press, then everything agrees', async (_, id) => {
  const page = await site.newPage({ theme: 'light' });
  await withoutSandbox(page);
  await page.goto(`/charts/${id}/`);
  await page.waitForLoadState('networkidle');
  const fetched = fetchedBy(page);
  await openFold(page);
  const ours = () => fetched.filter((path) => /recount-|\/data\//.test(path));
  expect(ours()).toEqual([]);
  await press(page);
  await said(page).getByText('All agree').waitFor();
  expect(await said(page).innerText()).toMatch(
    /^All agree: [\d,]+ numbers of \d+ lines were worked out anew on this device/,
  );
  expect(await said(page).innerText()).toMatch(
    /So does what is read of title, drawings and table above, in [1-9]\d+ places\.$/,
  );
  expect(ours().filter((path) => path.endsWith('.js'))).toHaveLength(1);
  expect(ours().filter((path) => path.endsWith('.csv')).length).toBeGreaterThan(0);
  // Everything open: what a reader could come to see.
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('#how-made details')) fold.open = true;
  });
  expect.soft(await violations(page), 'in the light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await violations(page, colourRules), 'in the dark').toEqual([]);
  await page.setViewportSize({ width: 320, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await picture(page, `how-made-${id.replaceAll('/', '-')}`);
});

test('a file with one digit altered is told, by its line, in the file and worked out', async () => {
  const page = await site.newPage();
  const csv = readFileSync(join(testSite, 'data/sample/estimates.csv'), 'utf8');
  await intercept(page, '**/data/sample/estimates.csv', (route) =>
    route.fulfill({ contentType: 'text/csv', body: csv.replace('0.359681', '0.359682') }),
  );
  await page.goto('/charts/outcome/');
  await openFold(page);
  await press(page);
  await said(page).getByText('Not all agree').waitFor();
  expect(await said(page).getByRole('listitem').allInnerTexts()).toEqual(
    expect.arrayContaining([
      'estimates.csv, line 2, lo: 0.359682 in the file, 0.359681 worked out here.',
      'estimates.csv, line 2: this page shows “0.359681 to 0.415417”, and the file says “0.359682 to 0.415417”.',
    ]),
  );
});

test('a figure that was made of other numbers than its lines is told, by title, drawing and table', async () => {
  const page = await site.newPage();
  const html = readFileSync(join(testSite, 'charts/explanation-ladder/index.html'), 'utf8');
  const altered = html
    .replace(/(<h1>.*?)394 of 503/s, '$1395 of 503')
    .replaceAll('>62%</text>', '>63%</text>')
    .replace(/(id="figures".*?)16% \(80\)/s, '$116% (81)');
  await intercept(page, '**/charts/explanation-ladder/', (route) =>
    route.fulfill({ contentType: 'text/html', body: altered }),
  );
  await page.goto('/charts/explanation-ladder/');
  await openFold(page);
  await press(page);
  await said(page).getByText('Not all agree').waitFor();
  expect(await said(page).getByRole('listitem').allInnerTexts()).toEqual([
    'The title shows “395 of 503”, which none of its lines makes.',
    'The drawing shows “63%”, which none of its lines makes.',
    'The table, at “A reason for anyone”, shows “16% (81)13–19%”, which none of its lines makes.',
  ]);
});

test('what does not load is said, and the next press tries again', async () => {
  const page = await site.newPage({ expectedProblems: [/net::ERR_FAILED/] });
  await page.goto('/charts/outcome/');
  await openFold(page);
  await intercept(page, '**/_astro/recount-*', (route) => route.abort(), 1);
  await press(page);
  await page.getByRole('alert').filter({ hasText: 'The statistics did not load' }).waitFor();
  await intercept(page, '**/data/sample/estimates.csv', (route) => route.abort(), 1);
  await press(page);
  await said(page).getByText('The data package did not load').waitFor();
  await press(page);
  await said(page).getByText('All agree').waitFor();
  // The page of a network that wants a sign-in.
  const signIn = { contentType: 'text/html', body: '<!doctype html><p>Sign in' };
  await intercept(page, '**/data/sample/estimates.csv', (route) => route.fulfill(signIn), 1);
  await press(page);
  await said(page).getByText('The data package did not load').waitFor();
});

test('a mistake of ours is said to be ours, without its message', async () => {
  const page = await site.newPage({ expectedProblems: [/The table has no column/] });
  await page.goto('/charts/outcome/');
  await openFold(page);
  await intercept(page, '**/data/sample/estimates.csv', (route) =>
    route.fulfill({ contentType: 'text/csv', body: 'release,x\n'.concat('sample,1\n'.repeat(900)) }),
  );
  await press(page);
  await said(page)
    .getByText('Nothing was compared. Something is wrong on this page. The mistake is ours')
    .waitFor();
  expect(await said(page).innerText()).not.toContain('column');
});

test('without JavaScript every step is there, and the button is not', async () => {
  const page = await site.newPage({ javaScript: false });
  await page.goto('/charts/explanation-ladder/');
  await openFold(page);
  expect(await page.getByText('half = (z/d)').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Recompute here' }).isVisible()).toBe(false);
});

test('on paper it is printed if a reader has opened it, without the button', async () => {
  const page = await site.newPage();
  await page.goto('/charts/explanation-ladder/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#how-made').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await openFold(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('half = (z/d)').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Recompute here' }).isVisible()).toBe(false);
});
