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

test.skipIf(!hasJava())('every page passes the Nu HTML checker (needs Java)', () => {
  expect(nuHtmlErrors(testSite)).toEqual([]);
});
