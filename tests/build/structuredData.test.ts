import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fileOf, pages } from './harness/site.ts';

const origin = 'https://nobutwhy.example';

/** An address whose page or file is there, where it is one of ours. */
const address = z.url({ protocol: /^https?$/ }).refine((url) => {
  if (new URL(url).origin !== origin) return true;
  const file = fileOf(url);
  return existsSync(url.endsWith('/') ? join(file, 'index.html') : file);
}, 'is not there');
const words = z.string().regex(/\S/);
const time = z.iso.datetime();

/** What Google requires and recommends of each kind that we use; schema-dts holds their names to those of schema.org. */
const organization = z.looseObject({ '@type': z.literal('Organization'), name: words, url: address });
const person = z.looseObject({ '@type': z.literal('Person'), name: words, url: address.optional() });
const known = z.discriminatedUnion('@type', [
  // https://developers.google.com/search/docs/appearance/structured-data/article
  z.looseObject({
    '@type': z.literal('Article'),
    headline: words,
    image: address,
    datePublished: time,
    dateModified: time,
    author: z.discriminatedUnion('@type', [organization, person]),
    publisher: organization,
  }),
  // https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
  z.looseObject({
    '@type': z.literal('BreadcrumbList'),
    itemListElement: z
      .array(z.looseObject({ '@type': z.literal('ListItem'), position: z.int(), name: words, item: address }))
      .min(2)
      .refine((steps) => steps.every(({ position }, i) => position === i + 1), 'are not counted from 1'),
  }),
  // https://developers.google.com/search/docs/appearance/structured-data/dataset
  z.looseObject({ '@type': z.literal('Dataset'), name: words, description: words.min(50).max(5000) }),
]);
const said = z.looseObject({ '@context': z.literal('https://schema.org'), '@graph': z.unknown().optional() });

test('whatever a page says to search engines is whole, and leads to what is there', () => {
  const kinds = pages.flatMap(({ path, $ }) =>
    $('script[type="application/ld+json"]')
      .toArray()
      .flatMap((script) => {
        const data = said.parse(JSON.parse($(script).text()));
        const parts = z.array(known).safeParse(data['@graph'] ?? [data]);
        expect(parts.error?.issues ?? [], path).toEqual([]);
        return (parts.data ?? []).map((part) => part['@type']);
      }),
  );
  const essays = pages.filter(({ path }) => /^\/essays\/[^/]+\/$/.test(path));
  expect(kinds.filter((kind) => kind === 'Article')).toHaveLength(essays.length);
  expect(new Set(kinds)).toEqual(new Set(['Article', 'BreadcrumbList', 'Dataset']));
});
