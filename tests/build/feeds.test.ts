import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { load, type CheerioAPI } from 'cheerio';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromChannel } from '../../src/survey/channel.ts';
import { allThreads, feedPath, threadAt, threadPath } from '../../src/thread/feed.ts';
import { builtPages } from './harness/builtPages.ts';
import { fileOf, pngSize } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const pages = builtPages(testSite).filter(({ path }) => !/^\/(embed|cards)\//.test(path));

test('every page links the feed of all comments, and a page with a thread links its own first', () => {
  for (const { path, $ } of pages) {
    const named = $('link[rel="alternate"][type="application/atom+xml"]')
      .toArray()
      .map((link) => $(link).attr('href'));
    const thread = threadAt(path);
    expect(named, path).toEqual([...(thread === undefined ? [] : [feedPath(thread)]), feedPath(allThreads)]);
    if (thread !== undefined) expect(threadPath(thread)).toBe(path);
  }
});

test('every page links the feeds of essays and of releases, and its foot names them', () => {
  for (const { path, $ } of pages) {
    const named = $('link[rel="alternate"][type="application/rss+xml"]')
      .toArray()
      .map((link) => $(link).attr('href'));
    expect(named, path).toEqual(['/rss.xml', '/releases.xml']);
    const foot = $('.foot a[href$=".xml"]').toArray();
    if ($('.foot').length > 0) expect(foot.map((link) => $(link).attr('href'))).toEqual(named);
  }
});

test('no page but that of the moderators has a field for an e-mail address', () => {
  for (const { path, $ } of pages.filter((page) => page.path !== '/moderate/'))
    expect(
      $('[type="email" i], [autocomplete*="email" i], [name*="mail" i], [id*="mail" i]').length,
      path,
    ).toBe(0);
});

const essays = pages.filter(({ path }) => /^\/essays\/[^/]+\/$/.test(path));
/** A feed’s link to an essay: its own address, and that somebody came by the feed. */
const linkOf = ($: CheerioAPI): string => fromChannel($('link[rel="canonical"]').attr('href') ?? '', 'feed');
const written = (name: string) => readFileSync(join(testSite, name), 'utf8');
/** Its words, without the note that opens at a number, which a feed has in brackets. */
function words(html: string): string {
  const $ = load(html.replaceAll('<', ' <'));
  $('.bound__note, small').remove();
  return $.root().text().replace(/\s+/g, ' ');
}

/** What a feed says of one essay. */
interface Item {
  readonly link: string;
  readonly title: string;
  readonly author: string;
  readonly published: string;
  readonly content: string;
}

/** Read by libxml2, which PostgreSQL brings and which takes well-formed XML alone. */
async function rssItems(): Promise<readonly Item[]> {
  const database = await PGlite.create();
  try {
    const { rows } = await database.query<Item>(
      `select * from xmltable(
         xmlnamespaces('http://purl.org/rss/1.0/modules/content/' as c, 'http://purl.org/dc/elements/1.1/' as dc),
         '/rss[@version="2.0"]/channel/item' passing xmlparse(document $1)
         columns link text path 'link[. = ../guid[@isPermaLink="true"]]' not null, title text path 'title' not null,
           author text path 'dc:creator' not null, published text path 'pubDate' not null,
           content text path 'c:encoded' not null)`,
      [written('rss.xml')],
    );
    return rows;
  } finally {
    await database.close();
  }
}

/** JSON Feed 1.1 as far as we use it, and nothing else: https://www.jsonfeed.org/version/1.1/ */
const jsonFeed = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    description: { type: 'string' },
    home_page_url: { type: 'string', format: 'uri' },
    feed_url: { type: 'string', format: 'uri' },
    language: { type: 'string' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'url', 'title', 'content_html', 'date_published', 'authors'],
        properties: {
          id: { type: 'string', format: 'uri' },
          url: { type: 'string', format: 'uri' },
          title: { type: 'string', minLength: 1 },
          content_html: { type: 'string', minLength: 1 },
          summary: { type: 'string' },
          image: { type: 'string', format: 'uri' },
          date_published: { type: 'string', format: 'date-time' },
          date_modified: { type: 'string', format: 'date-time' },
          language: { type: 'string' },
          tags: { type: 'array', items: { type: 'string' } },
          authors: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['name'],
              properties: { name: { type: 'string' }, url: { type: 'string', format: 'uri' } },
            },
          },
        },
      },
    },
  },
};

interface JsonFeed {
  readonly feed_url: string;
  readonly items: readonly (Record<'url' | 'title' | 'date_published' | 'content_html' | 'image', string> & {
    readonly authors: readonly { readonly name: string }[];
  })[];
}

