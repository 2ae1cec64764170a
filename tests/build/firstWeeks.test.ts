import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subjects } from '../../src/components/charts/elsewhereOn.ts';
import { chartIds, figureOf, pictureIds } from '../../src/figures/estimates/figureOf.ts';
import { FIRST_RELEASE, MINIMUM_BASE, spelled } from '../../src/release/disclosure/thresholds.ts';
import { nothingYet } from '../../src/figures/releaseInWords.ts';
import { sampleMark } from '../../src/figures/standardNote.ts';
import { describe as inWords } from '../../src/words/describe.ts';
import { sampleSource } from '../examples/sampleSource.ts';
import { brokenLinks } from './harness/brokenLinks.ts';
import { builtPages, type BuiltPage } from './harness/builtPages.ts';
import { numbersIn, numbersOf, pairsIn } from './harness/numbersIn.ts';
import { readableTexts } from './harness/readableTexts.ts';
import { tag } from './harness/site.ts';
import { copySite, type SiteCopy } from './harness/siteCopy.ts';
import { runAstroBuild } from './harness/testSite.ts';

const SITE_URL = 'https://nobutwhy.example';
const band = 'The numbers of our own survey are made up';
const cutIds = pictureIds.filter((id) => id.includes('/by/'));

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite();
});
afterAll(() => {
  copy.remove();
});

const noindex = ({ $ }: BuiltPage): boolean => $('meta[name="robots"]').attr('content') === 'noindex';
const words = ({ $ }: BuiltPage, selector: string): string => $(selector).text().replace(/\s+/g, ' ').trim();

/** Builds a public site from the sources as they are, the sample among them. */
async function publicSite(name: string, settings: Readonly<Record<string, string>>) {
  const folder = join(copy.folder, name);
  const { code, said } = await runAstroBuild(copy.folder, folder, { SITE_URL, ...settings });
  if (code !== 0) throw new Error(`A public site does not build:\n${said.slice(-4000)}`);
  const pages = new Map(builtPages(folder).map((page) => [page.path, page]));
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const page = (path: string): BuiltPage => {
    const found = pages.get(path);
    if (found === undefined) throw new Error(`There is no page ${path}.`);
    return found;
  };
  return { folder, pages: [...pages.values()], page, read };
}

const sample = numbersOf(sampleSource.release);
const titles = pictureIds
  .map((id) => inWords(figureOf(id, sampleSource)).title)
  .filter((title) => /\d/.test(title));

/** A public site of the same sources with no sample among them: what it says comes from nobody’s answers. */
let without: PublicSite;
let saidWithout: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => {
  const folder = join(copy.folder, 'src/content/releases/sample');
  const away = join(copy.folder, 'away');
  renameSync(folder, away);
  without = await publicSite('without', {});
  renameSync(away, folder);
  saidWithout = new Map(
    readableTexts(without.folder, without.pages).map(({ path, text }) => [path, numbersIn(text)]),
  );
});

/** What of the sample can be read in a built site: counts that the same page has not without it, “x of n”, and titles. */
function readOfSample({ folder, pages }: PublicSite) {
  const texts = readableTexts(folder, pages).map((one) => ({
    ...one,
    numbers: numbersIn(one.text).difference(saidWithout.get(one.path) ?? new Set()),
    ofBase: pairsIn(one.text),
  }));
  const found = (what: string, is: (text: (typeof texts)[number]) => boolean) => {
    const path = texts.find(is)?.path;
    return path === undefined ? [] : [`${path}: ${what}`];
  };
  return {
    counts: [...sample.counts].flatMap((x) => found(x, ({ numbers }) => numbers.has(x))),
    pairs: [...sample.pairs].flatMap((pair) => found(pair, ({ ofBase }) => ofBase.has(pair))),
    titles: titles.flatMap((title) => found(title, ({ text }) => text.includes(title))),
  };
}

/** The files of a site, each with its bytes: those without a dot in their names and those of hidden folders, too. */
const bytesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')] as const);

type PublicSite = Awaited<ReturnType<typeof publicSite>>;

