import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { expect, test } from 'vitest';
import { channels } from '../../src/survey/channel.ts';
import { pageOf, pages } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

/** What a link of ours that leaves the site names: the places that links can stand in. */
const named = new Set<string | null>(channels.filter((one) => one !== 'direct' && one !== 'other'));
const here = new URL(pageOf('/').$('link[rel="canonical"]').attr('href') ?? '');
const isOwn = (address: URL): boolean => address.href.startsWith(here.href);
const channelIn = (address: URL): string | null => address.searchParams.get('from');

/** Our addresses inside a text, such as the address of a form for sharing or the words of a message. */
const ownIn = (text: string): URL[] =>
  [...text.matchAll(/https?:\/\/[^\s"<>]+/g)].map(([found]) => new URL(found)).filter(isOwn);

/** Our addresses that leave with a link to elsewhere: in its parameters, or in the words of a message. */
function carried(href: string): URL[] {
  if (!URL.canParse(href)) return [];
  const address = new URL(href);
  return isOwn(address) ? [] : [...address.searchParams.values()].flatMap(ownIn);
}

const hrefs = ($: CheerioAPI, selector: string): string[] =>
  $(selector)
    .toArray()
    .map((link) => $(link).attr('href') ?? '');

const listed = pages.filter(({ path }) => !/^\/(embed|cards|fragments)\//.test(path));

/** Every address of ours that is handed out, with the page it is on. */
const leaving = listed.flatMap(({ path, $ }) => [
  ...hrefs($, 'a[href]')
    .flatMap(carried)
    .map((address) => ({ path, address })),
  ...$('[data-text], [data-url]')
    .toArray()
    .flatMap((one) => ownIn($(one).attr('data-text') ?? $(one).attr('data-url') ?? ''))
    .map((address) => ({ path, address })),
]);

test('every address of ours that is passed on from a page says where it stands', () => {
  expect(leaving.length).toBeGreaterThan(100);
  expect(leaving.filter(({ address }) => !named.has(channelIn(address)))).toEqual([]);
});

test('every link of an embed says that it stands in one, and one of them asks for answers', () => {
  const embeds = pages.filter(({ path }) => path.startsWith('/embed/'));
  expect(embeds.length).toBeGreaterThan(10);
  for (const { path, $ } of embeds) {
    const links = hrefs($, 'a').map((href) => new URL(href));
    expect(links.map(channelIn), path).toEqual(['embed', 'embed']);
    expect(links.at(-1)?.pathname, path).toBe(`${here.pathname}survey/`);
    expect($('a').last().text().trim()).toBe('Did this happen to you?');
  }
});

test('an essay in a feed leads to charts, essays and the survey as from a feed', () => {
  for (const name of ['rss.xml', 'feed.json']) {
    const text = readFileSync(join(testSite, name), 'utf8');
    const contents = name.endsWith('json')
      ? (JSON.parse(text) as { items: { content_html: string }[] }).items.map((item) => item.content_html)
      : load(text, { xml: true })('content\\:encoded')
          .toArray()
          .map((one) => load(text, { xml: true })(one).text());
    const links = contents.flatMap((html) => hrefs(load(html), 'a[href]')).map((href) => new URL(href));
    const toCharts = links.filter((link) => isOwn(link) && link.pathname.includes('/charts/'));
    expect(toCharts.length).toBeGreaterThan(0);
    expect(new Set(toCharts.map(channelIn))).toEqual(new Set(['feed']));
  }
});

test.each([
  ['chart', /^\/charts\/[^/]+\//],
  ['essay', /^\/essays\/[^/]+\/$/],
])('every %s asks both sides, and each of its links to the survey says where it stands', (channel, kind) => {
  const own = listed.filter(({ path }) => kind.test(path));
  expect(own.length).toBeGreaterThan(5);
  for (const { path, $ } of own) {
    const doors = hrefs($, '.invitation a');
    expect(doors, path).toEqual(['job-seeker', 'employer'].map((side) => `/survey/${side}/?from=${channel}`));
    const others = hrefs($, 'main a[href*="/survey/"]').filter((href) => !href.includes('receipt'));
    expect(
      others.filter((href) => !href.endsWith(`?from=${channel}`)),
      path,
    ).toEqual([]);
  }
});

test('what a page says of its own address names no channel', () => {
  for (const { path, $ } of pages) {
    const said = [
      ...hrefs($, 'link[rel="canonical"], link[rel="alternate"]'),
      $('meta[property="og:url"]').attr('content') ?? '',
    ];
    expect(
      said.filter((address) => address.includes('from=')),
      path,
    ).toEqual([]);
  }
  expect(readFileSync(join(testSite, 'sitemap-0.xml'), 'utf8')).not.toContain('from=');
});

test('every page that such a link leads to keeps its channel for the survey', () => {
  const embedded = pages.filter(({ path }) => path.startsWith('/embed/'));
  const led = new Set(
    [
      ...leaving.map(({ address }) => address),
      ...embedded.flatMap(({ $ }) => hrefs($, 'a').map((href) => new URL(href))),
    ].map(({ pathname }) => `/${pathname.slice(here.pathname.length)}`),
  );
  const keeps = new Set(
    pages
      .filter(({ $ }) =>
        $('script')
          .toArray()
          .some((script) => {
            const { src = '' } = $(script).attr() ?? {};
            const code = src.startsWith('/_astro/')
              ? readFileSync(join(testSite, src), 'utf8')
              : $(script).text();
            return /\.get\([`'"]from[`'"]\)/.test(code);
          }),
      )
      .map(({ path }) => path),
  );
  expect([...led].filter((path) => !keeps.has(path))).toEqual([]);
});
