import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartIds } from '../../src/figures/estimates/figureOf.ts';
import { sampleMark } from '../../src/figures/standardNote.ts';
import { testSite } from '../build/harness/testSite.ts';
import { faultsInBothThemes } from './harness/inBothThemes.ts';
import { newPage, type PageOptions } from './harness/newPage.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { withoutSandbox } from './harness/withoutSandbox.ts';

const site = openSite(startSite);
let host: Server;
/** A page on another site: 127.0.0.1 and localhost are different sites, not only different ports. */
let elsewhere: string;
let hostPage = '';
beforeAll(async () => {
  host = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(hostPage);
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  elsewhere = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(() => {
  host.close();
});

const framed = (body: string, width = '100%') =>
  `<!doctype html><html lang="en"><title>Another site</title><body style="margin:0"><div id="column" style="width:${width}">${body}</div></body></html>`;

/** The code that a chart page offers, with the address it was built for replaced by the one it is served from. */
function offered(id: string, part: 'embed-code' | 'embed-script'): string {
  const $ = load(readFileSync(join(testSite, `charts/${id}/index.html`), 'utf8'));
  return $(`#${part}`)
    .text()
    .replace(/https:\/\/[^/"]+(?=\/embed\/)/, site.url);
}

async function openHost(body: string, options: PageOptions = {}, width?: string): Promise<Page> {
  hostPage = framed(body, width);
  const page = await newPage(site.browser, elsewhere, {
    ...options,
    expectedProblems: [
      /A request to another origin: http:\/\/localhost/,
      ...(options.expectedProblems ?? []),
    ],
  });
  await page.goto('/');
  return page;
}

function embedOf(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate.url().includes('/embed/'));
  if (frame === undefined) throw new Error('The page shows no embed.');
  return frame;
}

/** Cuts are drawn in one form and framed like their charts: the tallest, one of two sides with blanks, and the smallest. */
const framedIds = [...chartIds, 'known-not-said/by/field4', 'how-told/by/field4', 'told-by-day/by/stage3'];

/** What the bound of the words in embedHeights.ts may leave over, in pixels. */
const MOST_SPARE = 90;

/** The height that a frame’s `data-no-but-why` promises at a width, on the straight line between two of its points. */
function heightAt(told: string, width: number): number {
  const points = told.split(' ').map((point) => point.split(':').map(Number) as [number, number]);
  const next = points.findIndex(([at]) => at >= width);
  const [x1, y1] = points.at(next) ?? [NaN, NaN];
  const [x0, y0] = next > 0 ? (points[next - 1] ?? [NaN, NaN]) : [x1 - 1, y1];
  return Math.ceil(y0 + ((width - x0) / (x1 - x0)) * (y1 - y0));
}

describe.each(framedIds)('the embed of %s on a foreign page', (id) => {
  test('is as tall as its chart needs, at every width, once the host lets its script in', async () => {
    const page = await openHost(offered(id, 'embed-code') + offered(id, 'embed-script'), { width: 1000 });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('img').waitFor();
    const fonts = () =>
      embedOf(page).evaluate(
        () =>
          [...document.fonts].filter(
            ({ family, status }) => status === 'loaded' && !family.includes('fallback'),
          ).length,
      );
    // A sandboxed frame has no origin, so its fonts come only if they are open to all.
    await expect.poll(fonts).toBe(2);
    for (let width = 300; width <= 900; width += 37) {
      await page.locator('#column').evaluate((column, to) => {
        column.style.width = `${to}px`;
      }, width);
      const told = heightAt((await page.locator('iframe').getAttribute('data-no-but-why')) ?? '', width);
      const shown = () => page.locator('iframe').evaluate((frame) => frame.clientHeight);
      await expect.poll(shown).toBe(told);
      // One measurement and no waiting in the frame: a sandboxed page has no timers.
      const measured = () =>
        embedOf(page).evaluate(() => {
          const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
          const plot = document.querySelector('.fig__plot');
          const edges = plot === null ? NaN : parseFloat(getComputedStyle(plot).marginTop);
          return {
            innerHeight,
            tooTall: scrollHeight - innerHeight,
            tooWide: scrollWidth - clientWidth,
            spare: 2 * edges,
          };
        });
      await expect.poll(async () => (await measured()).innerHeight).toBe(told);
      const room = await measured();
      expect(room, `${width} px`).toMatchObject({ tooTall: 0, tooWide: 0 });
      expect(room.spare, `${width} px`).toBeLessThan(MOST_SPARE);
    }
  });

  test.each([300, 900])('is readable at %d px without any script, in light and dark', async (width) => {
    const inks = new Set<string>();
    for (const theme of ['light', 'dark'] as const) {
      const page = await openHost(offered(id, 'embed-code'), { width, theme, javaScript: false });
      const frame = page.frameLocator('iframe');
      await frame.getByRole('img').waitFor();
      const { height, scroll, small, ink } = await embedOf(page).evaluate(() => ({
        height: innerHeight,
        scroll: document.documentElement.scrollHeight,
        small: Math.min(
          ...[...document.querySelectorAll('p, h1, svg text')]
            .filter((element) => element.getClientRects().length > 0)
            .map((element) => {
              const svg = element.closest('svg');
              const scale = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
              return parseFloat(getComputedStyle(element).fontSize) * scale;
            }),
        ),
        ink: getComputedStyle(document.body).color,
      }));
      expect(scroll).toBeLessThanOrEqual(height);
      expect(small).toBeGreaterThanOrEqual(width === 300 ? 9.7 : 13);
      inks.add(ink);
    }
    expect(inks.size).toBe(2);
  });
});

test('an embed can run nothing and reach nothing, even where its host forgot the sandbox', async () => {
  const bare = `<iframe src="${site.url}/embed/${chartIds[0] ?? ''}/" title="A chart"></iframe>`;
  const page = await openHost(bare, { expectedProblems: [/script|form/i] });
  await page.frameLocator('iframe').getByRole('img').waitFor({ state: 'attached' });
  // What markup that slipped into the page could try: a script, a form aimed at the host’s window, a look at the host.
  const reached = await embedOf(page).evaluate(() => {
    const make = (tag: string, values: Record<string, string>, ...children: (Node | string)[]) => {
      const made = document.createElement(tag);
      for (const [name, value] of Object.entries(values)) made.setAttribute(name, value);
      made.append(...children);
      return made;
    };
    const button = make('button', {}, 'Go');
    document.body.append(make('form', { target: '_top', action: 'https://elsewhere.invalid/' }, button));
    button.click();
    document.body.append(make('script', {}, 'window.ran = true'));
    let host: string;
    try {
      host = top?.document.title ?? '';
    } catch {
      host = 'refused';
    }
    return { origin: self.origin, ran: 'ran' in window, host };
  });
  expect(reached).toEqual({ origin: 'null', ran: false, host: 'refused' });
  expect(page.url()).toBe(`${elsewhere}/`);
});

test('the link leads to the chart’s own page, in a tab that knows nothing of the host', async () => {
  const [id = ''] = chartIds;
  const page = await openHost(offered(id, 'embed-code'), { expectedProblems: [/nobutwhy\.example/] });
  const link = page.frameLocator('iframe').getByRole('link', { name: 'Table and method' });
  await page
    .context()
    .route('https://nobutwhy.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>The chart</title>' }),
    );
  const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await tab.waitForURL(`https://nobutwhy.example/charts/${id}/?from=embed`);
  expect(await tab.evaluate(() => opener === null)).toBe(true);
  expect(page.url()).toBe(`${elsewhere}/`);
});

test.each([
  '/',
  '/results/',
  '/charts/explanation-ladder/',
  '/charts/told-by-day/by/region3/',
  '/survey/job-seeker/',
  '/survey/receipt/',
  '/about/',
])('%s refuses to be framed', async (path) => {
  const page = await openHost(`<iframe src="${site.url}${path}" title="Not allowed"></iframe>`, {
    expectedProblems: [/frame-ancestors/],
  });
  await expect.poll(() => page.frames().at(1)?.url()).toMatch(/^chrome-error:/);
});

test('the share block is, in both themes, free of violations with every fold open, the preview included', async () => {
  const page = await site.newPage({ width: 390 });
  await withoutSandbox(page);
  await page.goto('/charts/explanation-ladder/');
  await page.locator('.embedding__frame').evaluate((frame) => {
    frame.removeAttribute('sandbox');
  });
  for (const summary of await page.locator('.sharing summary').all()) await summary.click();
  await page.frameLocator('.embedding__frame').getByRole('img').waitFor();
  expect(await faultsInBothThemes(page, 'share-block')).toEqual([]);
});

test('every way to share can be reached and used by keyboard, and says what it did', async () => {
  const page = await site.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (data: ShareData) => {
        document.title = JSON.stringify(data);
        return Promise.reject(new DOMException('closed', 'AbortError'));
      },
    });
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/charts/explanation-ladder/');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const names: string[] = [];
  await page.getByRole('button', { name: 'Share with picture…' }).focus();
  const focused = () =>
    page.evaluate(() => {
      const { textContent = '', tagName = '' } = document.activeElement ?? {};
      return textContent.replace(/\s+/g, ' ').trim() || tagName;
    });
  for (let name = await focused(); name !== 'Discuss it'; name = await focused()) {
    if (names.push(name) > 30) throw new Error(names.join(', '));
    if (await page.evaluate(() => document.activeElement?.tagName === 'SUMMARY'))
      await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  // To the page, a frame and the link in it are one element.
  expect([...new Set(names)]).toEqual([
    'Share with picture…',
    'Share on LinkedIn',
    'Bluesky',
    'Mastodon',
    'WhatsApp',
    'E-mail',
    'Copy picture',
    'Copy link',
    'PNG',
    'Portrait',
    'Slides',
    'SVG',
    'CSV',
    'Words to post with it',
    'Copy short post',
    'Copy longer post',
    'Copy alt text',
    'Cite this chart',
    'Copy APA',
    'Copy BibTeX',
    'Put this chart on your page',
    'Copy code',
    'Copy script',
    'INPUT',
    'IFRAME',
  ]);

  await page.getByRole('button', { name: 'Share with picture…' }).press('Enter');
  // A sheet that takes no file gets the address.
  await expect.poll(() => page.title()).toContain(sampleMark);
  expect(JSON.parse(await page.title())).toEqual({
    title: `${sampleMark}: ${await page.locator('h1').innerText()}`,
    url: `${(await page.locator('link[rel="canonical"]').getAttribute('href')) ?? ''}?from=shared`,
  });
  for (const [button, source] of [
    ['Copy short post', '#share-short'],
    ['Copy longer post', '#share-long'],
    ['Copy alt text', '#share-alt'],
    ['Copy APA', '#cite-apa'],
    ['Copy BibTeX', '#cite-bibtex'],
    ['Copy code', '#embed-code'],
    ['Copy script', '#embed-script'],
  ] as const) {
    const press = page.getByRole('button', { name: button });
    await press.press('Enter');
    const said = page.locator('.share', { has: press }).getByRole('status');
    await said.filter({ hasText: 'Copied' }).waitFor();
    expect(await copied()).toBe(await page.locator(source).textContent());
  }
});