describe('a public site before its first release', () => {
  let site: PublicSite;
  beforeAll(async () => {
    site = await publicSite('dist', {});
  });

  test.each(chartIds)(
    'the page of %s says that there are no answers, what it will show, and asks for some',
    (id) => {
      const page = site.page(`/charts/${id}/`);
      expect(words(page, 'h1')).toMatch(new RegExp(`: ${nothingYet.toLowerCase()}$`));
      expect(tag(page, 'og:title')).toBe(words(page, 'h1'));
      expect(tag(page, 'og:image:alt')).toContain(nothingYet);
      expect(page.$('.fig__asked q').length).toBeGreaterThan(0);
      expect(words(page, '[aria-labelledby="to-come"]').length).toBeGreaterThan(100);
      const doors = page
        .$('[aria-labelledby="invitation"] a')
        .toArray()
        .map((link) => page.$(link).attr('href'));
      expect(doors).toEqual(['job-seeker', 'employer'].map((side) => `/survey/${side}/?from=chart`));
      expect(page.$('[aria-labelledby="elsewhere"] dt').length > 0).toBe(subjects.includes(id));
      expect(noindex(page)).toBe(false);
    },
  );

  test.each(pictureIds)('the page of %s shares, cites and tables no finding that is not there', (id) => {
    const page = site.page(`/charts/${id}/`);
    expect(page.$('.sharing, #cite-apa, #embed-code, table.data, .differences')).toHaveLength(0);
    expect(words(page, 'main')).not.toContain('%, range');
  });

  test('each threshold is said once, and once that nobody has counted yet', () => {
    const times = (path: string, what: RegExp) => {
      const body = site.page(path).$('body').clone();
      // An essay may have been published on the 30th.
      body.find('.essays').remove();
      return body.text().match(what)?.length ?? 0;
    };
    // Employers who turned down “11 to 50” people are a base, and no threshold.
    const firstFigures = new RegExp(`(?<!\\d|11 to )${FIRST_RELEASE}(?!\\d)`, 'g');
    for (const path of ['/', '/results/', ...chartIds.map((id) => `/charts/${id}/`)]) {
      expect(times(path, firstFigures), path).toBe(1);
      expect(times(path, /not counted yet/gi), path).toBe(1);
    }
    expect(words(site.page('/results/'), '.fig__missing')).toBe('');
    expect(times('/', new RegExp(`(?<!\\d)${MINIMUM_BASE}(?!\\d)|${spelled(MINIMUM_BASE)}`, 'gi'))).toBe(1);
  });

  test('cuts are kept from search engines and out of the sitemap, and say what a side takes', () => {
    const map = site.read('sitemap-0.xml');
    for (const id of cutIds) {
      expect(noindex(site.page(`/charts/${id}/`)), id).toBe(true);
      expect(words(site.page(`/charts/${id}/`), '[aria-labelledby="invitation"]')).toContain(
        `first ${FIRST_RELEASE}`,
      );
      expect(map).not.toContain(`/charts/${id}/`);
    }
    for (const id of chartIds) expect(map).toContain(`/charts/${id}/`);
  });

  test('an embed says what is missing and where to answer; a fragment is the drawing alone', () => {
    for (const id of pictureIds) {
      const embed = site.page(`/embed/${id}/`);
      expect(words(embed, 'h1')).toContain(nothingYet.toLowerCase());
      expect(words(embed, '.fig__missing')).toMatch(
        / first figures come with 50 answers\.$|^No group is shown yet/,
      );
      expect(words(embed, '.embed__link')).toMatch(/^What it will show, at .+ Did this happen to you\?$/);
    }
    for (const id of cutIds) expect(site.read(`fragments/${id}/index.html`)).not.toMatch(/<table|sharing/);
  });

  test('no count, no “x of n” and no title of the sample can be read anywhere', () => {
    expect(readOfSample(site)).toEqual({ counts: [], pairs: [], titles: [] });
  });

  test('no byte of a page, a picture or a file is another than without the sample', () => {
    const bare = new Map(bytesOf(without.folder));
    const own = bytesOf(site.folder);
    expect([...bare.keys()]).toEqual(
      expect.arrayContaining(['_headers', '_redirects', '.well-known/security.txt']),
    );
    expect([...bare.keys()].filter((name) => name.startsWith('.hosts/'))).not.toHaveLength(0);
    expect(own.map(([name]) => name)).toEqual([...bare.keys()]);
    expect(own.filter(([name, bytes]) => bare.get(name) !== bytes).map(([name]) => name)).toEqual([]);
  });

  test('nothing is marked as made up, because nothing is, and every link leads somewhere', () => {
    for (const page of site.pages) {
      expect(page.$('.madeup'), page.path).toHaveLength(0);
      expect(words(page, '.fig'), page.path).not.toContain(sampleMark);
    }
    expect(brokenLinks(site.folder, `${SITE_URL}/`, site.pages)).toEqual([]);
  });
});

describe('a public site that demonstrates made-up numbers', () => {
  let site: PublicSite;
  beforeAll(async () => {
    site = await publicSite('demonstration', { SAMPLE: '1' });
  });

  test('says so on the first screen of every page but the survey’s questions, which show none', () => {
    for (const page of site.pages.filter(({ path }) => !path.startsWith('/embed/'))) {
      const bare = /^\/survey\/(employer|job-seeker)\/$/.test(page.path);
      const said = words(page, '.masthead + .madeup');
      expect(said.startsWith(band), page.path).toBe(!bare);
    }
    for (const id of pictureIds)
      expect(words(site.page(`/embed/${id}/`), '.fig > figcaption > .madeup:first-child')).toBe(sampleMark);
  });

  test('shows what the search of the other finds none of', () => {
    const found = readOfSample(site);
    expect(found.counts).toHaveLength(sample.counts.size);
    expect(found.titles).toHaveLength(titles.length);
    expect(found.pairs.length).toBeGreaterThan(100);
  });

  test('is kept from search engines, page by page and file by file, and has no sitemap', () => {
    expect(site.pages.filter((page) => !noindex(page)).map(({ path }) => path)).toEqual([]);
    expect(site.read('_headers')).toMatch(/^\/\*\n(  .+\n)*  X-Robots-Tag: noindex\n/);
    expect(existsSync(join(site.folder, 'sitemap-index.xml'))).toBe(false);
    expect(site.read('robots.txt')).not.toContain('Sitemap');
  });
});
