import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { standardNote, sampleMark } from '../../src/figures/standardNote.ts';
import { catalogue } from '../../src/release/catalogue.ts';
import { pageOf } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const { $ } = pageOf('/data/');
const fileOf = (address: string): string =>
  join(testSite, new URL(address, 'https://nobutwhy.example').pathname);

interface Distribution {
  readonly contentUrl: string;
  readonly encodingFormat: string;
  readonly contentSize: string;
  readonly sha256: string;
}

const scripts = $('script[type="application/ld+json"]').toArray();
const dataset = JSON.parse($(scripts[0]).text()) as {
  readonly version: string;
  readonly name: string;
  readonly keywords: readonly string[];
  readonly description: string;
  readonly distribution: readonly Distribution[];
  readonly variableMeasured: readonly { readonly name: string; readonly description: string }[];
};
const release = dataset.version;

test('is described to search engines as one Dataset, with every field that Google asks for', () => {
  expect(scripts).toHaveLength(1);
  // https://developers.google.com/search/docs/appearance/structured-data/dataset: name and description are required.
  expect(dataset).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: expect.stringMatching(/\S/) as string },
    url: 'https://nobutwhy.example/data/',
    identifier: `https://nobutwhy.example/data/#${release}`,
    // ISO 8601, a day or an interval.
    temporalCoverage: expect.stringMatching(/^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/) as string,
    datePublished: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
    spatialCoverage: { '@type': 'Place', name: expect.stringMatching(/\S/) as string },
    measurementTechnique: expect.stringContaining('self-selected') as string,
  });
  expect(dataset.description.length).toBeGreaterThanOrEqual(50);
  expect(dataset.description.length).toBeLessThanOrEqual(5000);
  expect(dataset.description).toContain(standardNote);
  expect(dataset.keywords).toContain('interview feedback');
  expect(dataset.variableMeasured.map(({ name }) => name)).toEqual(catalogue.map(({ name }) => name));
  for (const { description } of dataset.variableMeasured) expect(description).toMatch(/: .{10}/);
  // The address it gives itself is a place on the page.
  expect($(`[id="${release}"]`)).toHaveLength(1);
});

test('made-up data says so wherever it can be passed on', () => {
  const madeUp = sampleMark.toLowerCase();
  expect(dataset.name.toLowerCase()).toContain(madeUp);
  expect(dataset.description).toContain(sampleMark);
  const quotable = $('.code')
    .toArray()
    .map((element) => $(element).text())
    .filter((text) => text.includes('https://'));
  expect(quotable).toHaveLength(2);
  for (const text of quotable) expect(text.toLowerCase()).toContain(madeUp);
  expect($('#releases').closest('section').find('tbody tr').first().text()).toContain(sampleMark);
});

test('every file it names is there, with that size and that checksum', () => {
  expect(dataset.distribution.length).toBeGreaterThan(10);
  for (const { contentUrl, contentSize, sha256, encodingFormat } of dataset.distribution) {
    const bytes = readFileSync(fileOf(contentUrl));
    expect(contentSize, contentUrl).toBe(`${bytes.length} B`);
    expect(createHash('sha256').update(bytes).digest('hex'), contentUrl).toBe(sha256);
    expect(encodingFormat).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
  }
});

test('offers every file of the release, and prints the checksums it can be held to', () => {
  const links = $('a[download]')
    .toArray()
    .map((element) => $(element).attr('href') ?? '');
  const files = readdirSync(join(testSite, 'data', release)).map((name) => `/data/${release}/${name}`);
  expect([...new Set(links)].toSorted()).toEqual(files.toSorted());
  const described = dataset.distribution.map(({ contentUrl }) => new URL(contentUrl).pathname);
  expect(described.toSorted()).toEqual(files.toSorted());
  for (const { sha256, contentUrl } of dataset.distribution)
    expect($('.code').text()).toContain(`${sha256}  ${contentUrl.replace(/.*\//, '')}`);
  for (const link of links)
    expect(existsSync(fileOf(link)) && statSync(fileOf(link)).size > 0, link).toBe(true);
});
