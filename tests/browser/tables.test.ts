import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chartIds } from '../../src/figures/estimates/figureOf.ts';
import { cuts } from '../../src/release/comparisons/cuts.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { violations } from './harness/violations.ts';

const site = openSite(startSite);

/** The pages of each chart: its own, and those of its cuts. */
const ofCharts = Object.groupBy(
  [...chartIds, ...cuts.map(({ id }) => id)],
  (id) => `the chart ${id.split('/')[0] ?? ''}`,
);
const read: readonly [name: string, paths: readonly string[]][] = [
  ...Object.entries(ofCharts).map(([name, ids = []]): [string, string[]] => [
    name,
    ids.map((id) => `/charts/${id}/`),
  ]),
  ['the pages for looking up', ['/data/', '/methodology/', '/codebook/']],
];

/** The width of an A4 page between its margins, in CSS pixels: 170 mm. */
const A4 = 642;

/** What is cut off, or outside its box, in the tables of the page, and how many of their cells have words to read. */
function cutOff(page: Page) {
  return page.evaluate(() => {
    // What is folded is read when it is opened.
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    const wrong: string[] = [];
    let seen = 0;
    const right = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > right) wrong.push('the page scrolls sideways');
    for (const table of document.querySelectorAll('main table')) {
      const holder = table.parentElement;
      if (holder === null || table.getClientRects().length === 0) continue;
      if (holder.scrollWidth > holder.clientWidth)
        wrong.push(`a table of ${table.scrollWidth} px in ${holder.clientWidth}`);
      for (const cell of table.querySelectorAll('caption, tbody th, tbody td')) {
        if (cell.textContent.trim() === '') continue;
        const box = cell.getBoundingClientRect();
        const words = document.createRange();
        words.selectNodeContents(cell);
        const text = words.getBoundingClientRect();
        const isInside =
          text.left >= Math.max(0, box.left) - 0.5 &&
          text.right <= Math.min(right, box.right) + 0.5 &&
          text.top >= box.top - 0.5 &&
          text.bottom <= box.bottom + 0.5;
        const isWhole =
          cell.scrollWidth <= cell.clientWidth + 1 || getComputedStyle(cell).display === 'inline';
        if (text.width > 0 && text.height > 0 && isInside && isWhole) seen += 1;
        else wrong.push(`“${cell.textContent.trim()}” of ${text.width} px in ${box.width}`);
      }
    }
    return { wrong, seen };
  });
}

const places = [
  ['a phone of 390 px', 390, 'screen'],
  ['a phone of 320 px', 320, 'screen'],
  ['a window as wide as a tablet', 700, 'screen'],
  ['a desk', 1440, 'screen'],
  ['A4 paper', A4, 'print'],
] as const;

test.each(read)(
  'no cell of any table of %s is cut off or outside its box, wherever it is read',
  async (_, paths) => {
    const page = await site.newPage();
    const seenOn = new Map<string, number>();
    for (const path of paths) {
      await page.goto(path);
      // A page that is loaded is laid out anew for each width, as when a window is drawn smaller.
      for (const [place, width, media] of places) {
        await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
        await page.emulateMedia({ media });
        const { wrong, seen } = await cutOff(page);
        expect(wrong, `${path} on ${place}`).toEqual([]);
        seenOn.set(place, (seenOn.get(place) ?? 0) + seen);
      }
    }
    expect(seenOn.size).toBe(places.length);
    for (const [place, seen] of seenOn) expect(seen, place).toBeGreaterThan(paths.length * 5);
  },
);

test('what is cut off would be found', async () => {
  const page = await site.newPage({ width: 390 });
  await page.goto('/charts/told-by-stage/');
  await page.evaluate(() => {
    for (const cell of document.querySelectorAll<HTMLElement>('.data td'))
      Object.assign(cell.style, { width: '40px', padding: '0', whiteSpace: 'nowrap' });
  });
  expect((await cutOff(page)).wrong.length).toBeGreaterThan(5);
});

/** One chart of every form. */
const forms = [
  'explanation-ladder',
  'told-by-day',
  'told-by-stage',
  'confidence',
  'most-useful',
  'hours',
  'barriers',
];

test.each(forms)(
  'the table of %s is one for a screen reader, as cards too, and needs no tab stop',
  async (id) => {
    const page = await site.newPage({ width: 1440 });
    const parts = async () => {
      await page.goto(`/charts/${id}/`);
      const table = page.getByRole('table', { name: /Sample data, made up/ }).first();
      const roles = ['row', 'columnheader', 'rowheader', 'cell'] as const;
      return Promise.all(
        roles.map(
          // A card leaves out a cell that is empty.
          async (role) => [role, await table.getByRole(role).filter({ hasText: /./ }).count()] as const,
        ),
      );
    };
    const wide = await parts();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await parts()).toEqual(wide);
    expect(Object.fromEntries(wide).cell).toBeGreaterThan(1);
    const first = page.locator('.data tbody tr:not(:has([colspan]))').first();
    expect(await first.evaluate((row) => getComputedStyle(row).display)).toBe('block');
    expect(await page.locator('.table [tabindex], .table[tabindex]').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  },
);

test('a card says whose number it is, with its range and how many answered beside it', async () => {
  const page = await site.newPage({ width: 390 });
  await page.goto('/charts/told-by-stage/');
  const cell = page.getByRole('table').first().getByRole('cell').first();
  const { name, number, beside } = await cell.evaluate((element) => {
    const top = (one: Range | Element) => one.getBoundingClientRect().top;
    const words = document.createRange();
    words.selectNode(element.firstChild ?? element);
    return {
      name: getComputedStyle(element, '::before').content,
      number: top(words),
      beside: top(element.querySelector('small') ?? element),
    };
  });
  expect(name).toContain('Job seekers');
  expect(Math.abs(number - beside)).toBeLessThan(8);
  expect(await cell.innerText()).toMatch(/^\d+% \(\d+\)\s*\d+–\d+%,\s*n = \d+$/);
});

/** Pixels that the page took for each of 33 questions when every line repeated the name of its variable: 26,862 and 43,218 in all. */
const repeating = { 1440: 814, 390: 1310 } as const;

test.each([1440, 390] as const)(
  'the codebook is half as long at %i px as with a column that repeats, question by question, and prints no variable or code of a question twice',
  async (width) => {
    const page = await site.newPage({ width });
    await page.goto('/codebook/');
    const { height, entries } = await page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      entries: [...document.querySelectorAll('.entry')].map((entry) =>
        [...entry.querySelectorAll('code')].map((code) => code.textContent),
      ),
    }));
    for (const codes of entries) expect(codes.toSorted()).toEqual([...new Set(codes)].toSorted());
    expect(entries.length).toBeGreaterThan(30);
    expect(height / entries.length).toBeLessThan(repeating[width] / 2);
  },
);

test('a chart prints on A4 pages, upright', async () => {
  const page = await site.newPage();
  await page.goto('/charts/confidence/');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [
    Math.round(Number(w)),
    Math.round(Number(h)),
  ]);
  expect(sizes.length).toBeGreaterThan(0);
  for (const size of sizes) expect(size).toEqual([595, 842]);
});
