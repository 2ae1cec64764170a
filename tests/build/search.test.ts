import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/components/search/entry.ts';
import { chartIds } from '../../src/figures/estimates/figureOf.ts';
import { cuts } from '../../src/release/comparisons/cuts.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import { pageOf, pages } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const search = pageOf('/search/');
const index = readFileSync(join(testSite, 'search/index.json'), 'utf8');
const entries = JSON.parse(index) as readonly Entry[];
const essays = pages.filter(({ path }) => /^\/essays\/[^/]+\/$/.test(path));
const hrefs = new Set(entries.map(({ href }) => href));

test('it finds every essay by each of its parts, every chart and its cuts, and every question', () => {
  for (const { path, $ } of essays) {
    expect(hrefs).toContain(path);
    for (const heading of $('.prose > h2').toArray())
      expect(hrefs).toContain(`${path}#${$(heading).attr('id')}`);
  }
  for (const id of [...chartIds, ...cuts.map((cut) => cut.id)]) expect(hrefs).toContain(`/charts/${id}/`);
  const asked = Object.values(questionnaire.sides).flatMap(({ questions }) => questions);
  expect(entries.filter(({ kind }) => kind === 'question')).toHaveLength(asked.length);
});

test('it finds the toolkit by its advice, and a study by what is wrongly said of it', () => {
  const of = (href: string) => entries.find((entry) => entry.href === href);
  const advice = pageOf('/toolkit/').$('[aria-labelledby="let-go"] li').first().text();
  expect(of('/toolkit/')?.text).toContain(advice);
  expect(of('/figures/linkedin-2015/')?.also).toContain('59% have never received feedback.');
});

test('it has the words of an essay, and no markup', () => {
  for (const { path, $ } of essays) {
    const own = entries.filter(({ href }) => href.replace(/#.*/, '') === path);
    const text = own.map((entry) => entry.text).join(' ');
    for (const paragraph of $('.prose > p').toArray()) {
      // As a browser shows it: words of two elements are two words, and the numbers of notes are none.
      const shown = load(
        $.html(paragraph)
          .replace(/<a class="ref".*?<\/a>/g, ' ')
          .replaceAll('<', ' <'),
      );
      for (const word of shown.text().match(/[\p{L}\p{N}]+/gu) ?? []) expect(text).toContain(word);
    }
    expect(text).not.toMatch(/<\w|className|import /);
  }
});

test('without a script everything that it finds is a link on its page', () => {
  const linked = new Set(
    search
      .$('main a')
      .toArray()
      .map((link) => search.$(link).attr('href')),
  );
  for (const href of hrefs) expect(linked).toContain(href);
  expect(search.$('noscript').text()).toContain('Everything that it would find stands below');
});

test('its page loads at most 0.5 kB of JavaScript; the first search 10 kB more, and at most 4 kB of index for each essay over 20', async () => {
  const view = await firstViewScripts(testSite, search);
  expect(view.bytes, JSON.stringify(view.files)).toBeLessThanOrEqual(500);
  const [address] = /\/_astro\/search-[\w-]+\.js/.exec(search.$.html()) ?? [];
  if (address === undefined) throw new Error('The page does not say where its search is.');
  const used = await firstViewScripts(testSite, search, [address]);
  expect(used.bytes - view.bytes, JSON.stringify(used.files)).toBeLessThanOrEqual(10_000);
  expect(brotliCompressSync(index).length).toBeLessThanOrEqual(20_000 + 4_000 * essays.length);
});
