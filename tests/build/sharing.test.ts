import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import openGraphScraper from 'open-graph-scraper';
import { describe, expect, test } from 'vitest';
import { describe as inWords } from '../../src/words/describe.ts';
import { controller } from '../../src/controller.ts';
import { chartIds, pictureIds, figureOf } from '../../src/figures/estimates/figureOf.ts';
import { renderCard, renderFigureCard, renderLetterCard } from '../../src/charts/render.ts';
import { cardOf } from '../../src/ledger/cardOf.ts';
import { site } from '../../src/site.ts';
import { longPost, shortPost } from '../../src/words/posts.ts';
import { ledger } from '../examples/ledger.ts';
import { sampleSource } from '../examples/sampleSource.ts';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import type { BuiltPage } from './harness/builtPages.ts';
import { fileOf, pageOf, pages, pngSize } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';
import { described } from '../examples/figureParts.ts';

const chartPages = pages.filter(({ path }) => path.startsWith('/charts/'));
const figure = (id: string) => figureOf(id, sampleSource);

/** What a common Open Graph scraper reads from a page. */
async function scraped(page: BuiltPage) {
  const { error, result } = await openGraphScraper({ html: readFileSync(page.file, 'utf8') });
  expect(error, page.path).toBe(false);
  return result;
}

describe('a scraper', () => {
  test.each(chartPages.map((page) => [page.path, page] as const))(
    'reads a title with its n, the page’s own address and a picture that is there from %s',
    async (path, page) => {
      const { ogTitle, ogDescription, ogUrl, ogImage = [] } = await scraped(page);
      expect(ogTitle).toContain(page.$('h1').text());
      expect(ogTitle).toMatch(/\d/);
      expect(ogDescription).not.toBe('');
      expect(ogUrl).toBe(page.$('link[rel="canonical"]').attr('href'));
      expect(new URL(ogUrl ?? '').pathname).toBe(path);
      expect(ogImage).toHaveLength(1);
      const [image] = ogImage;
      const png = readFileSync(fileOf(image?.url ?? ''));
      expect(pngSize(png)).toEqual([1200, 627]);
      expect([Number(image?.width), Number(image?.height)]).toEqual([1200, 627]);
      expect(png.length).toBeLessThan(300_000);
    },
  );

  test('finds a picture on every page that search engines may list', async () => {
    const open = pages.filter(({ $ }) => $('meta[name="robots"][content="noindex"]').length === 0);
    expect(open.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/', '/survey/', '/about/', '/essays/']),
    );
    for (const page of open) {
      const { ogImage: [image] = [], ogUrl } = await scraped(page);
      expect(pngSize(readFileSync(fileOf(image?.url ?? ''))), page.path).toEqual([1200, 627]);
      expect(ogUrl, page.path).toBe(page.$('link[rel="canonical"]').attr('href'));
    }
  });
});

test('cards drawn again, in another process and in reverse order, are byte for byte the built ones', () => {
  const again = new Map(
    [...pictureIds].reverse().map((id) => [id.replaceAll('/', '-'), renderCard(described(figure(id)))]),
  );
  const { host } = sampleSource;
  again.set('no-but-why', renderLetterCard({ title: site.tagline, host }));
  for (const { path, $ } of pages.filter(({ path }) => /^\/essays\/[^/]+\/$/.test(path))) {
    const said = { title: $('h1').text(), author: $('meta[name="author"]').attr('content') ?? '', host };
    again.set(`essay-${path.split('/')[2] ?? ''}`, renderLetterCard(said));
  }
  for (const study of ledger)
    again.set(`figure-${study.id}`, renderFigureCard(cardOf(study, new URL(`https://${host}/`))));
  const built = readdirSync(join(testSite, 'cards'));
  expect(built).toHaveLength(again.size);
  for (const [id, png] of again) {
    const hash = createHash('sha256').update(png).digest('hex').slice(0, 10);
    expect(built).toContain(`${id}.${hash}.png`);
    expect(readFileSync(join(testSite, 'cards', `${id}.${hash}.png`)).equals(png), id).toBe(true);
  }
});