function jsonItems(): readonly Item[] {
  const feed = JSON.parse(written('feed.json')) as JsonFeed;
  const ajv = new Ajv({ allErrors: true });
  addFormats(ajv);
  expect(ajv.validate(jsonFeed, feed), ajv.errorsText()).toBe(true);
  expect(new URL(feed.feed_url).pathname).toBe('/feed.json');
  for (const { image } of feed.items) expect(pngSize(readFileSync(fileOf(image)))).toEqual([1200, 627]);
  return feed.items.map(({ url, title, authors: [author], date_published: published, content_html }) => ({
    link: url,
    title,
    author: author?.name ?? '',
    published,
    content: content_html,
  }));
}

describe.each([
  ['rss.xml', rssItems],
  ['feed.json', jsonItems],
] as const)('%s, read strictly,', (_, read) => {
  let items: readonly Item[];
  beforeAll(async () => {
    items = await read();
  });

  test('has every essay with its address, title, author and day', () => {
    const said = items.map(({ link, title, author, published }) => ({
      link,
      title,
      author,
      day: new Date(published).toISOString().slice(0, 10),
    }));
    const shown = essays.map(({ $ }) => ({
      link: linkOf($),
      title: $('h1').text(),
      author: $('meta[name="author"]').attr('content'),
      day: $('article time').first().attr('datetime'),
    }));
    expect(said).toHaveLength(shown.length);
    expect(said).toEqual(expect.arrayContaining(shown));
  });

  test('has every paragraph and heading of an essay, and nothing that only our pages can show', () => {
    for (const { link, content } of items) {
      const page = essays.find(({ $ }) => linkOf($) === link);
      const prose = page?.$('.prose > :is(p, h2, h3, ul, ol, blockquote)').toArray() ?? [];
      expect(prose.length, link).toBeGreaterThan(10);
      const said = words(content);
      for (const element of prose) expect(said).toContain(words(page?.$.html(element) ?? '').trim());
      const $ = load(content);
      expect($('script, style, svg, form, iframe, [class], [style]').length, link).toBe(0);
      for (const one of $('[href], [src]').toArray())
        expect($(one).attr('href') ?? $(one).attr('src')).toMatch(/^(https?|mailto):/);
    }
  });
});

const newsIn = (columns: string) =>
  `select * from xmltable('/rss[@version="2.0"]/channel/item' passing xmlparse(document $1) columns ${columns})`;

test('releases.xml, read strictly, has every release and every correction, each where the data page says it', async () => {
  const database = await PGlite.create();
  try {
    const { rows } = await database.query<{ link: string; title: string; day: string }>(
      newsIn(
        `link text path 'link[. = ../guid[@isPermaLink="true"]]' not null, title text path 'title' not null, day text path 'pubDate' not null, text text path 'description' not null`,
      ),
      [written('releases.xml')],
    );
    const data = pages.find(({ path }) => path === '/data/');
    if (data === undefined) throw new Error('The site has no data page.');
    const places = data.$('tr[id], .terms > [id]').toArray();
    expect(rows).toHaveLength(places.length);
    expect(rows.map(({ link }) => new URL(link).hash.slice(1)).sort()).toEqual(
      places.map((place) => data.$(place).attr('id')).sort(),
    );
    // Nobody is told of made-up figures as if they were any.
    expect(rows.find(({ link }) => link.endsWith('#release-sample'))?.title).toMatch(/^Sample data, made up/);
  } finally {
    await database.close();
  }
});

describe('the calendar, read strictly', () => {
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(written('data/calendar.ics')) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

  test('has an entry for every item of releases.xml, and one that comes each month on its first day', () => {
    const news = load(written('releases.xml'), { xml: true })('item > link')
      .toArray()
      .map((link) => load(link).text());
    const [next, ...others] = events;
    expect(others.map((event) => event.component.getFirstPropertyValue('url'))).toEqual(news);
    expect(next?.isRecurring()).toBe(true);
    const days = next?.iterator();
    for (let month = 0; month < 14; month += 1) expect(days?.next().day).toBe(1);
  });

  test('names every entry once, whenever it is fetched, and every day as a whole one', () => {
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const event of events) {
      expect(event.uid).toMatch(/^[a-z0-9-]+@[a-z.]+$/);
      expect(event.startDate.isDate).toBe(true);
      expect(event.duration.toSeconds()).toBe(86_400);
      expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toMatch(/T00:00:00Z$/);
    }
  });

  test('is written as RFC 5545 asks, and named where figures are', () => {
    const lines = written('data/calendar.ics').split('\r\n');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const data = pages.find(({ path }) => path === '/data/');
    expect(data?.$('#calendar ~ p a[type="text/calendar"]').attr('href')).toBe('/data/calendar.ics');
    expect(data?.$('#calendar ~ p a[type="application/rss+xml"]').attr('href')).toBe('/releases.xml');
  });
});
