import { readdirSync, readFileSync } from 'node:fs';
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

/** Our addresses that leave with a link to elsewhere: in its parameters, in its fragment, or in the words of a message. */
function carried(href: string): URL[] {
  if (!URL.canParse(href)) return [];
  const address = new URL(href);
  if (isOwn(address)) return [];
  return [...address.searchParams.values(), decodeURIComponent(address.hash)].flatMap(ownIn);
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
  // What a button copies or hands over: its own words, or those of a post; a citation names the page’s own address.
  ...$('[data-text], [data-url], [data-from^="share-"]')
    .toArray()
    .flatMap((one) => {
      const { 'data-text': text = '', 'data-url': url = '', 'data-from': from = '' } = $(one).attr() ?? {};
      return [text, url, from === '' ? '' : $(`#${from}`).text()].flatMap(ownIn);
    })
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
    const $ = load(text, { xml: true });
    const entries = name.endsWith('json')
      ? (JSON.parse(text) as { items: { content_html: string; url: string }[] }).items.map(
          ({ content_html, url }) => ({ content: content_html, url }),
        )
      : $('item')
          .toArray()
          .map((item) => ({
            content: $('content\\:encoded', item).text(),
            url: $('link', item).text(),
          }));
    expect(new Set(entries.map(({ url }) => channelIn(new URL(url))))).toEqual(new Set(['feed']));
    const contents = entries.map(({ content }) => content);
    const links = contents.flatMap((html) => hrefs(load(html), 'a[href]')).map((href) => new URL(href));
    const toCharts = links.filter((link) => isOwn(link) && link.pathname.includes('/charts/'));
    expect(toCharts.length).toBeGreaterThan(0);
    expect(new Set(toCharts.map(channelIn))).toEqual(new Set(['feed']));
  }
});

/** The addresses of what a feed or a calendar holds. */
function entriesOf(name: string): URL[] {
  const text = readFileSync(join(testSite, name), 'utf8');
  if (name.endsWith('.json'))
    return (JSON.parse(text) as { items: { url: string }[] }).items.map(({ url }) => new URL(url));
  if (name.endsWith('.ics'))
    return [...text.replaceAll(/\r\n /g, '').matchAll(/^URL:(.*?)\r?$/gm)].map(
      ([, url = '']) => new URL(url),
    );
  const $ = load(text, { xml: true });
  return $('item > link')
    .toArray()
    .map((link) => new URL($(link).text()));
}

test('what others follow names its channel, but for releases, which lead to /data/, where no script would keep it', () => {
  const followed = readdirSync(testSite, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^(?!sitemap).*\.xml|(^|\/)feed\.json|\.ics)$/.test(name))
    .map((name) => ({ name, entries: entriesOf(name) }));
  for (const { name, entries } of followed) expect(entries.length, name).toBeGreaterThan(0);
  const without = followed.filter(({ entries }) => entries.some((address) => channelIn(address) === null));
  expect(without.map(({ name }) => name).toSorted()).toEqual(['data/calendar.ics', 'releases.xml']);
  for (const { name, entries } of without)
    for (const { pathname } of entries) expect(pathname, name).toMatch(new RegExp(`^${here.pathname}data/`));
});

test('who has answered can pass each survey on by its address, by WhatsApp and by e-mail', () => {
  for (const side of ['job-seeker', 'employer']) {
    const { $ } = pageOf(`/survey/${side}/`);
    const ways = $('.onwards dd:has(.onwards__link)').toArray();
    expect(ways, side).toHaveLength(2);
    for (const way of ways) {
      const address = $('copy-text', way).attr('data-text') ?? '';
      expect(channelIn(new URL(address))).toBe('thanks');
      const links = $('a', way)
        .toArray()
        .map((link) => new URL($(link).attr('href') ?? ''));
      expect(links.map(({ origin, protocol }) => (origin === 'null' ? protocol : origin))).toEqual([
        'https://wa.me',
        'mailto:',
      ]);
      for (const { searchParams } of links)
        expect(searchParams.get('text') ?? searchParams.get('body')).toMatch(/^\S.*: https?:\/\/\S+$/);
      expect(links.flatMap(({ href }) => carried(href)).map(({ href }) => href)).toEqual([address, address]);
    }
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
        // Where a script is fetched by a line of the page, the page names it for that.
        $('script, link[rel="modulepreload"]')
          .toArray()
          .some((script) => {
            const { src = '', href = src } = $(script).attr() ?? {};
            const code = href.startsWith('/_astro/')
              ? readFileSync(join(testSite, href), 'utf8')
              : $(script).text();
            return /\.get\([`'"]from[`'"]\)/.test(code);
          }),
      )
      .map(({ path }) => path),
  );
  expect([...led].filter((path) => !keeps.has(path))).toEqual([]);
});
