import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nameWithin } from '../../src/essay/nameWithin.ts';
import { targetsOf } from '../../src/essay/targets.ts';
import { site } from '../../src/site.ts';
import type { BuiltPage } from './harness/builtPages.ts';
import { pageOf, pages, tag } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const essays = pages.filter(({ path }) => /^\/essays\/[^/]+\/$/.test(path));
const lists = pages.filter(({ path }) => /^\/essays\/(tags|series)\//.test(path));
const named = (of: readonly BuiltPage[]) => of.map((page) => [page.path, page] as const);
/** What an essay says of itself to search engines; src/components/essay/article.ts holds it to the types of schema.org. */
interface Graph {
  readonly '@graph': readonly [
    Readonly<Record<'datePublished' | 'dateModified', string>> & { readonly author: unknown },
    {
      readonly itemListElement: readonly {
        readonly position: number;
        readonly name: string;
        readonly item: string;
      }[];
    },
  ];
}
const dataOf = ({ $ }: BuiltPage) => JSON.parse($('script[type="application/ld+json"]').text()) as unknown;
/** The essays that a list names, by their paths. */
/** The essays of a list, without the ways to their discussions. */
const listed = ({ $ }: BuiltPage): string[] =>
  $('.essays a:not([href$="#discussion"])')
    .toArray()
    .map((link) => $(link).attr('href') ?? '');

describe.each(named(essays))('%s', (path, page) => {
  const { $ } = page;
  const {
    '@graph': [article, trail],
  } = dataOf(page) as Graph;

  test('says to search engines what it says to readers: title, author, days, language and picture', () => {
    expect(article).toMatchObject({
      '@type': 'Article',
      headline: $('h1').text(),
      description: $('.deck').text().trim(),
      image: tag(page, 'og:image'),
      inLanguage: $('h1').attr('lang'),
      mainEntityOfPage: $('link[rel="canonical"]').attr('href'),
    });
    const [published, changed = published] = $('.head .byline time')
      .toArray()
      .map((time) => $(time).attr('datetime'));
    expect(article.datePublished).toBe(`${published}T00:00:00.000Z`);
    expect(article.dateModified).toBe(`${changed}T00:00:00.000Z`);
    expect(tag(page, 'article:published_time')).toBe(article.datePublished);
    expect(tag(page, 'article:author')).toMatch(/^https?:\/\//);
    expect($('meta[name="twitter:card"]').attr('content')).toBe('summary_large_image');
    const author = $('meta[name="author"]').attr('content') ?? '';
    expect($('.byline').text()).toContain(author);
    expect(article.author).toMatchObject({ name: author === site.byline ? site.name : author });
  });

  test('names its author within a sentence where it is passed on, and as a picture is described', () => {
    const within = nameWithin($('meta[name="author"]').attr('content') ?? '');
    const posts = $('.share a[href*="text="], .share a[href^="mailto:"]')
      .toArray()
      .map((link) => decodeURIComponent($(link).attr('href') ?? ''));
    expect(posts).toHaveLength(4);
    for (const post of posts) expect(post).toContain(`, an essay by ${within}. `);
    expect(tag(page, 'og:image:alt')).toContain(`, an essay by ${within} on ${site.name} `);
  });

  test('says where it lies, by pages that are there', () => {
    const steps = trail.itemListElement;
    expect(steps.map(({ position }) => position)).toEqual([1, 2]);
    for (const { name, item } of steps) expect(pageOf(new URL(item).pathname).$('h1').text()).toBe(name);
  });

  test('has the headings, notes and charts that are known of a text before it has a page', async () => {
    const [file = ''] = globSync(`src/content/essays${path.slice('/essays'.length, -1)}.{md,mdx}`);
    const ids = $('.prose :is(h2, h3, h4, h5, h6, .ref, .note, figure)[id]')
      .toArray()
      .map((one) => $(one).attr('id'));
    const known = await targetsOf(file, readFileSync(file, 'utf8'));
    expect(known.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  test('is in the sitemap with the day of its last change', () => {
    const sitemap = readFileSync(join(testSite, 'sitemap-0.xml'), 'utf8');
    const entry = sitemap.split('<url>').find((url) => url.includes(`${path}</loc>`));
    expect(entry).toContain(`<lastmod>${article.dateModified}</lastmod>`);
  });

  test('leads to its subjects, where it is listed, and to others, never to itself', () => {
    const subjects = $('.end a[href^="/essays/tags/"]')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    expect(subjects.length).toBeGreaterThan(0);
    for (const subject of subjects) expect(listed(pageOf(subject))).toContain(path);
    expect(listed(page)).toHaveLength(Math.min(3, essays.length - 1));
    expect(listed(page)).not.toContain(path);
  });

  test('has every heading as a link to itself, and each part in its contents', () => {
    const headings = $('.prose > h2').toArray();
    for (const heading of headings) {
      expect($(heading).children('a').attr('href')).toBe(`#${$(heading).attr('id') ?? ''}`);
      expect($(heading).children('a').text()).toBe($(heading).text());
    }
    expect(
      $('.contents a')
        .toArray()
        .map((link) => $(link).text()),
    ).toEqual(headings.length > 1 ? headings.map((heading) => $(heading).text()) : []);
  });
});

test('the list of essays has each with its author and its day, and leads to every subject', () => {
  const { $ } = pageOf('/essays/');
  expect(listed(pageOf('/essays/')).toSorted()).toEqual(essays.map(({ path }) => path).toSorted());
  for (const item of $('.essays > li').toArray()) {
    expect($(item).find('.byline span').first().text()).not.toBe('');
    expect($(item).find('time').attr('datetime')).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
  const subjects = $('.subjects a')
    .toArray()
    .map((link) => $(link).attr('href') ?? '');
  expect(subjects.toSorted()).toEqual(lists.map(({ path }) => path).toSorted());
});

test.each(named(lists))('%s lists as many essays as the list of subjects says', (path, page) => {
  const { $ } = pageOf('/essays/');
  const item = $(`.subjects a[href="${path}"]`).closest('li');
  expect(listed(page)).toHaveLength(Number(item.find('.num').text()));
});

test('what a guest sends without a name is not the editors’', () => {
  const { $ } = pageOf('/write/');
  const credited = $('#credited').next().text();
  expect(credited).toContain(`“${site.guest}”`);
  expect(credited).not.toMatch(new RegExp(site.byline, 'i'));
});
