import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenLinks } from './harness/brokenLinks.ts';
import { hasJava, nuHtmlErrors } from './harness/nuHtmlErrors.ts';
import { pageOf, pages, pngSize } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

test('every link within the site leads somewhere', () => {
  const canonical = pageOf('/').$('link[rel="canonical"]').attr('href');
  if (canonical === undefined) throw new Error('The home page names no canonical address.');
  expect(brokenLinks(testSite, canonical, pages)).toEqual([]);
});

test('the receipt page is linked in every page’s footer, and from the survey pages, which have no footer', () => {
  const receipt = 'a[href="/survey/receipt/"]';
  const footless = pages.filter(({ $ }) => $(`.foot ${receipt}`).length === 0).map(({ path }) => path);
  // The question pages have no footer, to keep people in the survey; their last screen has the link. Cards and embeds are pictures.
  expect(footless.filter((path) => !/^\/(cards|embed)\//.test(path))).toEqual([
    '/survey/employer/',
    '/survey/job-seeker/',
  ]);
  for (const { path, $ } of pages.filter(({ path }) => /^\/survey\/(?!receipt)/.test(path)))
    expect($(`main ${receipt}`).length, path).toBeGreaterThan(0);
});

test.each(['/about/', '/codebook/', '/discussion/', '/methodology/', '/privacy/', '/write/'])(
  '%s begins with its contents: a link to each of its headings, in order',
  (path) => {
    const { $ } = pageOf(path);
    const listed = $('.manual__nav > ol > li > a').toArray();
    const headings = $('.manual__text:not(.manual__short) h2').toArray();
    expect(headings.length).toBeGreaterThan(1);
    expect(listed.map((link) => $(link).attr('href'))).toEqual(
      headings.map((heading) => `#${$(heading).attr('id')}`),
    );
  },
);

test('an icon for each size of home screen that the manifest and iOS ask for', () => {
  const { $ } = pageOf('/');
  expect($('link[rel="manifest"]').attr('href')).toBe('/site.webmanifest');
  const { icons } = JSON.parse(readFileSync(join(testSite, 'site.webmanifest'), 'utf8')) as {
    icons: readonly { src: string; sizes: string }[];
  };
  const apple = { src: $('link[rel="apple-touch-icon"]').attr('href') ?? '', sizes: '180x180' };
  for (const { src, sizes } of [apple, ...icons])
    expect(pngSize(readFileSync(join(testSite, src))).join('x'), src).toBe(sizes);
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
});

test.skipIf(!hasJava())('every page passes the Nu HTML checker (needs Java)', () => {
  expect(nuHtmlErrors(testSite)).toEqual([]);
});
