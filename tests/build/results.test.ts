import { brotliCompressSync } from 'node:zlib';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { chartIds } from '../../src/figures/estimates/figureOf.ts';
import { noteWithoutRange, standardNote } from '../../src/figures/standardNote.ts';
import { pageOf, pages } from './harness/site.ts';

const results = pageOf('/results/');
const shown = results
  .$('figure.fig')
  .toArray()
  .map((figure) => results.$(figure).attr('id') ?? '');

test('every chart stands on the page of results, once', () => {
  expect(shown.toSorted()).toEqual(chartIds.toSorted());
});

test.each(chartIds)(
  'there %s has the finding of its own page, n, the range note, its source and a link',
  (id) => {
    const figure = results.$(`#${id}`);
    expect(figure.find('h3').text()).toBe(pageOf(`/charts/${id}/`).$('h1').text());
    expect(figure.find('.fig__plot').text()).toMatch(/n = \d/);
    const note = id === 'who-answered' ? noteWithoutRange : standardNote;
    expect(figure.find('.fig__note').first().text()).toBe(note);
    expect(figure.find('.fig__src').text()).toContain('Sample data, made up');
    expect(figure.find(`.fig__more a[href="/charts/${id}/"]`)).toHaveLength(1);
  },
);

test('its contents lead to every part and every chart, in the order of the page', () => {
  const { $ } = results;
  const listed = $('nav[aria-labelledby="contents"] a')
    .toArray()
    .map((link) => $(link).attr('href'));
  const parts = $('.findings__text > section')
    .toArray()
    .flatMap((section) => {
      const charts = $(section)
        .find('figure')
        .toArray()
        .map((figure) => `#${$(figure).attr('id') ?? ''}`);
      // A part of one chart is the way to it.
      return [`#${$(section).attr('aria-labelledby') ?? ''}`, ...(charts.length > 1 ? charts : [])];
    });
  expect(listed).toEqual(parts);
});

test('the home page, and every page that has a masthead, leads to the results', () => {
  expect(pageOf('/').$('main a[href="/results/"]')).toHaveLength(1);
  for (const { path, $ } of pages.filter(({ $: page }) => page('.masthead').length > 0))
    expect($('.masthead a[href="/results/"]'), path).toHaveLength(1);
});

/** The page cut down to these charts: what it weighs with their drawings, and what without, compressed. */
function weigh(ids: readonly string[]): { readonly perChart: number } {
  const $ = load(results.$.html());
  for (const id of shown.filter((other) => !ids.includes(other))) $(`#${id}`).remove();
  expect($('figure.fig .fig__plot svg')).toHaveLength(2 * ids.length);
  const withDrawings = brotliCompressSync($.html()).length;
  $('figure.fig .fig__plot svg').remove();
  return { perChart: (withDrawings - brotliCompressSync($.html()).length) / ids.length };
}

test('a chart costs at most 1.8 kB, both drawings, on a page of twelve and on the page of all', () => {
  expect(weigh(shown.slice(0, 12)).perChart).toBeLessThanOrEqual(1800);
  expect(weigh(shown).perChart).toBeLessThanOrEqual(1800);
});
