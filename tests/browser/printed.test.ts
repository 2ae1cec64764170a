import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSite, startSite } from './harness/openSite.ts';

const site = openSite(startSite);

/** One page of each kind that somebody may want on paper. */
const printed = [
  '/',
  '/essays/',
  '/essays/when-a-reason-hurts/',
  '/charts/',
  '/charts/told-by-day/',
  '/results/',
  '/figures/',
  '/figures/linkedin-2015/',
  '/toolkit/',
  '/toolkit/sheet/',
  '/methodology/',
  '/codebook/',
  '/data/',
  '/about/',
  '/privacy/',
  '/pass-it-on/',
  '/survey/',
];

test.each(printed)('%s has on paper no navigation and nothing to press', async (path) => {
  const page = await site.newPage();
  await page.goto(path);
  const toUse = page.locator(
    ':is(nav, button, input, select, textarea, summary, iframe):not(details:not([open]) *)',
  );
  expect(await toUse.filter({ visible: true }).count()).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  expect(await toUse.filter({ visible: true }).allInnerTexts()).toEqual([]);
});

test.each(['/essays/when-a-reason-hurts/', '/figures/linkedin-2015/', '/toolkit/'])(
  '%s has on paper the address of every link that leaves the site',
  async (path) => {
    const page = await site.newPage();
    await page.goto(path);
    const addresses = () =>
      page
        .locator(':is(.prose, .part--words, .laws) a[href^="http"]')
        .evaluateAll((links) =>
          links
            .filter((link) => link.checkVisibility())
            .map((link) => [getComputedStyle(link, '::after').content, link.getAttribute('href')] as const),
        );
    for (const [after] of await addresses()) expect(after).toBe('none');
    await page.emulateMedia({ media: 'print' });
    const all = await addresses();
    expect(all.length).toBeGreaterThan(0);
    for (const [after, address] of all) expect(after).toContain(address ?? 'no address');
  },
);

/** What an A4 sheet has between its margins, in CSS pixels: 170 by 261 mm. */
const sheet = { width: 642, height: 986 } as const;

/** The addresses of the links on each sheet, in the form in which Chromium writes them. */
async function sheets(page: Page): Promise<readonly (readonly string[])[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const objects = new Map(
    [...pdf.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, object = '']) => [id, object]),
  );
  return [...objects.values()]
    .filter((object) => object.startsWith('<</Type /Page\n'))
    .map((object) => {
      const [, links = ''] = /\/Annots \[([^\]]*)\]/.exec(object) ?? [];
      return [...links.matchAll(/(\d+) 0 R/g)].map(
        ([, id]) => /\/URI \((.*)\)/.exec(objects.get(id) ?? '')?.[1] ?? '',
      );
    });
}

test.each(['/', '/results/', '/essays/when-a-reason-hurts/', '/charts/told-by-day/', '/charts/confidence/'])(
  'no chart of %s that fits a sheet goes on on another, its title and its notes included',
  async (path) => {
    const page = await site.newPage({ width: sheet.width });
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    const heights = await page.locator('main .fig').evaluateAll((figures) => {
      // A link too small to see, whose place in the file tells the sheet.
      const mark = (address: string) => {
        const link = document.createElement('a');
        link.href = address;
        link.style.cssText = 'position: absolute; width: 4px; height: 4px';
        return link;
      };
      const tall = figures.map((figure) => figure.getBoundingClientRect().height);
      for (const [i, figure] of figures.entries()) {
        figure.prepend(mark(`/begins-${i}`));
        figure.append(mark(`/ends-${i}`));
      }
      return tall;
    });
    const whole = heights.flatMap((height, i) => (height < sheet.height ? [i] : []));
    expect(whole.length).toBeGreaterThanOrEqual(Math.max(1, heights.length - 1));
    const marks = await sheets(page);
    expect(marks.length).toBeGreaterThan(1);
    const sheetOf = (mark: string) => marks.findIndex((links) => links.some((link) => link.endsWith(mark)));
    for (const i of whole) {
      expect(sheetOf(`/begins-${i}`), `chart ${i}`).toBeGreaterThanOrEqual(0);
      expect(sheetOf(`/ends-${i}`), `chart ${i}`).toBe(sheetOf(`/begins-${i}`));
    }
  },
);

test('the pictures of the list of charts, light on every screen, are dimmed in the dark, and not on paper', async () => {
  const page = await site.newPage({ theme: 'dark' });
  await page.goto('/charts/');
  const filter = () =>
    page
      .locator('.charts img')
      .first()
      .evaluate((image) => getComputedStyle(image).filter);
  expect(await filter()).toMatch(/^brightness\(0\.\d+\)$/);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await filter()).toBe('none');
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await filter()).toBe('none');
});

test('a page that is not there has its ways beside its words where there is room, else between them', async () => {
  const page = await site.newPage({ width: 1440, expectedProblems: [/404/] });
  await page.goto('/no/such/page/');
  const places = async () => {
    const [before, ways, after] = await Promise.all(
      ['.sides > div', '.sides > ul', '.sides > p'].map((part) => page.locator(part).boundingBox()),
    );
    if (!before || !ways || !after) throw new Error('The page lacks a part.');
    return { before, ways, after };
  };
  const wide = await places();
  expect(wide.ways.x).toBeGreaterThan(wide.before.x + wide.before.width);
  expect(wide.after.x).toBe(wide.before.x);
  // Nothing but the distance of two paragraphs.
  expect(wide.after.y - wide.before.y - wide.before.height).toBeLessThan(40);
  await page.setViewportSize({ width: 390, height: 844 });
  const narrow = await places();
  expect(narrow.ways.y).toBeGreaterThan(narrow.before.y + narrow.before.height);
  expect(narrow.after.y).toBeGreaterThan(narrow.ways.y + narrow.ways.height);
});