describe.each(pictureIds)('the embed of %s', (id) => {
  const embed = () => pageOf(`/embed/${id}/`);
  const chart = () => pageOf(`/charts/${id}/`);

  test('holds the chart with its title, n, note, source and a link back, and runs no script', async () => {
    const { $ } = embed();
    expect((await firstViewScripts(testSite, embed())).files).toEqual([]);
    expect($('h1').text()).toBe(chart().$('h1').text());
    expect($('h1').text()).toBe(inWords(figure(id)).title);
    expect($('.fig__plot svg').length).toBe(2);
    expect($('body').text()).toContain(inWords(figure(id)).bases);
    expect($('body').text()).toContain('Sample data, made up');
    expect($('body').text()).toContain('People chose to take part');
    expect($('meta[name="robots"]').attr('content')).toBe('noindex');
    const own = chart().$('link[rel="canonical"]').attr('href');
    expect($('link[rel="canonical"]').attr('href')).toBe(own);
    const links = $('a')
      .toArray()
      .map((link) => $(link).attr());
    const elsewhere = { target: '_blank', rel: 'noopener' };
    const survey = new URL('/survey/?from=embed', own).href;
    expect(links).toMatchObject([
      { href: `${own ?? ''}?from=embed`, ...elsewhere },
      { href: survey, ...elsewhere },
    ]);
  });

  test('is in no sitemap', () => {
    expect(readFileSync(join(testSite, 'sitemap-0.xml'), 'utf8')).not.toContain('/embed/');
  });

  test('is described by an oEmbed file that the chart’s page links to', async () => {
    const link = chart().$('link[rel="alternate"][type="application/json+oembed"]').attr('href') ?? '';
    expect(new URL(link).pathname).toBe(`/oembed/${id}.json`);
    const told = JSON.parse(readFileSync(fileOf(link), 'utf8')) as Record<string, string | number>;
    expect(told).toMatchObject({ version: '1.0', type: 'rich', provider_name: site.name, width: 720 });
    expect(told.title).toBe((await scraped(chart())).ogTitle);
    expect([told.thumbnail_width, told.thumbnail_height]).toEqual([1200, 627]);
    expect(pngSize(readFileSync(fileOf(String(told.thumbnail_url))))).toEqual([1200, 627]);
    const frame = load(String(told.html))('iframe');
    expect(frame.length).toBe(1);
    expect(existsSync(join(testSite, new URL(frame.attr('src') ?? '').pathname, 'index.html'))).toBe(true);
    expect([Number(frame.attr('width')), Number(frame.attr('height'))]).toEqual([told.width, told.height]);
    expect(frame.attr('sandbox')).not.toMatch(/allow-(scripts|same-origin|forms|top-navigation)/);
    expect(load(String(told.html))('script').length).toBe(0);
  });

  test('is offered as code that is the frame the page previews', () => {
    const { $ } = chart();
    const offered = load($('#embed-code').text())('iframe');
    const preview = $('iframe');
    expect(new URL(offered.attr('src') ?? '').pathname).toBe(preview.attr('src'));
    for (const name of ['width', 'height', 'sandbox', 'data-no-but-why'])
      expect(offered.attr(name), name).toBe(preview.attr(name));
    expect(offered.attr('title')).toContain($('h1').text());
    const script = load($('#embed-script').text())('script').attr('src') ?? '';
    expect(existsSync(fileOf(script))).toBe(true);
  });
});

test.each(chartIds)('%s can be quoted and cited from its page, without JavaScript', (id) => {
  const { $ } = pageOf(`/charts/${id}/`);
  const address = $('link[rel="canonical"]').attr('href') ?? '';
  const described_ = described(figure(id));
  const { alt } = described_.words;
  expect($('#share-short').text()).toBe(shortPost(described_, `${address}?from=shared`));
  expect($('#share-long').text()).toBe(longPost(described_, `${address}?from=shared`));
  expect($('#share-alt').text()).toBe(alt);
  const { name, provenance } = figure(id);
  const cited = $('#cite-apa').text();
  expect(cited.startsWith(`${controller.name} (`)).toBe(true);
  expect(cited.slice(controller.name.length)).toMatch(
    new RegExp(`^ \\(\\d{4}, [A-Z][a-z]+ \\d{1,2}\\)\\. ${name} \\(Release “sample”\\) \\[Chart; sample`),
  );
  expect($('#cite-bibtex').text()).toContain(`@misc{nobutwhy-${id}-${provenance.release?.id ?? ''},\n`);
  for (const text of [$('#cite-apa').text(), $('#cite-bibtex').text()]) expect(text).toContain(address);
});
