import { load } from 'cheerio';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chartIds, figureOf } from '../../src/figures/estimates/figureOf.ts';
import { renderSvg } from '../../src/charts/render.ts';
import { sampleSource } from '../examples/sampleSource.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { described } from '../examples/figureParts.ts';

const site = openSite(startSite);

/** Every chart, and the cuts with the longest names and the most rows. */
const ids = [...chartIds, 'explanation-ladder/by/region3', 'waiting/by/field4'];

/** Opens a chart with letters twice as large as usual, as a reader sets them in the browser (WCAG 1.4.4). */
async function openTwiceAsLarge(page: Page, id: string): Promise<void> {
  await page.goto(`/charts/${id}/`);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
}

/** A drawing parsed and serialised again, so that two can be compared whoever wrote them. */
const asParsed = (svg: string): string => load(svg)('svg').prop('outerHTML') ?? '';

/** The visible drawing: its scale, and the labels that are cut off by the page. */
function shown(page: Page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('.fig__plot svg')] as SVGSVGElement[];
    const seen = all.filter((svg) => svg.getClientRects().length > 0);
    const [svg] = seen;
    if (svg === undefined || seen.length > 1) throw new Error(`${seen.length} drawings are shown.`);
    const outside = [...svg.querySelectorAll('text')].filter((text) => {
      const { left, right, width } = text.getBoundingClientRect();
      return width === 0 || left < -1 || right > document.documentElement.clientWidth + 1;
    });
    const cell = document.querySelector('table.data td');
    return {
      drawing: svg.outerHTML,
      larger: svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,
      outside: outside.map((text) => text.textContent),
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      inTheTable: cell === null ? 0 : parseFloat(getComputedStyle(cell).fontSize),
    };
  });
}

test('at 200 % text size a wide page shows the narrow drawing at about twice its size', async () => {
  const page = await site.newPage({ width: 1440 });
  for (const id of ids) {
    await openTwiceAsLarge(page, id);
    const { drawing, larger, outside, sideways } = await shown(page);
    expect({ outside, sideways }, id).toEqual({ outside: [], sideways: 0 });
    expect(larger, id).toBeGreaterThan(1.9);
    const reference = renderSvg(described(figureOf(id, sampleSource)), 'narrow');
    expect(asParsed(drawing), id).toBe(asParsed(reference));
  }
});

test.each([320, 390])(
  'with letters twice as large on a phone of %i px no label is lost, nothing scrolls sideways, and the table’s numbers are as large as asked',
  async (width) => {
    const page = await site.newPage({ width });
    for (const id of ids) {
      await openTwiceAsLarge(page, id);
      const { outside, sideways, inTheTable } = await shown(page);
      expect({ outside, sideways }, id).toEqual({ outside: [], sideways: 0 });
      expect(inTheTable, id).toBe(30);
    }
  },
);

test.each(ids)('%s has no type under 12 px on a phone of 390 px', async (id) => {
  const page = await site.newPage({ width: 390 });
  await page.goto(`/charts/${id}/`);
  const smallest = await page.evaluate(() => {
    const svg = [...document.querySelectorAll('.fig__plot svg')].find(
      (one) => one.getClientRects().length > 0,
    );
    if (!(svg instanceof SVGSVGElement)) return 0;
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const sizes = [...svg.querySelectorAll('text, tspan')].map((text) =>
      parseFloat(getComputedStyle(text).fontSize),
    );
    return scale * Math.min(...sizes);
  });
  expect(smallest).toBeGreaterThanOrEqual(12);
});