test('targets of the share block are 44 px or more each way', async () => {
  const page = await site.newPage({ width: 390 });
  await page.goto('/charts/explanation-ladder/');
  for (const summary of await page.locator('.sharing summary').all()) await summary.click();
  const small = await page.locator('.sharing :is(a, button, summary, label)').evaluateAll((all) =>
    all
      .map((element) => ({ name: element.textContent.trim(), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
      .map(({ name, box }) => `${name} ${box.width} × ${box.height}`),
  );
  expect(small).toEqual([]);
});

test('where a clipboard refuses, the words are shown to copy by hand', async () => {
  const page = await site.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('no')) });
  });
  await page.goto('/charts/explanation-ladder/');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: 'Copy by hand: https://nobutwhy.example/charts/explanation-ladder/' })
    .waitFor();
});

test('without JavaScript the words, the citations and the code are there to be selected', async () => {
  const page = await site.newPage({ javaScript: false });
  await page.goto('/charts/explanation-ladder/');
  expect(await page.getByRole('button').count()).toBe(0);
  for (const summary of await page.locator('.sharing summary').all()) await summary.click();
  for (const id of [
    'share-short',
    'share-long',
    'share-alt',
    'cite-apa',
    'cite-bibtex',
    'embed-code',
    'embed-script',
  ])
    expect(await page.locator(`#${id}`).isVisible(), id).toBe(true);
  const preview = page.frameLocator('.embedding__frame');
  await preview.getByRole('img').waitFor();
  await page.getByRole('radio', { name: 'On a phone' }).check();
  expect(await page.locator('.embedding__frame').evaluate((frame) => frame.clientWidth)).toBe(360);
});
