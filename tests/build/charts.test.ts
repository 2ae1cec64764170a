import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { noteWithoutRange, standardNote } from '../../src/figures/standardNote.ts';
import { chartIds } from '../../src/figures/estimates/figureOf.ts';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import { downloads, fileOf, pageOf, pages, pngSize, tag } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

describe.each(chartIds)('the chart %s', (slug) => {
  const page = () => pageOf(`/charts/${slug}/`);

  test('has a card that LinkedIn takes, under a name that changes with its bytes', () => {
    const image = tag(page(), 'og:image');
    expect(image).toMatch(new RegExp(`^https://[^/]+/cards/${slug}\\.[0-9a-f]{10}\\.png$`));
    const png = readFileSync(fileOf(image));
    expect(pngSize(png)).toEqual([1200, 627]);
    expect([tag(page(), 'og:image:width'), tag(page(), 'og:image:height')]).toEqual(['1200', '627']);
    expect(png.length).toBeLessThan(300_000);
    expect(tag(page(), 'og:image:alt').length).toBeGreaterThan(60);
  });

  test('is shared under its own address, with its title', () => {
    const canonical = page().$('link[rel="canonical"]').attr('href');
    expect(tag(page(), 'og:url')).toBe(canonical);
    expect(canonical).toMatch(new RegExp(`^https://[^/]+/charts/${slug}/$`));
    const title = page().$('h1').text();
    expect(title).toMatch(/\d/);
    expect(tag(page(), 'og:title')).toBe(`Sample data, made up: ${title}`);
    expect(tag(page(), 'og:description')).toContain('“');
    const share = page().$('a[href^="https://www.linkedin.com/sharing/share-offsite/?url="]').attr('href');
    expect(new URL(share ?? '').searchParams.get('url')).toBe(`${canonical ?? ''}?from=linkedin`);
  });

  test('offers a square, a portrait, slides, SVG and CSV that are there, and say that the data are made up', () => {
    const links = downloads(page());
    expect(links).toEqual(
      ['png', 'portrait.png', 'pdf', 'svg', 'csv'].map((kind) => `/charts/${slug}.${kind}`),
    );
    for (const link of links) expect(existsSync(join(testSite, link)), link).toBe(true);
    expect(pngSize(readFileSync(join(testSite, `/charts/${slug}.png`)))).toEqual([1080, 1080]);
    expect(pngSize(readFileSync(join(testSite, `/charts/${slug}.portrait.png`)))).toEqual([1080, 1350]);
    const lines = readFileSync(join(testSite, `/charts/${slug}.csv`), 'utf8')
      .trim()
      .split('\n');
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines.slice(1)) expect(line).toContain('Sample data, made up');
    expect(readFileSync(join(testSite, `/charts/${slug}.svg`), 'utf8')).toContain('Sample data, made up');
  });

  test('sets every label as one text element in the site’s own font', () => {
    const drawings = page().$('.fig__plot svg').toArray();
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) {
      const $ = load(page().$.html(drawing), { xml: true });
      expect($('svg').attr('font-family')).toBe('var(--sans)');
      expect($('svg').attr('viewBox')).toMatch(/^0 0 (720|358) \d+$/);
      const labels = $('text')
        .toArray()
        .map((element) => $(element).text());
      expect(labels).toContain('Sample data, made up');
      expect(
        labels.some((label) => /n = \d/.test(label)),
        labels.join(' | '),
      ).toBe(true);
      expect(labels.filter((label) => label.trim() === '')).toEqual([]);
      for (const element of $('text').toArray()) {
        // A position a letter, or one word an element, is how Skia writes; a reader could not select or translate it.
        expect($(element).attr('x')).toMatch(/^-?[\d.]+$/);
        expect($(element).attr('font-family') ?? 'var(--sans)').toMatch(/^var\(--(sans|serif)\)$/);
      }
    }
  });

  test('reads completely without JavaScript: every number, the note, how to read it, what it does not show', () => {
    const text = page().$('main').text();
    expect(text).toContain(slug === 'who-answered' ? noteWithoutRange : standardNote);
    expect(text).toContain('What it does not show');
    const csv = readFileSync(join(testSite, `/charts/${slug}.csv`), 'utf8')
      .trim()
      .split('\n');
    const header = csv[0]?.split(',') ?? [];
    const table = page().$('table.data').text();
    for (const line of csv.slice(1)) {
      const x = line.split(',').at(header.indexOf('x') - header.length);
      if (x !== undefined && /^\d+$/.test(x)) expect(table).toContain(Number(x).toLocaleString('en-GB'));
    }
  });

  test('asks for no JavaScript: what waits for a reader to come near is 1.1 kB in the page; what copies and shares, 1.0 kB, is one file', async () => {
    const { files, bytes } = await firstViewScripts(testSite, page());
    expect(files.map(({ path }) => path)).toEqual(['(in the page)']);
    expect(bytes).toBeLessThanOrEqual(1100);
    const [shares = 'nothing', ...others] =
      page()
        .$.html()
        .match(/\/_astro\/share-[\w-]+\.js/g) ?? [];
    expect(others).toEqual([]);
    const after = await firstViewScripts(testSite, page(), [shares]);
    expect(after.files.map(({ path }) => path)).toEqual(['(in the page)', shares]);
    expect(after.bytes - bytes).toBeLessThanOrEqual(1000);
  });
});

test('an essay shows its charts with their title', () => {
  for (const page of pages.filter(({ path }) => /^\/essays\/[^/]+\/$/.test(path))) {
    for (const figure of page.$('figure.fig').toArray()) {
      const slug = page.$(figure).attr('id') ?? '';
      expect(page.$(figure).find('.fig__title').text()).toBe(pageOf(`/charts/${slug}/`).$('h1').text());
      expect(page.$(figure).find('.fig__src').text()).toContain('Sample data, made up');
    }
    expect(pngSize(readFileSync(fileOf(tag(page, 'og:image'))))).toEqual([1200, 627]);
  }
});
