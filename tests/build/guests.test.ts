import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPages, type BuiltPage } from './harness/builtPages.ts';
import { tag } from './harness/site.ts';
import { copySite, type SiteCopy } from './harness/siteCopy.ts';
import { runAstroBuild } from './harness/testSite.ts';

const SITE_URL = 'https://nobutwhy.example';

const description = 'Two sentences that a guest has sent. They stand under the title and in every list.';
const essay = (title: string, published: string, more: string, text: string) =>
  `---\ntitle: ${title}\ndescription: ${description}\npublished: ${published}\ntags: [letters]\ncharts: []\n${more}\n---\n\n${text}\n`;
const picture = (slug: string) => `![A desk](./${slug}/desk-of-${slug}.png 'On the day after.')`;
const nadia =
  'author:\n  name: Nadia Haddad\n  about: Recruits nurses for a hospital.\n  link: https://example.org/nadia';

/** What guests send, by the name of the file: nothing of it is in an essay of our own. */
const sent: Readonly<Record<string, string>> = {
  'letters-1.md': essay(
    'The first letter',
    '2026-11-01',
    `${nadia}\nseries: letters`,
    `Words.\n\n${picture('letters-1')}`,
  ),
  'letters-2.mdx': essay(
    'The second letter',
    '2026-11-01',
    'author:\n  name: Adaeze Obi\n  link: /essays/\nseries: letters\nimage:\n  src: ./letters-2/desk-of-letters-2.png\n  alt: The same desk\nanswers:\n  title: The first letter\n  author: Nadia Haddad\n  link: /essays/letters-1/',
    `Words.\n\n${picture('letters-2')}`,
  ),
  'risala.md': essay('رسالة', '2026-11-02', 'author:\n  name: ندى\nlang: ar', '## لماذا\n\nكلمات.'),
  'mektub.md': essay('Məktub', '2026-11-03', 'lang: az\ndir: rtl', 'Sözlər.'),
  'kept-in-a-drawer.md': essay(
    'A wombat',
    '2026-11-04',
    'draft: true\nimage:\n  src: ./kept-in-a-drawer/desk-of-kept-in-a-drawer.png\n  alt: A wombat',
    `A wombat.\n\n${picture('kept-in-a-drawer')}`,
  ),
  'for-another-year.mdx': essay(
    'A quokka',
    '9999-01-01',
    'series: quokkas\nimage:\n  src: ./for-another-year/desk-of-for-another-year.png\n  alt: A quokka',
    `A quokka.\n\n${picture('for-another-year')}`,
  ),
};

let copy: SiteCopy;
let dist: string;
let told: string;
let pages: ReadonlyMap<string, BuiltPage>;
beforeAll(async () => {
  copy = copySite();
  // The pages of essays and all that names one (listEssays.ts): the others take most of a build.
  const kept =
    /^(essays|search|cards|(index|discussion|moderate)\.astro|(rss\.xml|feed\.json|threads\.json)\.ts)$/;
  const all = join(copy.folder, 'src/pages');
  for (const name of readdirSync(all)) if (!kept.test(name)) rmSync(join(all, name), { recursive: true });
  const essays = join(copy.folder, 'src/content/essays');
  rmSync(essays, { recursive: true });
  mkdirSync(essays);
  const canvas = createCanvas(1600, 900);
  for (const [i, [name, text]] of Object.entries(sent).entries()) {
    writeFileSync(join(essays, name), text);
    const slug = name.replace(/\.mdx?$/, '');
    mkdirSync(join(essays, slug));
    // Each of another size: pictures of the same bytes are one file.
    canvas.width = 1600 + i;
    writeFileSync(join(essays, slug, `desk-of-${slug}.png`), canvas.toBuffer('image/png'));
  }
  dist = join(copy.folder, 'dist');
  const { code, said } = await runAstroBuild(copy.folder, dist, { SITE_URL });
  if (code !== 0) throw new Error(`What guests send does not build:\n${said.slice(-4000)}`);
  told = said;
  pages = new Map(builtPages(dist).map((page) => [page.path, page]));
});
afterAll(() => {
  copy.remove();
});

const page = (path: string): BuiltPage => {
  const found = pages.get(path);
  if (found === undefined) throw new Error(`There is no page ${path}.`);
  return found;
};
const words = ({ $ }: BuiltPage, selector: string): string => $(selector).text().replace(/\s+/g, ' ').trim();
const graphOf = ({ $ }: BuiltPage) => JSON.parse($('script[type="application/ld+json"]').text()) as unknown;
const isThere = (address: string) => existsSync(join(dist, new URL(address, SITE_URL).pathname));

test.each(['/essays/letters-1/', '/essays/letters-2/'])('the picture of %s is made in widths', (path) => {
  const figure = page(path).$('.prose > figure.picture');
  expect(figure.find('figcaption').text()).toBe('On the day after.');
  const { alt, src = '', srcset = '', ...image } = figure.find('img').attr() ?? {};
  expect(alt).toBe('A desk');
  expect(image).toMatchObject({ width: '1440', sizes: '(min-width: 48rem) 45rem, 100vw' });
  const made = srcset.split(', ').map((one) => one.split(' '));
  expect(made.map(([, width]) => width)).toEqual(['480w', '720w', '960w', '1440w']);
  for (const address of [src, ...made.map(([one = '']) => one)]) expect(isThere(address), address).toBe(true);
});

