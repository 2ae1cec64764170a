import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { patience } from '../../src/browser/inTime.ts';
import { intercept } from './harness/intercept.ts';
import type { PageOptions } from './harness/newPage.ts';
import { openSite, startSite } from './harness/openSite.ts';

const site = openSite(startSite);

/** What a stubbed sheet was given. */
interface Shared {
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
  readonly files?: readonly { readonly name: string; readonly type: string; readonly size: number }[];
}

/** A page of a phone whose sheet takes files, and writes down what it was given. */
async function onPhone(takesFiles: boolean, options?: PageOptions) {
  const page = await site.newPage({ width: 390, ...options });
  await page.addInitScript((takes) => {
    Object.defineProperty(navigator, 'canShare', { value: () => takes });
    Object.defineProperty(navigator, 'share', {
      value: ({ files = [], ...rest }: ShareData) => {
        const said = files.map(({ name, type, size }) => ({ name, type, size }));
        document.documentElement.dataset.shared = JSON.stringify({
          ...rest,
          ...(said.length > 0 && { files: said }),
        });
        return Promise.resolve();
      },
    });
  }, takesFiles);
  return page;
}

const shareOf = (page: Page) => page.getByRole('button', { name: 'Share with picture…' });

/** What the sheet was given. */
const shared = async (page: Page): Promise<Shared> =>
  JSON.parse((await page.locator('html[data-shared]').getAttribute('data-shared')) ?? '') as Shared;

/** Presses the button, and returns what the sheet was given. */
async function share(page: Page): Promise<Shared> {
  await page.evaluate(() => delete document.documentElement.dataset.shared);
  await shareOf(page).click();
  return shared(page);
}

describe.each([
  ['explanation-ladder', 'explanation-ladder.png'],
  ['promise/by/field4', 'promise-by-field4.png'],
])('the page of %s', (id, name) => {
  const address = `https://nobutwhy.example/charts/${id}/?from=shared`;

  test('gives the device’s sheet its picture as a file, and a post that ends in its address', async () => {
    const page = await onPhone(true);
    await page.goto(`/charts/${id}/`);
    const { url, text, files = [] } = await share(page);
    expect(url).toBeUndefined();
    expect(text).toMatch(/^Sample data, made up: \d+%.*range \d+–\d+%/);
    expect(text?.endsWith(address)).toBe(true);
    expect(files).toHaveLength(1);
    const [file] = files;
    expect([file?.name, file?.type]).toEqual([name, 'image/png']);
    // What WhatsApp takes.
    expect(file?.size).toBeGreaterThan(20_000);
    expect(file?.size).toBeLessThan(300_000);
  });

  test('gives a sheet that takes no files its address', async () => {
    const page = await onPhone(false);
    await page.goto(`/charts/${id}/`);
    const given = await share(page);
    expect(Object.keys(given)).toEqual(['title', 'url']);
    expect(given.url).toBe(address);
  });

  test('has its picture copied, where the browser can', async () => {
    const page = await site.newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/charts/${id}/`);
    await page.getByRole('button', { name: 'Copy picture' }).click();
    await page.getByRole('status').filter({ hasText: 'Picture copied' }).waitFor();
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap(({ types: kinds }) => [...kinds]),
    );
    expect(types).toEqual(['image/png']);
  });
});

const picture = '**/charts/promise.png';
const isMissing = (page: Page) => intercept(page, picture, (route) => route.fulfill({ status: 404 }));

describe('a picture that does not come', () => {
  test.each([
    ['is not there', isMissing, [/Failed to load resource.*404/]],
    [
      'breaks off',
      async (page: Page) => {
        await page.evaluate(() => {
          const whole = Object.getOwnPropertyDescriptor(Response.prototype, 'blob') ?? {};
          const value = () => Promise.reject(new TypeError('Failed to fetch'));
          Object.defineProperty(Response.prototype, 'blob', { ...whole, value });
          addEventListener('whole', () => Object.defineProperty(Response.prototype, 'blob', whole));
        });
        return () => {
          void page.evaluate(() => dispatchEvent(new Event('whole')));
        };
      },
      [],
    ],
  ])('because it %s leaves the sheet its address, and is asked for again', async (_, begin, problems) => {
    const page = await onPhone(true, { expectedProblems: problems });
    await page.goto('/charts/promise/');
    const end = await begin(page);
    expect(Object.keys(await share(page))).toEqual(['title', 'url']);
    end();
    expect((await share(page)).files).toHaveLength(1);
  });

  test('in time leaves the sheet its address', async () => {
    const page = await onPhone(true);
    await page.clock.install();
    await intercept(page, picture, () => new Promise(() => undefined));
    await page.goto('/charts/promise/');
    const asked = page.waitForRequest(picture);
    await shareOf(page).click();
    await asked;
    await page.clock.fastForward(patience);
    expect(Object.keys(await shared(page))).toEqual(['title', 'url']);
  });

  test('while a press is fresh is said to be here only once it is', async () => {
    const page = await site.newPage({ expectedProblems: [/Failed to load resource.*404/] });
    await page.addInitScript(() => {
      const share = () => Promise.reject(new DOMException('The press is stale.', 'NotAllowedError'));
      Object.defineProperties(navigator, { canShare: { value: () => true }, share: { value: share } });
    });
    await page.goto('/charts/promise/');
    const end = await isMissing(page);
    await shareOf(page).click();
    const said = page.locator('.share__said');
    await said.filter({ hasText: 'The picture did not come. Copy the link instead.' }).waitFor();
    end();
    await shareOf(page).click();
    await said.filter({ hasText: 'The picture is here now: press again to share it.' }).waitFor();
  });

  test('is told from a sheet that does not open, and nothing is said to whoever closes one', async () => {
    const page = await site.newPage();
    await page.addInitScript(() => {
      // As where an earlier sheet is still open, and then as where one is closed.
      const names = ['InvalidStateError', 'AbortError'];
      const share = () => Promise.reject(new DOMException('Not shared.', names.shift()));
      Object.defineProperties(navigator, { canShare: { value: () => true }, share: { value: share } });
    });
    await page.goto('/charts/promise/');
    await shareOf(page).click();
    const said = page.locator('.share__said');
    await said.filter({ hasText: 'This device did not open its sheet. Copy the link instead.' }).waitFor();
    await shareOf(page).click();
    await expect.poll(() => said.innerText()).toBe('');
  });
});

test('a picture that is not there is said to be, and what to do instead', async () => {
  const page = await site.newPage({ expectedProblems: [/Failed to load resource.*404/] });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.route('**/charts/promise.png', (route) => route.fulfill({ status: 404 }));
  await page.goto('/charts/promise/');
  await page.getByRole('button', { name: 'Copy picture' }).click();
  await page.getByRole('status').filter({ hasText: 'could not be copied. Download it instead.' }).waitFor();
});

test('every link to a network says through which it came, and asks for nothing before it is pressed', async () => {
  const page = await site.newPage({ javaScript: false });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).host));
  await page.goto('/charts/promise/');
  const own = new URL(page.url()).host;
  expect(asked.filter((host) => host !== own)).toEqual([]);
  for (const [name, channel] of [
    ['Share on LinkedIn', 'linkedin'],
    ['Bluesky', 'bluesky'],
    ['Mastodon', 'mastodon'],
    ['WhatsApp', 'whatsapp'],
    ['E-mail', 'email'],
  ] as const) {
    const link = page.locator('.sharing').getByRole('link', { name, exact: true });
    const href = decodeURIComponent((await link.getAttribute('href')) ?? '');
    expect(href, name).toContain(`https://nobutwhy.example/charts/promise/?from=${channel}`);
  }
});
