import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtPages } from './harness/builtPages.ts';
import { testSite } from './harness/testSite.ts';

const frozen = 'src/content/releases';
const releases = readdirSync(frozen).filter((name) => name !== 'progress.json');

test.each(releases)('release %s is published byte for byte as it was written', (release) => {
  const names = readdirSync(join(frozen, release)).filter((name) => name !== 'package.sha256');
  expect(readdirSync(join(testSite, 'data', release)).toSorted()).toEqual(names.toSorted());
  for (const name of names) {
    const published = readFileSync(join(testSite, 'data', release, name));
    expect(published.equals(readFileSync(join(frozen, release, name))), name).toBe(true);
  }
});

test.each(releases)(
  'the checksums that are published with %s hold for every file but the archive',
  (release) => {
    const folder = join(testSite, 'data', release);
    const listed = readFileSync(join(folder, 'checksums.sha256'), 'utf8').trimEnd().split('\n');
    const names = listed.map((line) => line.slice(66));
    for (const [index, name] of names.entries()) {
      const hash = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      expect(`${hash}  ${name}`).toBe(listed[index]);
    }
    const published = readdirSync(folder).toSorted();
    expect(published).toEqual([...names, 'checksums.sha256', `no-but-why-${release}.zip`].toSorted());
  },
);

test('the page for receipt codes is kept from search engines', () => {
  const page = builtPages(testSite).find(({ path }) => path === '/survey/receipt/');
  expect(page?.$('meta[name="robots"]').attr('content')).toBe('noindex');
  expect(page?.$('link[rel="canonical"]')).toHaveLength(0);
  for (const file of readdirSync(testSite).filter((name) => /^sitemap.*\.xml$/.test(name)))
    expect(readFileSync(join(testSite, file), 'utf8')).not.toContain('/survey/receipt/');
});

test('no form of the page for receipt codes can put anything into an address', () => {
  const page = builtPages(testSite).find(({ path }) => path === '/survey/receipt/');
  const forms = page?.$('form').toArray() ?? [];
  expect(forms.length).toBeGreaterThan(0);
  for (const form of forms) {
    expect(page?.$(form).attr('method')).toBe('dialog');
    expect(page?.$(form).attr('action')).toBeUndefined();
    expect(page?.$(form).attr('autocomplete')).toBe('off');
  }
});