test('a picture above the text is there at once, with its words', () => {
  const { alt, loading, srcset } = page('/essays/letters-2/').$('.lead img').attr() ?? {};
  expect({ alt, loading }).toEqual({ alt: 'The same desk', loading: 'eager' });
  expect(srcset).toMatch(/ 480w, .* 1440w$/);
});

test('an author is a person with what the essay says of them', () => {
  const first = page('/essays/letters-1/');
  const person = { '@type': 'Person', name: 'Nadia Haddad', url: 'https://example.org/nadia' };
  expect(graphOf(first)).toMatchObject({
    '@graph': [{ author: { ...person, description: 'Recruits nurses for a hospital.' } }, {}],
  });
  expect(first.$('.byline a').attr('href')).toBe(person.url);
  expect(words(first, '.end')).toContain('About the author: Recruits nurses for a hospital.');
  expect(
    ['letters-1', 'letters-2', 'risala'].map((slug) => tag(page(`/essays/${slug}/`), 'article:author')),
  ).toEqual([person.url, `${SITE_URL}/essays/`, 'ندى']);
});

test('an answer leads to what it answers', () => {
  const second = page('/essays/letters-2/');
  expect(words(second, '.end')).toContain('In answer to Nadia Haddad, “The first letter”.');
  expect(second.$('.end a[href="/essays/letters-1/"]').text().trim()).toBe('The first letter');
});

test.each([
  ['/essays/risala/', 'ar'],
  ['/essays/mektub/', 'az'],
])('the words of %s are in its language and direction, on its page and in lists', (path, lang) => {
  for (const own of ['h1', '.deck', '.prose'])
    expect(page(path).$(own).attr(), own).toMatchObject({ lang, dir: 'rtl' });
  const inList = page('/essays/').$(`.essays a[href="${path}"]`).parent();
  expect(inList.attr()).toMatchObject({ lang, dir: 'rtl' });
  expect(graphOf(page(path))).toMatchObject({ '@graph': [{ inLanguage: lang }, {}] });
});

test('two of one day and one series are its parts by their names, on a page that says where it lies', () => {
  expect(words(page('/essays/letters-1/'), '.over')).toBe('Essays / Letters, part 1 of 2');
  expect(words(page('/essays/letters-2/'), '.over')).toBe('Essays / Letters, part 2 of 2');
  const series = page('/essays/series/letters/');
  expect(
    series
      .$('.essays :is(h2, h3) a')
      .toArray()
      .map((link) => series.$(link).attr('href')),
  ).toEqual(['/essays/letters-1/', '/essays/letters-2/']);
  expect(graphOf(series)).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { name: 'Essays', item: `${SITE_URL}/essays/` },
      { name: 'Letters', item: `${SITE_URL}/essays/series/letters/` },
    ],
  });
});

test.each([
  ['rss.xml', (text: string) => load(text, { xml: true })('encoded, content\\:encoded').text()],
  [
    'feed.json',
    (text: string) =>
      (JSON.parse(text) as { items: readonly { content_html: string }[] }).items
        .map(({ content_html: html }) => html)
        .join(''),
  ],
])('%s has pictures at addresses that hold anywhere, and directions', (name, contentOf) => {
  const $ = load(contentOf(readFileSync(join(dist, name), 'utf8')));
  const sources = $('img')
    .toArray()
    .map((image) => $(image).attr('src') ?? '');
  expect(sources).toHaveLength(2);
  for (const src of sources) {
    expect(src).toMatch(/^https:\/\/nobutwhy\.example\/_astro\/desk-of-letters-[12]\./);
    expect(isThere(src), src).toBe(true);
  }
  expect($('figcaption')).toHaveLength(2);
  expect($('[dir="rtl"][lang="ar"]')).toHaveLength(1);
});

test('the sitemap has what is published', () => {
  const listed = load(readFileSync(join(dist, 'sitemap-0.xml'), 'utf8'), { xml: true })('loc').text();
  for (const name of ['letters-1', 'letters-2', 'risala', 'mektub', 'series/letters', 'tags/letters'])
    expect(listed).toContain(`${SITE_URL}/essays/${name}/`);
});

test('what is published is named wherever an essay is, and has a card', () => {
  const title = 'The first letter';
  for (const path of ['/', '/discussion/', '/essays/', '/essays/tags/letters/', '/essays/series/letters/'])
    expect(words(page(path), 'a[href^="/essays/letters-1/"]'), path).toContain(title);
  expect(readFileSync(join(dist, 'threads.json'), 'utf8')).toContain(title);
  expect(page('/moderate/').$.html()).toContain(title);
  expect(isThere(tag(page('/essays/letters-1/'), 'og:image'))).toBe(true);
});

describe.each([
  ['a draft', 'kept-in-a-drawer', 'wombat', '.md: a draft, which `npm run dev` alone shows.'],
  ['an essay of a day to come', 'for-another-year', 'quokka', '.mdx: waits until 9999-01-01: a build on'],
])('%s', (_, slug, word, says) => {
  test('is nowhere on the site: not its address, a word of it or its pictures', () => {
    const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.length).toBeGreaterThan(100);
    const telling = files
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => {
        const text = readFileSync(path, 'utf8').toLowerCase();
        return path.slice(dist.length).includes(slug) || text.includes(slug) || text.includes(word);
      });
    expect(telling).toEqual([]);
  });

  test('is told to whoever builds', () => {
    expect(told).toContain(`src/content/essays/${slug}${says}`);
  });
});
