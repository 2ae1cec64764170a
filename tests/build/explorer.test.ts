import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { load, type CheerioAPI } from 'cheerio';
import { expect, test } from 'vitest';
import { headersFor } from '../../scripts/server/headers.ts';
import { drawnCharts } from '../../src/compare/compare.ts';
import { cuts } from '../../src/release/comparisons/cuts.ts';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import { pageOf } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const { $ } = pageOf('/results/');
const links = $('[data-explorer] a[data-by]').toArray();

test('without JavaScript it is a link to every cut’s own page, named by figure and groups', () => {
  expect(links.map((link) => $(link).attr('href'))).toEqual(cuts.map(({ id }) => `/charts/${id}/`));
  const names = links.map((link) => $(link).attr('aria-label') ?? '');
  expect(new Set(names).size).toBe(cuts.length);
  for (const [i, { estimate, segment }] of cuts.entries())
    expect(names[i]).toBe(`${segment.label}: ${estimate.name}`);
});

const fragmentFile = (id: string): string => join(testSite, 'fragments', id, 'index.html');

const fragmentOf = (id: string): CheerioAPI => load(readFileSync(fragmentFile(id), 'utf8'), null, false);

/** Brotli bytes of the fragments of some figures together. */
const bytesOf = (...ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + brotliCompressSync(readFileSync(fragmentFile(id))).length, 0);

test.each(cuts.map(({ id }, i) => [id, links[i]] as const))(
  'the fragment of %s is the figure of its page with title, sharing and table, and has as many blanks as its link says',
  (id, link) => {
    const page = load(pageOf(`/charts/${id}/`).$.html());
    const cut = fragmentOf(id);
    const rows = cut('tbody tr:not(.sum)').toArray();
    const blank = rows.filter((row) => !/\d%/.test(cut(row).text())).length;
    expect($(link).attr('data-blank')).toBe(blank === 0 ? undefined : `${blank} of ${rows.length}`);
    cut('script').remove();
    expect(
      cut
        .root()
        .children()
        .toArray()
        .map((part) => cut(part).attr('class')),
    ).toEqual(['fig', 'sharing no-print', 'table']);
    expect(cut('figcaption > h3').html()).toBe(page('h1').html());
    cut('h3').remove();
    page('script').remove();
    // The first table is the figure’s own; the second is what is compared, on the page alone.
    for (const part of ['figure', '.sharing', '.table'])
      expect(cut.html(part)).toBe(page.html(page(part).first()));
  },
);

test.each([
  ['job_seeker', 5700],
  ['employer', 4100],
] as const)('the comparison of the %s fetches drawings alone, in at most %i bytes', (side, most) => {
  const ids = drawnCharts[side].map(({ slug }) => slug);
  for (const id of ids) {
    const page = load(pageOf(`/charts/${id}/`).$.html());
    expect(fragmentOf(id).html().trim()).toBe(page.html(page('.fig__plot')));
  }
  expect(bytesOf(...ids)).toBeLessThanOrEqual(most);
});

test('fragments are for no search engine: in no sitemap, and their headers say so', () => {
  expect(readFileSync(join(testSite, 'sitemap-0.xml'), 'utf8')).not.toContain('/fragments/');
  expect(headersFor('/fragments/told-by-day/by/region3/')['X-Robots-Tag']).toBe('noindex');
});

test('what notices that it comes near is 0.3 kB in the page, and what opens it one file of at most 1.5 kB, compressed', async () => {
  const [explores = ''] = $.html().match(/\/_astro\/explore-[\w-]+\.js/g) ?? [];
  const { files } = await firstViewScripts(testSite, pageOf('/results/'), [explores]);
  expect(files.map(({ path }) => path)).toEqual(['(in the page)', explores]);
  expect(files[0]?.bytes).toBeLessThanOrEqual(300);
  expect(files[1]?.bytes).toBeLessThanOrEqual(1500);
});

test('no page loads Chart.js: charts are drawn at build', () => {
  const mark = 'Canvas is already in use';
  expect(readFileSync('node_modules/chart.js/dist/chart.js', 'utf8')).toContain(mark);
  const scripts = globSync('**/*.js', { cwd: testSite });
  expect(scripts).not.toEqual([]);
  expect(scripts.filter((path) => readFileSync(join(testSite, path), 'utf8').includes(mark))).toEqual([]);
});
