import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from './harness/openSite.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** What a stubbed sheet was given. */
interface Shared {
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
  readonly files?: readonly { readonly name: string; readonly type: string; readonly size: number }[];
}

/** A page of a phone whose sheet takes files, and writes down what it was given. */
async function onPhone(takesFiles: boolean) {
  const page = await site.newPage({ width: 390 });
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

describe.each([
  ['explanation-ladder', 'explanation-ladder.png'],
  ['promise/by/field4', 'promise-by-field4.png'],
])('the page of %s', (id, name) => {
  const address = `https://nobutwhy.example/charts/${id}/?from=shared`;

  test('gives the device’s sheet its picture as a file, and a post that ends in its address', async () => {
    const page = await onPhone(true);
    await page.goto(`/charts/${id}/`);
    await page.getByRole('button', { name: 'Share with picture…' }).click();
    await page.locator('html[data-shared]').waitFor();
    const shared = JSON.parse((await page.locator('html').getAttribute('data-shared')) ?? '') as Shared;
    expect(shared.url).toBeUndefined();
    expect(shared.text).toMatch(/^Sample data, made up: \d+%.*range \d+–\d+%/);
    expect(shared.text?.endsWith(address)).toBe(true);
    expect(shared.files).toHaveLength(1);
    const [file] = shared.files ?? [];
    expect([file?.name, file?.type]).toEqual([name, 'image/png']);
    // What WhatsApp takes.
    expect(file?.size).toBeGreaterThan(20_000);
    expect(file?.size).toBeLessThan(300_000);
  });

  test('gives a sheet that takes no files its address', async () => {
    const page = await onPhone(false);
    await page.goto(`/charts/${id}/`);
    await page.getByRole('button', { name: 'Share with picture…' }).click();
    await page.locator('html[data-shared]').waitFor();
    const shared = JSON.parse((await page.locator('html').getAttribute('data-shared')) ?? '') as Shared;
    expect(Object.keys(shared)).toEqual(['title', 'url']);
    expect(shared.url).toBe(address);
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
