import { expect, test } from 'vitest';
import { brokenLinks } from './harness/brokenLinks.ts';
import { builtPages } from './harness/builtPages.ts';
import { hasJava, nuHtmlErrors } from './harness/nuHtmlErrors.ts';
import { testSite } from './harness/testSite.ts';

test('every link within the site leads somewhere', () => {
  const [home] = builtPages(testSite).filter(({ path }) => path === '/');
  const canonical = home?.$('link[rel="canonical"]').attr('href');
  if (canonical === undefined) throw new Error('The home page names no canonical address.');
  expect(brokenLinks(testSite, canonical)).toEqual([]);
});

test('the receipt page is linked in every page’s footer, and from the survey pages, which have no footer', () => {
  const receipt = 'a[href="/survey/receipt/"]';
  const pages = builtPages(testSite);
  const footless = pages.filter(({ $ }) => $(`.foot ${receipt}`).length === 0).map(({ path }) => path);
  // The question pages have no footer, to keep people in the survey; their last screen has the link. Cards and embeds are pictures.
  expect(footless.filter((path) => !/^\/(cards|embed)\//.test(path))).toEqual([
    '/survey/employer/',
    '/survey/job-seeker/',
  ]);
  for (const { path, $ } of pages.filter(({ path }) => /^\/survey\/(?!receipt)/.test(path)))
    expect($(`main ${receipt}`).length, path).toBe(1);
});

test.skipIf(!hasJava())('every page passes the Nu HTML checker (needs Java)', () => {
  expect(nuHtmlErrors(testSite)).toEqual([]);
});
