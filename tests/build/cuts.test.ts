import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { standardNote } from '../../src/figures/standardNote.ts';
import { cuts } from '../../src/release/comparisons/cuts.ts';
import { charted } from '../../src/figures/estimates/figureOf.ts';
import { decide } from '../../src/release/comparisons/decide.ts';
import { release as schema } from '../../src/release/release.ts';
import { LONGEST_TITLE } from '../../src/figures/finding.ts';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import type { BuiltPage } from './harness/builtPages.ts';
import { downloads, fileOf, pageOf, pngSize, tag } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const release = schema.parse(
  JSON.parse(readFileSync(join(testSite, 'data', 'sample', 'release.json'), 'utf8')) as unknown,
);

const counts = '[\\d,]+ of [\\d,]+';
const whose =
  '((job seekers here|described here by employers)(, by talk, call or personal note)?|described here by employers(, passed on or not| who know whether they were)|(here )?who know whether it was given|who answered)';
/** How a title of a cut ends: with its counts, and whose they are; a difference with those of the second group (protocol 2.10). */
const titleEnd = new RegExp(
  `( \\((lowest ${counts}, highest )?${counts} ${whose}\\)(; shown by [a-z ]+)?|, \\d+% of [^()]+ \\(${counts} ${whose}\\); [^()]+, \\d+% \\(${counts}\\))$`,
);

/** The card of a page, in the size that is wanted. */
function cardOf(page: BuiltPage): Buffer {
  const png = readFileSync(fileOf(tag(page, 'og:image')));
  expect(pngSize(png)).toEqual([1200, 627]);
  expect(png.length).toBeLessThan(300_000);
  return png;
}

describe.each(cuts.map((cut) => [cut.id, cut] as const))('%s', (id, { estimate, segment }) => {
  const path = `/charts/${estimate.slug}/by/${segment.id}/`;
  const page = () => pageOf(path);

  test('is shared under its own address, with its own title and n', () => {
    const canonical = page().$('link[rel="canonical"]').attr('href');
    expect(new URL(canonical ?? '').pathname).toBe(path);
    expect(tag(page(), 'og:url')).toBe(canonical);
    const title = page().$('h1').text();
    expect(title).toMatch(titleEnd);
    expect(title.split(' (')[0]?.length).toBeLessThanOrEqual(LONGEST_TITLE);
    expect(tag(page(), 'og:title')).toBe(`Sample data, made up: ${title}`);
  });

  test('has a card of its own, and a square picture with its chart to take along', () => {
    expect(pngSize(cardOf(page()))).toEqual([1200, 627]);
    expect(pngSize(readFileSync(join(testSite, `/charts/${id}.png`)))).toEqual([1080, 1080]);
    expect(tag(page(), 'og:image')).toContain(`/cards/${id.replaceAll('/', '-')}.`);
    const links = downloads(page());
    expect(links).toEqual(['png', 'svg', 'csv'].map((kind) => `/charts/${id}.${kind}`));
    for (const link of links) expect(existsSync(join(testSite, link)), link).toBe(true);
    const [, ...lines] = readFileSync(join(testSite, `/charts/${id}.csv`), 'utf8')
      .trim()
      .split('\n');
    for (const line of lines) expect(line).toContain('Sample data, made up');
  });

  test('reads completely without JavaScript: every category, both drawings, the notes, the way on', async () => {
    const text = page().$('main').text();
    const table = page().$('table.data').first().text();
    for (const { label } of segment.categories) expect(table).toContain(label);
    expect(page().$('.fig__plot svg')).toHaveLength(2);
    expect(text).toContain(standardNote);
    expect(text).toContain('What it does not show');
    expect((await firstViewScripts(testSite, page())).bytes).toBeLessThan(1000);
  });
});

describe('The differences of a cut', () => {
  test.each(cuts.map(({ id }) => id))(
    '%s: each is a row of one folded table, as the release decided it',
    (id) => {
      const { $ } = pageOf(`/charts/${id}/`);
      const fold = $('details.differences');
      const own = decide(release).filter(
        ({ estimate, segment }) => `${estimate.slug}/by/${segment ?? ''}` === id,
      );
      expect(fold.attr('open')).toBeUndefined();
      expect(fold).toHaveLength(own.length > 0 ? 1 : 0);
      const clear = fold.find('tbody td:last-child').toArray();
      expect(clear.map((cell) => $(cell).text().trim()).toSorted()).toEqual(
        own.map(({ higher }) => (higher === null ? 'no' : 'yes')).toSorted(),
      );
      const numbers = fold.find('tbody th[scope="row"] + td').toArray();
      expect(numbers).toHaveLength(own.length);
      for (const cell of numbers) expect($(cell).text()).toMatch(/points?\s*range −?\d+ to −?\d+/);
    },
  );
});

test('a cut is in the sitemap, and open to searches, exactly where it shows a number', () => {
  const listed = readFileSync(join(testSite, 'sitemap-0.xml'), 'utf8');
  for (const { id } of cuts) {
    const page = pageOf(`/charts/${id}/`);
    const shows = /\d%/.test(page.$('table.data').first().find('tbody').text());
    expect(listed.includes(`/charts/${id}/</loc>`), id).toBe(shows);
    expect(page.$('meta[name="robots"]').length, id).toBe(shows ? 0 : 1);
  }
});

test('no two pages share a card', () => {
  const hashes = cuts.map(({ id }) =>
    createHash('sha256')
      .update(cardOf(pageOf(`/charts/${id}/`)))
      .digest('hex'),
  );
  expect(new Set(hashes).size).toBe(cuts.length);
});

test('links lead from a chart to its cuts, between them and back, and name the page that is open', () => {
  for (const { slug } of charted) {
    const own = cuts.filter(({ estimate }) => estimate.slug === slug);
    const ways = [`/charts/${slug}/`, ...own.map(({ id }) => `/charts/${id}/`)];
    for (const way of ways) {
      const { $ } = pageOf(way);
      const links = $('nav.cuts a').toArray();
      expect(links.map((link) => $(link).attr('href'))).toEqual(own.length === 0 ? [] : ways);
      const here = links.filter((link) => $(link).attr('aria-current') === 'page');
      expect(here.map((link) => $(link).attr('href'))).toEqual(own.length === 0 ? [] : [way]);
    }
  }
});
